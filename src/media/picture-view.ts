import { cutPlace } from './focus.ts'
import { filePath, publicFilesPath, staffFilesPath } from './paths.ts'
import type { Picture } from './picture.ts'
import { heightAt, type VariantFormat, variantName, variantWidths } from './picture-variants.ts'

/** What `part('media/picture', view)` shows. */
export type PictureView = {
  src: string
  srcset: string
  webpSrcset: string
  /** The widest file, for whoever looks at the picture by itself. */
  largest: string
  sizes: string
  /** Pixels; browsers keep the place free with them. */
  width: number
  height: number
  /** Empty where the picture says nothing that the text does not say. */
  alternativeText: string
  loading: 'eager' | 'lazy'
  /** Where a cut of it lies, in tenths; null for the middle. See `cutPlace`. */
  cutAt: number | null
}

export type PictureWish = {
  /**
   * The `sizes` of HTML: how wide the page shows it. Phones are told 74vw where it takes 92: with two dots to a pixel they ask
   * for 640 instead of 960, with three for 960 instead of 1600, and a photo shows no difference there.
   */
  sizes: string
  /** Eager for the one picture that readers see first. */
  loading: 'eager' | 'lazy'
  /** Other words than the picture's own, such as none beside a headline. */
  alternativeText?: string
  /** The public, unless it says otherwise. */
  audience?: Audience
}

/**
 * Who shall be able to fetch the files: everybody, once the picture is public; staff, also before that; or whoever another
 * room sends them to, below a path of its own.
 */
export type Audience = 'public' | 'staff' | { filesPath: string }

/** For browsers too old for `srcset`, and for link previews. */
const plainWidth = 960

export function pictureView(picture: Picture, wish: PictureWish): PictureView {
  const widths = variantWidths(picture.width)
  const filesPath = filesPathFor(wish.audience ?? 'public')
  const address = (width: number, format: VariantFormat) =>
    filePath(filesPath, { key: picture.key, name: variantName(picture.fileName, { width, format }) })
  const srcset = (format: VariantFormat) => widths.map((width) => `${address(width, format)} ${width}w`).join(', ')

  const width = Math.max(...widths)
  return {
    src: address(plainWidthOf(picture), 'jpg'),
    srcset: srcset('jpg'),
    webpSrcset: srcset('webp'),
    largest: address(width, 'jpg'),
    sizes: wish.sizes,
    width,
    height: heightAt(width, picture),
    alternativeText: wish.alternativeText ?? (picture.isDecorative ? '' : picture.alternativeText),
    loading: wish.loading,
    cutAt: cutPlace(picture, picture.focus),
  }
}

/** How wide the one file is that stands for the picture where nothing can be chosen. */
export const plainWidthOf = ({ width }: Pick<Picture, 'width'>): number =>
  Math.max(...variantWidths(width).filter((each) => each <= plainWidth))

function filesPathFor(audience: Audience): string {
  if (audience === 'public') return publicFilesPath
  return audience === 'staff' ? staffFilesPath : audience.filesPath
}
