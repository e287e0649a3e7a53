import type { Picture, PictureView } from '../media/index.ts'
import type { SocialPicture } from '../site/layout.ts'

const mostWidth = 960

/** What a link preview shows: the JPEG that every reader of such previews understands, with its size. */
export function socialPicture(picture: Picture, view: PictureView): SocialPicture {
  const width = Math.min(picture.width, mostWidth)
  const height = Math.round((picture.height * width) / picture.width)
  return { path: view.src, width, height, alternativeText: picture.alternativeText }
}
