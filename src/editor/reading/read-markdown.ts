import { DOMParser as DocumentReader, type Node, type Schema } from '@tiptap/pm/model'
import { Marked } from 'marked'
import { cleanHtml } from './clean-html.ts'
import { shapeHtml } from './shape-html.ts'

/** As `src/markdown/markdown-worker.ts` reads it. */
export const marked = new Marked({ gfm: true, breaks: false, async: false })

/** What the renderer would make of it, shaped for the editor. */
export function readHtml(markdown: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(`<body>${marked.parse(markdown) as string}`, 'text/html')
  cleanHtml(body)
  shapeHtml(body)
  return body
}

export const readMarkdown = (markdown: string, schema: Schema): Node =>
  DocumentReader.fromSchema(schema).parse(readHtml(markdown))

export type Read = {
  document: Node
  /** Of blocks that say by themselves what they say in the whole: how the writer wrote them. */
  sources: Map<Node, string>
}

/** Remembers the writing of each block, so that what nobody touches stays as it was written, letter by letter. */
export function readWithSources(markdown: string, schema: Schema): Read {
  const document = readMarkdown(markdown, schema)
  const sources = new Map<Node, string>()
  let next = 0
  for (const { type, raw } of marked.lexer(markdown)) {
    if (type === 'space' || type === 'def' || /^[ \t]/.test(raw)) continue
    const alone = readMarkdown(raw, schema)
    const place = alone.childCount === 1 ? placeOf(alone.child(0), document, next) : -1
    if (place < 0) continue
    sources.set(document.child(place), raw.trimEnd())
    next = place + 1
  }
  return { document, sources }
}

function placeOf(node: Node, document: Node, from: number): number {
  for (let place = from; place < document.childCount; place++) if (document.child(place).eq(node)) return place
  return -1
}
