import type { Element, ElementContent } from 'hast'
import { element, text, textOf } from './elements.ts'
import { type BodyPicture, pictureScheme, type Rendering, type RenderTask } from './rendering.ts'

/** The pictures that a body may show, and what became of those that it names. */
export type Shelf = Pick<RenderTask, 'pictures'> & Pick<Rendering, 'shown' | 'missing'>

/** The picture that an image names, with the words that the body puts to it; null, and noted, where there is none. */
export function takePicture(image: Element, { pictures, shown, missing }: Shelf): BodyPicture | null {
  const address = textOf(image.properties['src'])
  const id = address.startsWith(pictureScheme) ? Number(address.slice(pictureScheme.length)) : Number.NaN
  const picture = pictures[id]
  if (!picture) {
    missing.push(address)
    return null
  }
  const alternativeText = textOf(image.properties['alt']) || picture.alternativeText
  const isDecorative = picture.isDecorative && alternativeText === ''
  shown.push({ id, alternativeText, isDecorative })
  return { ...picture, alternativeText, isDecorative, caption: textOf(image.properties['title']) || picture.caption }
}

/** How wide a page shows it: the whole column of an article, or half of it where there is room. Phones: `PictureWish`. */
const widths = { whole: '(min-width: 48rem) 43rem, 74vw', half: '(min-width: 48rem) 21rem, 74vw' }

export function pictureElement(picture: BodyPicture, column: keyof typeof widths): Element {
  const { src, srcset, webpSrcset, width, height, alternativeText: alt } = picture
  const sizes = widths[column]
  return element('picture', {}, [
    element('source', { type: 'image/webp', srcSet: webpSrcset, sizes }),
    element('img', { src, srcSet: srcset, sizes, width, height, alt, loading: 'lazy' }),
  ])
}

export const figure = (picture: BodyPicture): Element =>
  element('figure', {}, [pictureElement(picture, 'whole'), ...captions(picture.caption, picture.credit)])

/** None where there is nothing to say below the picture. */
export function captions(caption: string, credit: string): Element[] {
  if (!caption && !credit) return []
  const before: ElementContent[] = caption ? [text(credit ? `${caption} ` : caption)] : []
  return [element('figcaption', {}, [...before, ...(credit ? [element('span', {}, [text(credit)])] : [])])]
}
