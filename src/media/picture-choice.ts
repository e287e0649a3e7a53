import type { LibraryWish } from './library.ts'
import { libraryAddress } from './library-address.ts'
import { chooserPath, picturePath, staffFilePath } from './paths.ts'
import { type Picture, type PictureProblem, pictureProblems } from './picture.ts'
import { variantName, variantWidths } from './picture-variants.ts'

/** A picture as the scripts of the newsroom get it, in JSON. */
export type PictureChoice = {
  id: number
  name: string
  /** The page where it is described. */
  path: string
  /** Address of a small JPEG. */
  thumbnail: string
  /** Pixels of the picture itself, upright. */
  width: number
  height: number
  alternativeText: string
  isDecorative: boolean
  caption: string
  /** What keeps it from being published. */
  problem: PictureProblem | null
}

/** What the picker of the editor shows: newest first, `older` the address of the next ones. */
export type PictureChoices = { pictures: PictureChoice[]; older: string | null }

export function pictureChoices(pictures: Picture[], most: number, wish: LibraryWish): PictureChoices {
  const last = pictures.length > most ? pictures[most - 1] : undefined
  return {
    pictures: pictures.slice(0, most).map(pictureChoice),
    older: last ? libraryAddress(chooserPath, { ...wish, before: last.id }) : null,
  }
}

export function pictureChoice(picture: Picture): PictureChoice {
  const width = Math.min(...variantWidths(picture.width))
  return {
    id: picture.id,
    name: picture.originalName,
    path: picturePath(picture.id),
    thumbnail: staffFilePath({ key: picture.key, name: variantName(picture.fileName, { width, format: 'jpg' }) }),
    width: picture.width,
    height: picture.height,
    alternativeText: picture.alternativeText,
    isDecorative: picture.isDecorative,
    caption: picture.caption,
    problem: pictureProblems(picture),
  }
}
