import { shortenAtWord } from '../text/display.ts'

/** A picture as a draft's body shows it; label and title are Markdown, escaped as they stand. */
export type PictureMark = { at: number; label: string; title: string }

// Only what `word-files` wrote: in the words of an author these brackets are escaped.
const marks = /!\[((?:\\.|[^\]\\])*)\]\(tep:(\d+)(?: "((?:\\.|[^"\\])*)")?\)/g
const lettersOfPlace = 60

export const pictureMarkdown = (address: string, { label, title }: Pick<PictureMark, 'label' | 'title'>): string =>
  `![${label}](${address}${title === '' ? '' : ` "${title}"`})`

/** The body with `write` in the place of each picture; where that is empty, nothing is left of it. */
export function placePictures(body: string, write: (mark: PictureMark) => string): string {
  const written = body.replace(marks, (_, label: string, at: string, title = '') =>
    write({ at: Number(at), label, title }),
  )
  return written.replace(/\n{3,}/g, '\n\n').trim()
}

/** The body without the first place of a picture: what stands above a text is not repeated in it. */
export function withoutFirst(body: string, at: number): string {
  const first = marksIn(body).find((mark) => mark.at === at)
  if (!first) return body
  return (body.slice(0, first.index) + body.slice(first.index + first.length)).replace(/\n{3,}/g, '\n\n').trim()
}

/** The picture that the body begins with. */
export function firstThing(body: string): number | null {
  const [first] = marksIn(body)
  return first?.index === 0 ? first.at : null
}

/** How the paragraph before a picture begins, as its author wrote it; empty where nothing stands before it. */
export function textBefore(body: string, at: number): string {
  const first = marksIn(body).find((mark) => mark.at === at)
  const before = placePictures(body.slice(0, first?.index ?? 0), () => '')
  return shortenAtWord(plain(before.split('\n\n').at(-1) ?? '').replace(/\.$/, ''), lettersOfPlace)
}

export type BodyFacts = { headings: string[]; tables: number }

export const bodyFacts = (body: string): BodyFacts => ({
  headings: (body.match(/^#{1,6} .*/gm) ?? []).map(plain),
  tables: body.match(/^\|(?: --- \|)+$/gm)?.length ?? 0,
})

const marksIn = (body: string) =>
  [...body.matchAll(marks)].map(({ 0: whole, 2: at, index }) => ({ at: Number(at), index, length: whole.length }))

const plain = (markdown: string): string =>
  markdown
    .replace(/^[#>\s]+|^\s*[-*] |(?<!\\)(?:\*+|~~|\|)/gm, '')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/\\(?=[^\w\s])/g, '')
    .trim()
