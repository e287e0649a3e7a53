import type { Element } from 'hast'
import type { OldPicture } from '../old-article.ts'
import { attributeOf } from './element-kinds.ts'

const pictureFile = /\.(?:jpe?g|jfif|png|gif|webp|avif|heic|bmp|tiff?)(?:[?#]|$)/i
/** Where pages keep the address of a picture that they load later. */
const laterNames = ['dataSrc', 'dataOriginal', 'dataLazySrc']

/** A picture with the addresses that may lead to it, words where it draws an emoji, null where it only counts readers. */
export function picturesIn(image: Element, href: string | null): OldPicture | string | null {
  const alternativeText = attributeOf(image, 'alt').trim()
  if (isEmoji(alternativeText)) return alternativeText
  if (['width', 'height'].some((side) => /^[0-3](?:px)?$/.test(attributeOf(image, side)))) return null
  const own = [...laterNames.map((name) => attributeOf(image, name)), attributeOf(image, 'src')]
  // A small picture leads to the large one, whose file is the better of the two.
  const linked = href !== null && pictureFile.test(href) ? [href] : []
  const addresses = [...linked, ...own].map((address) => address.trim()).filter((address) => address !== '')
  return addresses.length === 0 ? null : { addresses, alternativeText, caption: '' }
}

/** Facebook, Zalo and WordPress draw emoji as pictures that are described by the character itself. */
const isEmoji = (words: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(words) &&
  /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u.test(words)

/** The page of a video that a frame plays; null for all other frames. */
export function videoAddress(address: string): string | null {
  const [, youtube] =
    /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{11})/.exec(address) ?? []
  if (youtube) return `https://www.youtube.com/watch?v=${youtube}`
  const [, vimeo] = /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)/.exec(address) ?? []
  return vimeo ? `https://vimeo.com/${vimeo}` : null
}
