import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** What stands on a line of its own; a row of a table is one, its cells parted by dots. Texts are on one line. */
export type Block = {
  tag: string
  text: string
  /** The text without what stands in code. */
  prose: string
  /** In no list, quotation or table. */
  isTopLevel: boolean
  /** Nothing in it is not bold. */
  isBold: boolean
}

export type BodyLink = { href: string | null; text: string; block: Block }

export type BodyText = {
  /** In the order of the page, without empty ones but for headings. */
  blocks: Block[]
  links: BodyLink[]
  /** What is read aloud or shown on hovering: alternative texts and titles. */
  attributes: string[]
}

/** Real bodies stay below twenty; to walk thousands would overflow the stack. */
const mostLayers = 200
const voidTags = new Set(['br', 'hr', 'img', 'source'])
const blockTags = new Set(['p', 'h2', 'h3', 'h4', 'li', 'tr', 'pre', 'figure', 'figcaption', 'blockquote', 'aside'])

/** What readers see of a body; null where it is nested more deeply than anybody writes on purpose. */
export function readBody(html: string): BodyText | null {
  if (isTooDeep(html)) return null
  const page: Page = { drafts: [], attributes: [] }
  read(fromHtml(html, { fragment: true }), {
    page,
    draft: addDraft(page, '', true),
    link: null,
    isBold: false,
    isCode: false,
  })

  const finished = page.drafts.map((draft) => ({ draft, block: finish(draft) }))
  return {
    blocks: finished.map(({ block }) => block).filter(({ tag, text }) => text !== '' || isHeading(tag)),
    links: finished.flatMap(({ draft, block }) =>
      draft.links.map(({ href, text }) => ({ href, text: oneLine(text), block })),
    ),
    attributes: page.attributes.map(oneLine),
  }
}

export const isHeading = (tag: string): boolean => /^h[1-6]$/.test(tag)

/** Also letters that are drawn as nothing: the fillers of Hangul. */
export const isInvisible = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(/[\u115f\u1160\u3164\uffa0]/g, ''))

/** Cleaned HTML closes every tag, so that counting them tells how deep it goes. */
function isTooDeep(html: string): boolean {
  let layers = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (slash) layers--
    else if (!voidTags.has(name.toLowerCase())) layers++
    if (layers > mostLayers) return true
  }
  return false
}

/** A block while it is being read. `plain` is what is not bold. */
type Draft = Pick<Block, 'tag' | 'text' | 'prose' | 'isTopLevel'> & { plain: string; links: DraftLink[] }
type DraftLink = { href: string | null; text: string }
type Page = { drafts: Draft[]; attributes: string[] }
type Place = { page: Page; draft: Draft; link: DraftLink | null; isBold: boolean; isCode: boolean }

function addDraft(page: Page, tag: string, isTopLevel: boolean): Draft {
  const draft: Draft = { tag, text: '', prose: '', plain: '', isTopLevel, links: [] }
  page.drafts.push(draft)
  return draft
}

function read(node: Nodes, place: Place): void {
  if (node.type === 'text') addText(node.value, place)
  else if (node.type === 'element') readElement(node, place)
  else if (node.type === 'root') for (const child of node.children) read(child, place)
}

function readElement(element: Element, place: Place): void {
  place.page.attributes.push(...['alt', 'title'].flatMap((name) => textOf(element.properties[name]) ?? []))
  if (element.tagName === 'br') addText(' ', place)
  if (/^t[dh]$/.test(element.tagName) && place.draft.text.trim() !== '') addText(' · ', place)

  const inner = placeIn(element, place)
  for (const child of element.children) read(child, inner)
  if (inner.draft !== place.draft) addText(' ', place)
}

function placeIn({ tagName, properties }: Element, place: Place): Place {
  if (blockTags.has(tagName)) {
    return { ...place, draft: addDraft(place.page, tagName, place.draft.tag === ''), isBold: false }
  }
  if (tagName === 'strong' || tagName === 'b') return { ...place, isBold: true }
  if (tagName === 'code') return { ...place, isCode: true }
  // The renderer's own: to the file of a picture, or to a video of a site that it knows.
  if (tagName !== 'a' || place.draft.tag === 'figure') return place
  const link: DraftLink = { href: textOf(properties['href']), text: '' }
  place.draft.links.push(link)
  return { ...place, link }
}

function addText(text: string, { draft, link, isBold, isCode }: Place): void {
  draft.text += text
  if (!isBold) draft.plain += text
  if (!isCode) draft.prose += text
  if (link) link.text += text
}

function finish({ tag, text, prose, plain, isTopLevel }: Draft): Block {
  const [line, isBold] = [oneLine(text), plain.trim() === '']
  return { tag, text: line, prose: oneLine(prose), isTopLevel, isBold: isBold && line !== '' }
}

/** The page holds no-break spaces that nobody typed. */
const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
