import { warns } from '../checked.ts'
import { pictureIn } from '../quote.ts'
import type { Check } from '../reading.ts'

/** Pixels. A cover fills the screen of a phone at double density, and the previews of links. */
const enoughForCover = 800
/** Pixels. The column of an article is 40 rem, and every picture of a body fills it. */
const enoughForBody = 640

/** Only warns: a blurred picture harms nobody, and urgent news may have no better one. */
export const pictureSizes: Check = ({ article: { cover, bodyPictures, body } }, words) => {
  const narrow = bodyPictures.filter(({ width }) => width < enoughForBody).toSorted((a, b) => a.width - b.width)
  const [narrowest] = narrow
  return [
    ...(cover && cover.width < enoughForCover
      ? [warns('coverPictureId', words.smallCover(cover.width, enoughForCover))]
      : []),
    ...(narrowest ? [warns('body', words.smallPictures(narrowest.width, enoughForBody), pictureIn(body, narrow))] : []),
  ]
}
