import type { UploadLimits } from '../site/incoming-files.ts'
import { formTokenField } from '../site/staff-router.ts'
import { limitNumbers, maxBytes, maxFilesAtOnce, stopBytes } from './document-limits.ts'
import { libraryPath, replacementPath } from './paths.ts'
import type { DocumentWords } from './words.ts'

/** The name of the file input. It offers every file: a wrong one gets a sentence that says what to do, a hidden one none. */
export const uploadField = 'documentFiles'

/** What one form may bring, as the receiver is told. */
export const uploadLimits: UploadLimits = { field: uploadField, fileBytes: stopBytes, files: maxFilesAtOnce }

/** What `part('documents/upload', form)` shows; `public/scripts/documents-upload.js` reads the texts it needs from it. */
export type UploadForm = {
  /** Carries the form token, which is checked before the body is read. */
  action: string
  field: string
  maxBytes: number
  help: string
  tooLarge: string
  /** Where the script leads once everything has arrived. */
  whenDone: string
  words: DocumentWords
}

export function uploadForm(formToken: string, words: DocumentWords): UploadForm {
  return {
    action: withToken(libraryPath, formToken),
    field: uploadField,
    maxBytes,
    help: words.uploadHelp(limitNumbers),
    tooLarge: words.refusals(limitNumbers)['too-large'],
    whenDone: libraryPath,
    words,
  }
}

/** One file in the place of another. */
export type ReplacementForm = Pick<UploadForm, 'action' | 'field'>

export const replacementForm = (id: number, formToken: string): ReplacementForm => ({
  action: withToken(replacementPath(id), formToken),
  field: uploadField,
})

const withToken = (path: string, formToken: string) => `${path}?${new URLSearchParams({ [formTokenField]: formToken })}`
