import assert from 'node:assert/strict'
import type { Answer, Client, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { fragmentOf, textIn } from '../support/html.ts'
import { an, duc } from '../support/people.ts'
import { type Settings, type TestPortal, testPortal } from '../support/test-portal.ts'

export const queuePath = '/quan-tri/bao-loi'

/** An administrator lets readers report errors, or no more. */
export async function askForReports(portal: TestPortal, isAsked = true) {
  const answer = await portal.as(an).post('/quan-tri/quy-tac', isAsked ? { readerReports: '1' } : {})
  assert.equal(answer.status, 303)
}

/** A portal that asks for reports, with an article that readers have. */
export async function reportedPortal(settings: Settings = {}) {
  const portal = await testPortal(settings)
  await askForReports(portal)
  const article = await given.article(portal)
  return { portal, article, form: `${article.path}/bao-loi` }
}

/** As a browser without script sends it. */
export function send(client: Client, path: string, form: Form, headers: Record<string, string> = {}): Promise<Answer> {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return client.postRaw(path, {
    body: new URLSearchParams(pairs).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}

export const typedReport = (typed: Form = {}): Form => ({
  body: 'Viết sai tên xã: Tân An, không phải Tân Anh.',
  ...typed,
})

/** Sent by a reader from the form of this article. Gives its id. */
export async function sentReport(portal: TestPortal, form: string, typed: Form = {}): Promise<number> {
  const answer = await send(portal.visitor(), form, typedReport(typed))
  assert.equal(answer.status, 303, answer.main())
  return (await storedReports(portal)).at(-1)?.id ?? assert.fail('nothing was stored')
}

export const storedReports = ({ database }: TestPortal) =>
  database.write.selectFrom('reader_reports').selectAll().orderBy('id').execute()

export const toldOf = ({ database }: TestPortal, articleId: number) =>
  database.write.selectFrom('article_updates').selectAll().where('article_id', '=', articleId).orderBy('id').execute()

/** What the audit log holds of reports. */
export const audited = ({ database }: TestPortal) =>
  database.write
    .selectFrom('audit_lines')
    .select(['staff_name', 'act', 'subject_id', 'subject_title', 'note'])
    .where('subject_kind', '=', 'report')
    .orderBy('id')
    .execute()

export const textOf = (answer: Answer): string => textIn(fragmentOf(answer.main())).replace(/\s+/g, ' ').trim()

/** The publisher mends the article and tells readers so. */
export async function correct(portal: TestPortal, { desk, categoryId, version }: given.GivenArticle) {
  portal.clock.advance({ minutes: 1 })
  const typed = given.typedArticle({
    categoryId: String(categoryId),
    version: String(version),
    body: 'Hội nghị đánh giá kết quả của sáu tháng.',
    changeKind: 'correction',
    wrongText: 'của năm',
    rightText: 'của sáu tháng',
    changeNote: 'Có chỗ sai thời gian.',
  })
  const answer = await portal.as(duc).post(`${desk}/dang`, typed)
  assert.equal(answer.status, 303, answer.main())
}
