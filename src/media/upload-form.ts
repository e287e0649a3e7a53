import type { UploadLimits } from '../site/incoming-files.ts'
import { formTokenField } from '../site/staff-router.ts'
import { libraryPath, partsPath } from './paths.ts'
import { limitNumbers, maxBytes, maxFilesAtOnce, stopBytes } from './picture-limits.ts'
import type { MediaWords } from './words.ts'

/** The name of the file input. */
export const uploadField = 'pictures'

/** What one form may bring, as the receiver is told. */
export const uploadLimits: UploadLimits = { field: uploadField, fileBytes: stopBytes, files: maxFilesAtOnce }

/** Without HEIC in the list an iPhone sends a JPEG instead. */
export const accept = 'image/jpeg,image/png,image/webp,image/gif,image/avif'

/** An address that files are sent to carries the form token, which is checked before the body is read. */
export const withToken = (path: string, formToken: string): string =>
  `${path}?${new URLSearchParams({ [formTokenField]: formToken })}`

/** What `part('media/upload', form)` shows; `public/scripts/upload.js` reads the texts it needs from it. */
export type UploadForm = {
  action: string
  /** Where a script sends a file in parts: a name for the upload follows. */
  partsPath: string
  field: string
  accept: string
  maxBytes: number
  help: string
  tooLarge: string
  /** Where the script leads once everything has arrived; null stays, as beside a text that is being written. */
  then: string | null
  words: MediaWords
}

export function uploadForm(formToken: string, words: MediaWords, then: string | null = null): UploadForm {
  return {
    action: withToken(libraryPath, formToken),
    partsPath,
    field: uploadField,
    accept,
    maxBytes,
    help: words.uploadHelp(limitNumbers),
    tooLarge: words.refusals(limitNumbers)['too-large'],
    then,
    words,
  }
}
