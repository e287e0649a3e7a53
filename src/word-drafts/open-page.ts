import type { Notice } from '../site/forms.ts'
import { timeWithDate } from '../text/dates.ts'
import type { WordFileForm } from '../word-files/index.ts'
import { waitingPath } from './paths.ts'
import type { WaitingFile } from './waiting-file.ts'
import type { WordDraftWords } from './words.ts'

export type OpenPage = {
  title: string
  words: WordDraftWords
  listPath: string
  notice: Notice
  upload: WordFileForm
  waiting: { name: string; path: string; since: string }[]
}

export type OpenParts = {
  listPath: string
  notice: Notice
  upload: WordFileForm
  waiting: WaitingFile[]
  timeZone: string
  words: WordDraftWords
}

export function openPage({ waiting, timeZone, words, ...parts }: OpenParts): OpenPage {
  return {
    ...parts,
    title: words.title,
    words,
    waiting: waiting.map(({ key, name, receivedAt }) => ({
      name,
      path: waitingPath(key),
      since: words.waitsSince(timeWithDate(receivedAt, timeZone)),
    })),
  }
}
