import assert from 'node:assert/strict'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Answer, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'

export const otherPublisher = given.colleagueOf(duc)

export const together = (one: () => Promise<Answer>, other: () => Promise<Answer>) => Promise.all([one(), other()])
export const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()

/** One article in a portal of its own, and what each of two people sends who both have it open. */
export async function openedByMany(stands: 'draft' | 'submitted' | 'published' = 'submitted') {
  const portal = await testPortal()
  const article = await given.article(portal, { as: stands === 'published' ? 'published' : 'draft' })
  const { desk } = article
  portal.clock.advance({ minutes: 1 })
  if (stands === 'submitted') await portal.as(huong).post(`${desk}/gui-duyet`, formIn(await portal.as(huong).get(desk)))
  const opened = formIn(await portal.as(an).get(desk))
  for (const person of [huong, binh, duc, otherPublisher]) await portal.as(person).formToken()
  return {
    portal,
    article,
    press: (person: Person, deed: string, typed: Form = {}) =>
      portal.as(person).post(deed ? `${desk}/${deed}` : desk, { ...opened, ...typed }),
    /** What was done, oldest first, once everything else tells the same. */
    async acts() {
      assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
      const rows = await portal.database.write
        .selectFrom('article_events')
        .select('act')
        .where('article_id', '=', article.id)
        .orderBy('id')
        .execute()
      return rows.map(({ act }) => act as string)
    },
  }
}

/** Sessions end when the clock jumps, like those of anybody who was away. */
export async function duringNewSession(portal: TestPortal, act: () => Promise<unknown>) {
  portal.as(duc).cookies.clear()
  await signIn(portal.as(duc), duc)
  await act()
}
