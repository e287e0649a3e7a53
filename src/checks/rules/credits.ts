import { type CheckedPicture, warns } from '../checked.ts'
import { pictureIn } from '../quote.ts'
import type { Check } from '../reading.ts'

/** Whoever took a picture has a right to be named. */
export const credits: Check = ({ article: { cover, bodyPictures, body } }, words) => {
  const nameless = bodyPictures.filter(isNameless)
  return [
    ...(cover && isNameless(cover) ? [warns('coverPictureId', words.creditCover)] : []),
    ...(nameless.length > 0 ? [warns('body', words.creditPictures(nameless.length), pictureIn(body, nameless))] : []),
  ]
}

const isNameless = ({ credit }: CheckedPicture) => credit.trim() === ''
