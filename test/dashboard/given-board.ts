import assert from 'node:assert/strict'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Answer, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

export const board = '/quan-tri'

export type Work = 'draft' | 'returned' | 'submitted' | 'reviewed' | 'unreviewed'
type Wish = {
  writtenBy?: Person | undefined
  typed?: Form | undefined
  signedBy?: Partial<Record<'submitted' | 'reviewed', Person>>
}

/** An article where the newsroom has left it, brought there by its own buttons. */
export async function articleAt(
  portal: TestPortal,
  work: Work,
  { writtenBy = huong, typed, signedBy = {} }: Wish = {},
) {
  const article = await writtenArticle(portal, { writtenBy, typed })
  const { submitted = writtenBy, reviewed = binh } = signedBy
  if (work === 'unreviewed')
    await press(portal, duc, article.desk, 'dang-ngay', { reason: 'Bão sắp vào, dân cần biết ngay.' })
  if (work === 'submitted' || work === 'reviewed' || work === 'returned')
    await press(portal, submitted, article.desk, 'gui-duyet')
  if (work === 'reviewed') await press(portal, reviewed, article.desk, 'duyet')
  if (work === 'returned')
    await press(portal, binh, article.desk, 'tra-lai', { note: 'Bổ sung số hộ nghèo của từng xã.' })
  return article
}

/** A draft, in Tin tức unless `typed` names another category. */
export async function writtenArticle(portal: TestPortal, { writtenBy = huong, typed = {} }: Omit<Wish, 'signedBy'>) {
  const categoryId = typed['categoryId'] ?? String(await newsCategory(portal))
  return given.article(portal, { as: 'draft', writtenBy, typed: { ...typed, categoryId } })
}

async function newsCategory(portal: TestPortal): Promise<number> {
  const known = portal.database.write.selectFrom('categories').select('id').where('slug', '=', 'tin-tuc')
  return (await known.executeTakeFirst())?.id ?? given.category(portal, 'Tin tức')
}

/** Presses a button of the editor, with the form as she sees it and what she types into it. */
export async function press(portal: TestPortal, person: Person, desk: string, deed: string, typed: Form = {}) {
  const form = formIn(await portal.as(person).get(desk))
  const answer = await portal.as(person).post(`${desk}/${deed}`, { ...form, ...typed })
  assert.equal(answer.status, 303, `${deed}: ${answer.status} ${answer.main().slice(0, 2000)}`)
}

export async function setRules(portal: TestPortal, form: Form) {
  assert.equal((await portal.as(an).post('/quan-tri/quy-tac', form)).status, 303)
}

export type SeenRow = { title: string; path: string; text: string; button: string | null }
export type SeenSection = { text: string; rows: SeenRow[]; links: { name: string; path: string }[] }

/** What she sees in the section with this id. */
export async function sectionFor(portal: TestPortal, person: Person, id: string): Promise<SeenSection> {
  return sectionOn(await portal.as(person).get(board), id)
}

export function sectionOn(answer: Answer, id: string): SeenSection {
  assert.equal(answer.status, 200, answer.main())
  const section = elementsIn(pageOf(answer.text)).find(
    ({ tagName, properties }) => tagName === 'section' && String(properties['ariaLabelledBy']) === id,
  )
  assert.ok(section, `the board has the section “${id}”`)
  const all = elementsIn(section)
  const line = (element: (typeof all)[number]) => textIn(element).replace(/\s+/g, ' ').trim()
  const linksIn = (elements: typeof all) =>
    elements
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => ({ name: line(link), path: String(link.properties['href']) }))
  const head = all.find(({ properties }) => String(properties['className']) === 'head')
  const rows = all.filter(({ tagName, properties }) => tagName === 'li' && String(properties['className']) === 'row')
  return {
    text: line(section),
    rows: rows.map((row) => {
      const [name, button] = linksIn(elementsIn(row))
      return { title: name?.name ?? '', path: name?.path ?? '', text: line(row), button: button?.name ?? null }
    }),
    links: linksIn(head ? elementsIn(head) : []),
  }
}

export const titlesIn = ({ rows }: SeenSection) => rows.map(({ title }) => title)
