import type { Draft, Legacy } from '../word-files/index.ts'

export type PictureWords = { alternativeText: string; caption: string }

/** A text of a file; pictures stand in its body by their place in the file. */
export type WaitingText = Omit<Draft, 'pictures'> & { pictures: PictureWords[] }

/** A picture of a file: its pixels, or the sentence that tells why the library does not take it. */
export type WaitingPicture = { name: string; found: { width: number; height: number } | { issue: string } }

/** A file that was read and waits until somebody takes it over; readers and colleagues see nothing of it. */
export type WaitingFile = {
  /** 32 hexadecimal digits; the form that takes it over goes by them, so that it makes one article. */
  key: string
  name: string
  receivedAt: string
  /** A .docx or .odt, which readers can be given. */
  isOffice: boolean
  /** In Unicode, whatever the file was written in. */
  text: WaitingText
  /** In an old encoding, letter by letter as the file has it. */
  asFound: { legacy: Legacy; text: WaitingText } | null
  pictures: WaitingPicture[]
}

/** What became of a file, for whoever opens the draft first. */
export type Opening = {
  articleId: number
  lacksLead: boolean
  lacksCategory: boolean
  /** How many pictures lack a description. */
  undescribed: number
  missing: MissingPicture[]
  /** Why the file itself is not attached, though that was asked for. */
  originalIssue: string | null
}

/** `number` counts from 1; `after` is how the text before it begins, empty at the start. */
export type MissingPicture = { number: number; caption: string; after: string; issue: string }

export const hoursOfLife = 24
/** Files of one person; of more the oldest goes. */
export const mostWaiting = 10

export const isUsable = ({ found }: WaitingPicture): boolean => !('issue' in found)
