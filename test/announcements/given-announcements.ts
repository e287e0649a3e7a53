import { formIn } from '../newsdesk/editor-form.ts'
import type { Form } from '../support/client.ts'
import type { GivenArticle } from '../support/given.ts'
import { duc } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** Đức opens the article, changes what stands in its form and publishes it. */
export async function change(portal: TestPortal, { desk }: Pick<GivenArticle, 'desk'>, typed: Form): Promise<void> {
  const form = formIn(await portal.as(duc).get(desk))
  const answer = await portal.as(duc).post(`${desk}/dang`, { ...form, ...typed })
  if (answer.status !== 303) throw new Error(`not published: ${answer.status} ${answer.main()}`)
}

export async function withdraw(portal: TestPortal, { desk }: Pick<GivenArticle, 'desk'>): Promise<void> {
  const version = formIn(await portal.as(duc).get(desk))['version'] ?? ''
  const answer = await portal.as(duc).post(`${desk}/go`, { withdrawReason: 'Đăng nhầm bản chưa duyệt.', version })
  if (answer.status !== 303) throw new Error(`not withdrawn: ${answer.status} ${answer.main()}`)
}

/** What the database holds of announcements, oldest first. */
export async function stored({ database }: TestPortal) {
  return database.write.selectFrom('announcements').selectAll().orderBy('id').execute()
}

/** Act, kind and title of each line of the log, oldest first. */
export async function auditLines({ database }: TestPortal): Promise<string[][]> {
  const rows = await database.read
    .selectFrom('audit_lines')
    .select(['act', 'subject_kind', 'subject_title'])
    .orderBy('id')
    .execute()
  return rows.map(({ act, subject_kind, subject_title }) => [act, subject_kind, subject_title])
}
