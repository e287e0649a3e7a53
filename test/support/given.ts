import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { inviteFirstAdministrator, inviteStaff, oneTimeLink, type Role } from '../../src/accounts/index.ts'
import { addCategory } from '../../src/categories/index.ts'
import type { Schema } from '../../src/database/index.ts'
import { type Picture, pictureReader } from '../../src/media/index.ts'
import type { Answer, Form } from './client.ts'
import { duc, huong, type Person } from './people.ts'
import { declaredTables } from './row-types.ts'
import type { TestPortal } from './test-portal.ts'

/** Named situations: `import * as given from '../support/given.ts'`. */

/** Somebody who got a one-time link and has not opened it. `link` is its path. */
export async function invitation(portal: TestPortal, wish: { name?: string; email?: string; role?: Role } = {}) {
  const { name = 'Siu H’Lan', email = 'hlan@dakpo.gialai.gov.vn', role = 'reporter' } = wish
  const { id, token } = await inviteStaff(portal, null, { name, email, role })
  return { id, name, email, link: oneTimeLink(token), token }
}

/** The link that a fresh installation prints for whoever started it. */
export async function firstInvitation(portal: TestPortal): Promise<string> {
  const link = await inviteFirstAdministrator(portal, 'Quản trị')
  if (!link) throw new Error('somebody can sign in already')
  return link
}

/** Another one like this person, with an account of her own. */
export const colleagueOf = (person: Person, number = 2): Person => ({
  ...person,
  name: `${person.name} ${number}`,
  email: person.email.replace('@', `${number}@`),
})

/** Everything that the database holds, to show that nothing changed. */
export async function everythingStored({ database }: Pick<TestPortal, 'database'>): Promise<Record<string, string[]>> {
  const tables = Object.keys(declaredTables()) as (keyof Schema)[]
  const rows = await Promise.all(tables.map((table) => database.write.selectFrom(table).selectAll().execute()))
  return Object.fromEntries(
    tables.map((table, place) => [table, (rows[place] ?? []).map((row) => JSON.stringify(row)).sort()]),
  )
}

/** A category, last among those of its parent. Gives its id. */
export function category(portal: TestPortal, name: string, parentId: number | null = null): Promise<number> {
  return addCategory(portal, null, { name, slug: '', description: '', parentId, homePosition: null })
}

type PictureWish = { by?: Person; originalName?: string; alternativeText?: string; caption?: string; credit?: string }

/** A picture of the library with all its files, sent by somebody; described only when the wish says so. */
export async function picture(portal: TestPortal, wish: PictureWish = {}): Promise<Picture> {
  const { by = huong, originalName = 'ruộng rau Tân An.jpg', ...description } = wish
  const library = pictureReader(portal.database.write)
  const bytes = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#2f7d4f' } })
    .jpeg()
    .toBuffer()
  // The library knows a file that was sent before; what stands behind a JPEG makes it another one.
  const sentBytes = Buffer.concat([bytes, Buffer.from(randomUUID())])
  const files = [{ field: 'pictures', name: originalName, bytes: sentBytes, type: 'image/jpeg' }]
  succeeded(await portal.as(by).upload('/quan-tri/hinh-anh', files), 303)
  const [sent] = await library.listNewest({ filter: 'all', before: null, found: null }, 1)
  if (!sent) throw new Error(`${originalName} did not arrive`)
  if (description.alternativeText) {
    succeeded(await portal.as(by).post(`/quan-tri/hinh-anh/${sent.id}`, description), 303)
  }
  return (await library.find(sent.id)) ?? sent
}

/** What somebody types into the form of an article; without a word, all that publishing asks for but the category. */
export const typedArticle = (typed: Form = {}): Form => ({
  title: 'Hội nghị tổng kết năm 2016',
  lead: 'Sáng 15/02/2017, huyện tổng kết công tác năm.',
  body: 'Hội nghị đánh giá kết quả của năm.',
  author: 'Lan Hương',
  unit: 'Văn phòng HĐND và UBND huyện',
  ...typed,
})

export type GivenArticle = { id: number; desk: string; path: string; categoryId: number; version: number }
type ArticleWish = {
  writtenBy?: Person
  publishedBy?: Person
  as?: 'draft' | 'published' | 'withdrawn' | 'trashed'
  typed?: Form
}

/** An article, made through the newsroom as people make it; in a category of its own unless `typed` names one. */
export async function article(portal: TestPortal, wish: ArticleWish = {}): Promise<GivenArticle> {
  const { writtenBy = huong, publishedBy = duc, as = 'published' } = wish
  const categoryId = Number(wish.typed?.['categoryId'] ?? (await category(portal, 'Tin tức')))
  const typed = typedArticle({ ...wish.typed, categoryId: String(categoryId) })
  const saved = succeeded(await portal.as(writtenBy).post('/quan-tri/bai-viet', typed), 303)
  const desk = (saved.location ?? '').replace(/\?.*/, '')
  const id = Number(desk.split('/').at(-1))
  let version = 1
  const act = async (person: Person, deed: string, form: Form = {}) => {
    succeeded(await portal.as(person).post(`${desk}/${deed}`, form), 303)
    version += 1
  }

  if (as === 'published' || as === 'withdrawn') await act(publishedBy, 'dang', { ...typed, version: '1' })
  if (as === 'withdrawn') {
    // Readers had it for a minute: what nobody could see is never gone.
    portal.clock.advance({ minutes: 1 })
    await act(publishedBy, 'go', { withdrawReason: 'Đăng nhầm bản chưa duyệt.' })
  }
  if (as === 'trashed') await act(writtenBy, 'xoa')
  const { slug } = await portal.database.write
    .selectFrom('articles')
    .select('slug')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, desk, path: `/tin-bai/${slug}-${id}`, categoryId, version }
}

function succeeded(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Error(`not ${status} but ${answer.status}: ${answer.main() || answer.text.slice(0, 500)}`)
}
