import { type Focus, placeOfCut } from './focus.ts'
import { publicFilePath } from './paths.ts'
import type { PictureSize } from './picture.ts'
import { heightAt, variantWidths } from './picture-variants.ts'

/**
 * Width to height of the cuts that no page of ours shows: the three that search engines ask for, and what link previews
 * show. They are cut when somebody first asks for them.
 */
const ratios = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1, '40x21': 40 / 21 } as const

export type Ratio = keyof typeof ratios

/** Where it lies along the side that is too long, in tenths: another main point is another file. */
export type RatioCut = { ratio: Ratio; place: number }

/** What is known of a picture that is cut. */
export type CutPicture = PictureSize & { key: string; fileName: string; focus: Focus | null }

/** Pixels: the size that link previews ask for, and enough for search engines. */
const cutWidth = 1200
/** A narrower part would be a blur once a link preview has stretched it. */
const leastPreviewWidth = 600
const searchRatios = ['16x9', '4x3', '1x1'] as const
const previewRatio: Ratio = '40x21'

export const ratioCut = (picture: CutPicture, ratio: Ratio): RatioCut => ({
  ratio,
  place: placeOfCut(picture, picture.focus, ratios[ratio]),
})

/** `ruong-rau-16x9-5.jpg` */
const cutName = (fileName: string, { ratio, place }: RatioCut) => `${fileName}-${ratio}-${place}.jpg`

/** The address of the cut as the picture is now. */
export const ratioCutPath = (picture: CutPicture, ratio: Ratio): string =>
  publicFilePath({ key: picture.key, name: cutName(picture.fileName, ratioCut(picture, ratio)) })

/** What such a name asks for, whatever the picture was called and wherever its main point was then. */
export function ratioIn(name: string): Ratio | null {
  const [, ratio = ''] = /-(\d+x\d+)-\d{1,2}\.jpg$/.exec(name) ?? []
  return Object.hasOwn(ratios, ratio) ? (ratio as Ratio) : null
}

/** Pixels of the widest file that we made of the picture, which is what gets cut. */
export function cutSource(picture: CutPicture): PictureSize {
  const width = Math.max(...variantWidths(picture.width))
  return { width, height: heightAt(width, picture) }
}

/** The part to cut, and how large it becomes: never larger than it is, but for the size that link previews ask for. */
export function ratioArea(picture: CutPicture, { ratio, place }: RatioCut) {
  const source = cutSource(picture)
  const whole = ratios[ratio]
  const width = Math.min(source.width, Math.round(source.height * whole))
  const height = Math.min(source.height, Math.max(1, Math.round(source.width / whole)))
  const left = Math.round(((source.width - width) * place) / 10)
  const top = Math.round(((source.height - height) * place) / 10)
  const wide = ratio === previewRatio ? cutWidth : Math.min(cutWidth, width)
  return { area: { left, top, width, height }, size: { width: wide, height: Math.max(1, Math.round(wide / whole)) } }
}

/** Addresses of the three cuts that search engines choose from. */
export const searchCutPaths = (picture: CutPicture): string[] =>
  searchRatios.map((ratio) => ratioCutPath(picture, ratio))

/** For link previews; null where a lying cut would leave too little of the picture. */
export function previewCut(picture: CutPicture): (PictureSize & { path: string }) | null {
  const { area, size } = ratioArea(picture, ratioCut(picture, previewRatio))
  if (picture.width < picture.height || area.width < leastPreviewWidth) return null
  return { path: ratioCutPath(picture, previewRatio), ...size }
}
