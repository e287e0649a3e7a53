import type { Block, Paragraph } from '../../../word-files/rules/index.ts'
import type { PastedPicture } from './pasted-pictures.ts'

/**
 * What is pasted comes to the blocks that files come to, so that the same rules judge both. What pages say and files
 * do not rides along: an item is a real one, which is never a heading however bold.
 */
export type RealItem = { level: number; label: string | null; isReal: true }

export const isRealItem = ({ list }: Paragraph): boolean => list !== null && 'isReal' in list

export type LeftKind =
  | 'foreignPictures'
  | 'filePictures'
  | 'unusablePictures'
  | 'styles'
  | 'notes'
  | 'noteTexts'
  | 'comments'
  | 'commentTexts'
  | 'trackedChanges'
  | 'contents'
  | 'links'
  | 'embeds'

/** Something that was left out; `name` where it has one. */
export type Left = { what: LeftKind; name: string }

/** Everything that a paste says, in reading order; the `at` of a picture is its place in `pictures`. */
export type Flow = { blocks: Block[]; pictures: PastedPicture[]; left: Left[] }
