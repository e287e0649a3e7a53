import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { select, selectAll } from 'hast-util-select'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { attributeOf } from '../html/element-kinds.ts'
import { lineOf } from '../html/read-html.ts'
import type { Field, Mapping } from '../mapping.ts'
import { type OldArticle, type OldPicture, type OldThing, type Place, problem } from '../old-article.ts'
import { readOldDate } from '../old-date.ts'
import { decodePage } from './text-stream.ts'

/** Larger pages hold no article, or many. */
export const mostPageBytes = 10 * 1024 * 1024

export const isPageFile = (name: string): boolean => /\.(?:x?html?|aspx?|php|jsp)$/i.test(name)

type Pages = { folder: string; files: string[]; mapping: Mapping; timeZone: string }

/** Pages of an old portal that were saved to a folder, read by the selectors of the mapping, in the order of their names. */
export async function* readSavedPages(
  { folder, files, mapping, timeZone }: Pages,
  onFile: (number: number) => void,
): AsyncGenerator<OldThing> {
  for (const [at, file] of files.entries()) {
    onFile(at + 1)
    const place: Place = { file, number: at + 1, line: null }
    const bytes = await readPageFile(join(folder, file))
    if (typeof bytes === 'string') yield { unread: place, problems: [problem(bytes)] }
    else yield readPage(bytes, place, mapping, timeZone)
  }
}

async function readPageFile(path: string): Promise<Buffer | 'too-large' | 'unreadable'> {
  try {
    const { size } = await stat(path)
    return size > mostPageBytes ? 'too-large' : await readFile(path)
  } catch {
    // One page that may not be read, or went away, is no reason to leave all others.
    return 'unreadable'
  }
}

function readPage(bytes: Buffer, place: Place, mapping: Mapping, timeZone: string): OldThing {
  const { text, problems } = decodePage(bytes)
  try {
    const page = fromHtml(text)
    return { article: { ...articleOf(page, place, mapping, timeZone), problems } }
  } catch (error) {
    // The parser calls itself for what lies inside.
    if (!(error instanceof RangeError)) throw error
    return { unread: place, problems: [problem('too-deep')] }
  }
}

function articleOf(page: Root, place: Place, mapping: Mapping, timeZone: string): Omit<OldArticle, 'problems'> {
  const read = (field: Field) => valueAt(page, mapping.selectors[field])
  const readAll = (field: Field) => valuesAt(page, mapping.selectors[field])
  const address = read('address') || savedFrom(page)
  const category = readAll('category').filter((name) => !/^trang chủ$/i.test(name))
  return {
    place,
    key: read('key') || address || place.file.normalize('NFC'),
    address: address || null,
    title: escapeHtml(read('title')),
    lead: escapeHtml(read('lead')),
    publishedAt: readOldDate(read('date'), mapping.dateFormat, timeZone),
    author: read('author'),
    tags: readAll('tags').flatMap((tag) => tag.split(',')),
    categories: category.length > 0 ? [category.map((name) => ({ name, slug: '' }))] : [],
    cover: coverOf(read('cover')),
    attachments: readAll('attachments'),
    isDraft: false,
    hasLines: false,
    // Last, since what stands inside the text and is none of it goes for good.
    body: bodyOf(page, mapping),
  }
}

/** "Save as" of browsers notes in a comment where the page came from. */
function savedFrom(page: Root): string {
  let address = ''
  visit(page, 'comment', ({ value }) => {
    address ||= /saved from url=\(\d+\)(https?:\S+)/.exec(value)?.[1] ?? ''
  })
  return address
}

/** The text without what has fields of its own, such as the title inside of it. */
function bodyOf(page: Root, { selectors, leaveOut }: Mapping): string {
  const selector = selectors.body ?? 'body'
  const own = (['title', 'lead', 'date', 'author'] as const).flatMap((field) => plainSelector(selectors[field]) ?? [])
  const bodies = selectAll(selector, page)
  for (const body of bodies) {
    const unwanted = new Set([...own, ...leaveOut].flatMap((each) => selectAll(each, body)))
    visit(body, 'element', (element, at, parent) => {
      if (!parent || at === undefined || !unwanted.has(element) || element === body) return
      parent.children.splice(at, 1)
      return at
    })
  }
  return bodies.map((body) => toHtml(body.children)).join('\n')
}

const plainSelector = (selector: string | undefined) => (selector?.includes('@') ? undefined : selector)

function coverOf(address: string): OldPicture | null {
  return address === '' ? null : { addresses: [address], alternativeText: '', caption: '' }
}

const valueAt = (page: Root, selector: string | undefined): string => valuesAt(page, selector, 1)[0] ?? ''

/** `h1` for the words of the first that has some, `link[rel=canonical]@href` for an attribute. */
function valuesAt(page: Root, selector: string | undefined, most = 50): string[] {
  if (!selector) return []
  const [, css = selector, attribute] = /^(.*?)@([\w-]+)$/.exec(selector) ?? []
  const found: Element[] = most === 1 ? [select(css, page)].filter((each) => each !== undefined) : selectAll(css, page)
  return found
    .slice(0, most)
    .map((element) => (attribute ? attributeOf(element, propertyOf(attribute)) : lineOf(element.children)).trim())
    .filter((value) => value !== '')
}

/** `data-src` → `dataSrc` */
const propertyOf = (attribute: string) => attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const escapeHtml = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Whether the parser of selectors understands it. */
export function isSelector(selector: string): boolean {
  try {
    select(selector.replace(/@[\w-]+$/, ''), { type: 'root', children: [] })
    return true
  } catch {
    return false
  }
}
