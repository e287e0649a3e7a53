import assert from 'node:assert/strict'
import type { Answer, Client, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, fragmentOf, pageOf, textIn } from '../support/html.ts'
import { huong, type Person } from '../support/people.ts'
import { signIn, type TestPortal } from '../support/test-portal.ts'

/** Named by whoever asks; she has no account. */
export const approver = 'Bà Đinh Thị Hạnh'

export const linksPath = (desk: string) => `${desk}/lien-ket`

export type GivenLink = { id: number; token: string; path: string }
type LinkWish = { by?: Person; approver?: string; days?: string }

/** A link to the article of this address, made as staff make it: the address is taken from the page that shows it. */
export async function link(portal: TestPortal, desk: string, wish: LinkWish = {}): Promise<GivenLink> {
  const { by = huong, approver: name = '', days = '3' } = wish
  const answer = await portal.as(by).post(linksPath(desk), { approver: name, days })
  assert.equal(answer.status, 200, answer.main())
  const path = shownAddress(answer).replace(portal.config.siteUrl, '')
  const id = (await storedLinks(portal)).at(-1)?.id ?? assert.fail('nothing was stored')
  return { id, token: path.split('/').at(-1) ?? '', path }
}

/** The address of a new link; fails on a page that shows none. */
export function shownAddress(answer: Answer): string {
  const input = elementsIn(pageOf(answer.text)).find(({ properties }) => properties['id'] === 'address')
  return String(input?.properties['value'] ?? assert.fail('no address is shown'))
}

/** A draft of Hương's with a link that asks somebody. */
export async function askedDraft(portal: TestPortal) {
  const article = await given.article(portal, { as: 'draft' })
  return { article, link: await link(portal, article.desk, { approver }) }
}

/** Her session ended meanwhile. */
export async function backAfterDays(portal: TestPortal, person: Person, days: number) {
  portal.clock.advance({ days })
  portal.as(person).cookies.clear()
  await signIn(portal.as(person), person)
}

/** Saves another text of this article. */
export async function rewritten(portal: TestPortal, { desk, categoryId }: given.GivenArticle, typed: Form, by = huong) {
  const version = await versionOf(portal, desk)
  const form = given.typedArticle({ categoryId: String(categoryId), version, ...typed })
  const answer = await portal.as(by).post(desk, form)
  assert.equal(answer.status, 303, answer.main())
}

/** Publishes what this article's form says. */
export async function published(
  portal: TestPortal,
  by: Person,
  { desk, categoryId }: given.GivenArticle,
  typed: Form = {},
) {
  const version = await versionOf(portal, desk)
  const form = given.typedArticle({ categoryId: String(categoryId), version, ...typed })
  const answer = await portal.as(by).post(`${desk}/dang`, form)
  assert.equal(answer.status, 303, answer.main())
}

async function versionOf({ database }: TestPortal, desk: string): Promise<string> {
  const { version } = await database.write
    .selectFrom('articles')
    .select('version')
    .where('id', '=', Number(desk.split('/').at(-1)))
    .executeTakeFirstOrThrow()
  return String(version)
}

/** The edition that a page's forms answer about. */
export const editionOn = (answer: Answer): string =>
  /name="edition" value="(\d+)"/.exec(answer.main())?.[1] ?? assert.fail('no edition on the page')

/** As a browser without script sends a form of a public page. */
export function send(client: Client, path: string, form: Form, headers: Record<string, string> = {}): Promise<Answer> {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return client.postRaw(path, {
    body: new URLSearchParams(pairs).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}

/** Opens the link and answers about what stands there. */
export async function reply(portal: TestPortal, { path }: GivenLink, way: 'dong-y' | 'can-sua', form: Form = {}) {
  const visitor = portal.visitor()
  const edition = editionOn(await visitor.get(path))
  return send(visitor, `${path}/${way}`, { edition, ...form })
}

export const storedLinks = ({ database }: TestPortal) =>
  database.write.selectFrom('preview_links').selectAll().orderBy('id').execute()

export const storedAnswers = ({ database }: TestPortal) =>
  database.write
    .selectFrom('preview_answers')
    .select(['link_id', 'edition_id', 'at', 'verdict', 'note'])
    .orderBy('id')
    .execute()

/** What the audit log holds of links and answers. */
export const audited = ({ database }: TestPortal) =>
  database.write
    .selectFrom('audit_lines')
    .select(['staff_id', 'staff_name', 'act', 'subject_kind', 'subject_id', 'subject_title', 'note'])
    .where('act', 'in', ['shared', 'revoked-link', 'agreed', 'asked-for-changes'])
    .orderBy('id')
    .execute()

export const textOf = (answer: Answer): string => textIn(fragmentOf(answer.main())).replace(/\s+/g, ' ').trim()
