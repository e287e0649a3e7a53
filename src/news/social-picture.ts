import { type Picture, previewCut } from '../media/index.ts'
import type { SocialPicture } from '../site/layout.ts'

/** What a link preview shows of a picture; null where it has room for little of it. */
export function socialPicture(picture: Picture): SocialPicture | null {
  const cut = previewCut(picture)
  return cut && { ...cut, alternativeText: picture.isDecorative ? '' : picture.alternativeText }
}
