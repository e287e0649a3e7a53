import { ownDescription } from '../../../word-files/rules/index.ts'

/** A picture that came with the text; `name` as a file. */
export type PastedPicture = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** What the clipboard holds of pictures that its HTML only names. */
export type FilePictures = ReadonlyMap<Element, PastedPicture>

export type PictureTake =
  | { kind: 'words'; words: string }
  | { kind: 'picture'; picture: PastedPicture; alternativeText: string }
  | { kind: 'left'; what: 'foreignPictures' | 'filePictures' | 'unusablePictures'; name: string }
  | { kind: 'nothing' }

const nothing: PictureTake = { kind: 'nothing' }
const usable: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/bmp': 'bmp',
  'image/tiff': 'tif',
}
/** What a page puts in place of a picture that it loads later, and what counts its readers. */
const leastBytes = 200
const longestName = 60
const fileAddress = /^file:/i

/** What an `img` comes to: an emoji, a picture of ours, or nothing but its name. No address of others stays in the text. */
export function takePicture(image: Element, files: FilePictures): PictureTake {
  const alternativeText = (image.getAttribute('alt') ?? '').trim()
  if (isEmoji(alternativeText)) return { kind: 'words', words: alternativeText }
  if (isTiny(image)) return nothing
  const file = files.get(image)
  if (file) return { kind: 'picture', picture: file, alternativeText: ownDescription(alternativeText) }
  const later = ['data-src', 'data-original', 'data-lazy-src'].map((name) => image.getAttribute(name)).find(Boolean)
  const address = later ?? image.getAttribute('src') ?? ''
  if (!/^data:/i.test(address)) return address === '' ? nothing : leftPicture(address, alternativeText)
  const picture = pictureIn(address, ownDescription(alternativeText))
  if (picture === null) return { kind: 'left', what: 'unusablePictures', name: nameFor(alternativeText, '') }
  return picture.bytes.length < leastBytes
    ? nothing
    : { kind: 'picture', picture, alternativeText: ownDescription(alternativeText) }
}

function leftPicture(address: string, alternativeText: string): PictureTake {
  if (fileAddress.test(address)) return { kind: 'left', what: 'filePictures', name: nameFor(alternativeText, '') }
  return { kind: 'left', what: 'foreignPictures', name: nameFor(alternativeText, address) }
}

/** Facebook and Zalo draw emoji as pictures that are described by the character itself. */
const isEmoji = (alternativeText: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(alternativeText) &&
  /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u.test(alternativeText)

function isTiny(image: Element): boolean {
  return ['width', 'height'].some((side) => /^[0-3](?:px)?$/.test(image.getAttribute(side) ?? ''))
}

/** null for a kind that cannot become a picture, such as drawings, and for what is no picture at all. */
function pictureIn(address: string, description: string): PastedPicture | null {
  const [, type = '', letters = ''] = /^data:([\w/+.-]+);base64,([\sA-Za-z\d+/=]*)$/.exec(address) ?? []
  const ending = usable[type.toLowerCase()]
  if (!ending) return null
  try {
    const bytes = Uint8Array.from(atob(letters.replace(/\s/g, '')), (letter) => letter.charCodeAt(0))
    return { name: `${description.slice(0, longestName) || 'anh-dan'}.${ending}`, type, bytes }
  } catch {
    return null
  }
}

function nameFor(alternativeText: string, address: string): string {
  const file =
    address
      .replace(/[?#].*$/s, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  return (ownDescription(alternativeText) || readable(file)).slice(0, longestName)
}

function readable(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** Which picture stands where; none where their numbers differ, since a wrong picture is worse than a missing one. */
export function matchFiles(page: Document, pictures: PastedPicture[]): FilePictures {
  const images = [...page.querySelectorAll('img')].filter((image) => fileAddress.test(image.getAttribute('src') ?? ''))
  const pairs = images.flatMap((image, at): [Element, PastedPicture][] => {
    const picture = pictures[at]
    return picture ? [[image, picture]] : []
  })
  return new Map(images.length === pictures.length ? pairs : [])
}
