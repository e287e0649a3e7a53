import { formTokenField } from '../site/staff-router.ts'
import { libraryPath } from './paths.ts'
import { limitNumbers, maxBytes } from './picture-limits.ts'
import type { MediaWords } from './words.ts'

/** The name of the file input. */
export const uploadField = 'pictures'

/** What `part('media/upload', form)` shows; `public/scripts/upload.js` reads the texts it needs from it. */
export type UploadForm = {
  /** Carries the form token, which is checked before the body is read. */
  action: string
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
    action: `${libraryPath}?${new URLSearchParams({ [formTokenField]: formToken })}`,
    field: uploadField,
    // Without HEIC in the list an iPhone sends a JPEG instead.
    accept: 'image/jpeg,image/png,image/webp,image/gif,image/avif',
    maxBytes,
    help: words.uploadHelp(limitNumbers),
    tooLarge: words.refusals(limitNumbers)['too-large'],
    then,
    words,
  }
}
