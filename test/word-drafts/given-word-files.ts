import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Answer } from '../support/client.ts'
import { huong, type Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'
import { docxOf, wordParagraph } from '../word-files/given-archive.ts'

export const wordFiles = '/quan-tri/bai-viet/tep-word'

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../word-files/fixtures', name))

type FileWish = { by?: Person; name?: string; bytes?: Uint8Array }

/** No two files are sent in the same moment. */
export function send(portal: TestPortal, { by = huong, name = 'dak-po.docx', bytes = fixture(name) }: FileWish = {}) {
  portal.clock.advance({ seconds: 1 })
  return portal.as(by).upload(wordFiles, [{ field: 'wordFile', name, bytes }])
}

/** A file that waits to be looked at; gives the address of its page. */
export async function waiting(portal: TestPortal, wish: FileWish = {}): Promise<string> {
  const { status, location, text } = await send(portal, wish)
  if (status !== 303 || !location) throw new Error(`${status} ${text.slice(0, 500)}`)
  return location
}

/** What a browser would send of the page as it stands, with some of it typed anew. */
export async function formOn(portal: TestPortal, path: string, typed: Record<string, string> = {}, by = huong) {
  const { text } = await portal.as(by).get(path)
  const fields = [...text.matchAll(/<textarea id="([^"]+)"[^>]*>\n?([^<]*)</g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&#34;', '"').replaceAll('&amp;', '&'),
  ])
  const selects = [...text.matchAll(/<select id="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']) => [
    name,
    /value="([^"]*)" selected/.exec(select)?.[1] ?? '',
  ])
  return { ...Object.fromEntries([...fields, ...selects]), ...typed } as Record<string, string>
}

/** Takes a file over as its page proposes it; gives the answer. */
export async function takeOver(portal: TestPortal, path: string, typed: Record<string, string> = {}, by = huong) {
  return portal.as(by).post(path, await formOn(portal, path, typed, by))
}

export const articleIdIn = ({ location, status, text }: Answer): number => {
  const id = /\/bai-viet\/(\d+)\?/.exec(location ?? '')?.[1]
  if (!id) throw new Error(`${status} ${location} ${text.slice(0, 800)}`)
  return Number(id)
}

export async function storedArticle({ database }: TestPortal, id: number) {
  return database.write
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.draft_edition_id')
    .select(['title', 'lead', 'body', 'author', 'unit', 'category_id', 'cover_picture_id', 'genre', 'tags'])
    .where('articles.id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function countOf({ database }: TestPortal, table: 'articles' | 'pictures' | 'documents'): Promise<number> {
  return (await database.write.selectFrom(table).select('id').execute()).length
}

/** Folders of files that wait. */
export const shelfOf = async ({ config }: TestPortal): Promise<string[]> =>
  (await readdir(join(config.uploads, 'tep-word'))).filter((name) => name !== 'incoming')

export const arrivingIn = ({ config }: TestPortal): Promise<string[]> =>
  readdir(join(config.uploads, 'tep-word', 'incoming'))

export const png = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })
    .png()
    .toBuffer()

const drawing = (number: number): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="${number}" name="a"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="p${number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

const sentences = [
  'Xã Tân An ra quân làm đường',
  'Sáng 16/02/2017, hơn 200 người của bốn thôn đắp đường ra đồng mía, dài một cây số hai.',
  'Mỗi hộ góp hai ngày công.',
  'Xã hỗ trợ 40 tấn xi măng.',
]

/** A short article with a picture after each of its paragraphs but the first two. */
export function articleWith(pictures: Buffer[]): Buffer {
  const [title = '', lead = '', ...rest] = sentences
  const body = rest.map((sentence, place) => wordParagraph(sentence) + (pictures[place] ? drawing(place) : ''))
  const relations = pictures
    .map((_, place) => `<Relationship Id="p${place}" Type="image" Target="media/image${place + 1}.png"/>`)
    .join('')
  return docxOf([wordParagraph(title), wordParagraph(lead), ...body].join(''), {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ...Object.fromEntries(pictures.map((bytes, place) => [`word/media/image${place + 1}.png`, bytes])),
  })
}
