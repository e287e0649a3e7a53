import type { UploadLimits } from '../site/incoming-files.ts'
import { formTokenField } from '../site/staff-router.ts'
import { mostFileBytes } from './limits.ts'
import type { WordFileWords } from './words.ts'

/** The name of the file input. It offers every file: a wrong one gets a sentence that says what to do, a hidden one none. */
export const wordFileField = 'wordFile'

/** What one form may bring, as the receiver is told. */
export const wordFileLimits: UploadLimits = { field: wordFileField, fileBytes: mostFileBytes, files: 1 }

/** What `part('word-files/upload', form)` shows; `public/scripts/word-upload.js` reads the texts it needs from it. */
export type WordFileForm = {
  /** Carries the form token, which is checked before the body is read. */
  action: string
  field: string
  maxBytes: number
  wrong: string | null
  tooLarge: string
  words: WordFileWords['upload']
}

type WordFileWish = { path: string; formToken: string; words: WordFileWords; wrong?: string | null }

export function wordFileForm({ path, formToken, words, wrong = null }: WordFileWish): WordFileForm {
  return {
    action: `${path}?${new URLSearchParams({ [formTokenField]: formToken })}`,
    field: wordFileField,
    maxBytes: mostFileBytes,
    wrong,
    tooLarge: words.refusals['too-large'],
    words: words.upload,
  }
}
