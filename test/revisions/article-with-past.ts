import assert from 'node:assert/strict'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { binh, type Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

export const firstBody = 'Toàn huyện có 1.284 hộ nghèo.\n\nHội nghị kết thúc trong buổi sáng.'

/** Saves again what she had, with these words changed. */
export async function save(portal: TestPortal, person: Person, desk: string, typed: Form) {
  portal.clock.advance({ minutes: 10 })
  const version = await versionOf(portal, desk)
  const answer = await portal.as(person).post(desk, { ...typed, version: String(version) })
  assert.equal(answer.status, 303, answer.main())
}

export async function versionOf({ database }: TestPortal, desk: string): Promise<number> {
  const row = database.write
    .selectFrom('articles')
    .select('version')
    .where('id', '=', Number(desk.split('/').at(-1)))
  return (await row.executeTakeFirstOrThrow()).version
}

/** Hương wrote it, Bình corrected a number: two editions. */
export async function articleWithPast(portal: TestPortal, typedBefore: Form = {}) {
  const article = await given.article(portal, { as: 'draft', typed: { body: firstBody, ...typedBefore } })
  const typed = given.typedArticle({ categoryId: String(article.categoryId), body: firstBody })
  await save(portal, binh, article.desk, { ...typed, body: firstBody.replace('1.284', '1.248') })
  return { ...article, typed }
}

export const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
export const rowsOf = (main: string) => [...main.matchAll(/<tr>[\s\S]*?<\/tr>/g)].slice(1).map(([row]) => plain(row))
