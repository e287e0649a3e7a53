import { looksLikeFileName } from '../text/file-name.ts'
import type { Focus } from './focus.ts'

/** Pixels, upright. */
export type PictureSize = { width: number; height: number }

export type Picture = {
  id: number
  /** 20 hexadecimal digits: its folder and its place in addresses. */
  key: string
  /** The name in addresses: `[a-z0-9-]`, without extension. */
  fileName: string
  /** The name its owner gave the file, as people see it. */
  originalName: string
  /** Of the file that was received: `jpeg`, `png`, `webp`, `gif` or `avif`. */
  format: string
  /** Pixels, upright. */
  width: number
  height: number
  /** Of the file that was received. */
  bytes: number
  alternativeText: string
  /** Says nothing that the text does not say, so it needs no description. */
  isDecorative: boolean
  caption: string
  credit: string
  uploadedAt: string
  /** Since when anybody may fetch its files; null while only drafts show it. */
  publicSince: string | null
  /** What cuts of it should keep; null for its middle. */
  focus: Focus | null
}

export type Description = Pick<Picture, 'alternativeText' | 'isDecorative' | 'caption' | 'credit'>

/** What keeps the picture from being published. */
export type PictureProblem = 'missing' | 'file-name'

export function pictureProblems(picture: Description & Pick<Picture, 'originalName'>): PictureProblem | null {
  if (picture.isDecorative) return null
  if (picture.alternativeText === '') return 'missing'
  return looksLikeFileName(picture.alternativeText, picture.originalName) ? 'file-name' : null
}
