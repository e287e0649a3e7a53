import { looksLikeFileName } from '../../text/file-name.ts'
import { blocks, type CheckedPicture } from '../checked.ts'
import { pictureIn } from '../quote.ts'
import type { Check } from '../reading.ts'

/** Pictures that somebody who cannot see them would get nothing from. */
export const alternativeTexts: Check = ({ article: { cover, bodyPictures, body } }, words) => {
  const undescribed = bodyPictures.filter(isUndescribed)
  const named = bodyPictures.filter(isNamedLikeAFile)
  return [
    ...(cover && isUndescribed(cover) ? [blocks('coverAlternative', words.describeCover)] : []),
    ...(cover && isNamedLikeAFile(cover)
      ? [blocks('coverAlternative', words.coverFileName, cover.alternativeText)]
      : []),
    ...(undescribed.length > 0
      ? [blocks('body', words.describePictures(undescribed.length), pictureIn(body, undescribed))]
      : []),
    ...(named.length > 0 ? [blocks('body', words.pictureFileNames(named.length), pictureIn(body, named))] : []),
  ]
}

const isUndescribed = ({ alternativeText, isDecorative }: CheckedPicture) =>
  !isDecorative && alternativeText.trim() === ''

const isNamedLikeAFile = ({ alternativeText, isDecorative, originalName }: CheckedPicture) =>
  !isDecorative && alternativeText.trim() !== '' && looksLikeFileName(alternativeText, originalName)
