import type { Language } from '../config.ts'

/** A picture as a body may show it: ready addresses, so that rendering needs no database. */
export type BodyPicture = {
  src: string
  srcset: string
  webpSrcset: string
  /** The widest file. */
  largest: string
  width: number
  height: number
  alternativeText: string
  isDecorative: boolean
  caption: string
  credit: string
}

/** `language`: of what the portal itself says in the HTML. */
export type RenderTask = { markdown: string; pictures: Record<number, BodyPicture>; language: Language }

export type Rendering = {
  html: string
  /** Pictures that the body shows, with the alternative text that readers get. */
  shown: { id: number; alternativeText: string; isDecorative: boolean }[]
  /** Pictures that the body names but the library does not have, or that lie on another site. */
  missing: string[]
}

/** Too slow or too deeply nested: some short inputs take any Markdown parser past every limit. */
export type Unrenderable = { unrenderable: true }

/** Changes whenever the same Markdown would give other HTML, so that stored HTML is made again. */
export const rendererVersion = '3'

/** Pictures stand in a body as `![mô tả](anh:12 "chú thích")`. */
export const pictureScheme = 'anh:'

export function pictureIdsIn(markdown: string): number[] {
  const ids = [...markdown.matchAll(/(?:\(|src=")anh:([1-9]\d{0,8})/g)].map((match) => Number(match[1]))
  return [...new Set(ids)]
}
