import { atMost, type Issue, readId, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { PreviewWords } from './words.ts'

/** `editionId` is the edition that stood above the form; null when the form does not say. */
export type TypedAnswer = { editionId: number | null; note: string }

export const noteField = 'note'
export const editionField = 'edition'

const mostLetters = 1_000

export const readAnswer = (form: Submitted): TypedAnswer => ({
  editionId: readId(form, editionField),
  note: readText(form, noteField),
})

/** Of an answer that asks for changes; who agrees has nothing to write. */
export const noteIssues = ({ note }: TypedAnswer, words: PreviewWords, brokenLetters: string): Issue[] => [
  ...required(note, noteField, words.enterNote),
  ...atMost(note, mostLetters, noteField, words.tooLong(formatNumber(mostLetters))),
  ...unbroken(note, noteField, brokenLetters),
]
