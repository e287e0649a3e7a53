import { type Crop, wholeCrop } from './crop.ts'
import type { PictureSize } from './picture.ts'

/** The main point of a picture, per mille of its width and of its height. */
export type Focus = { x: number; y: number }

export const middle: Focus = { x: 500, y: 500 }

/** Width to height of the cut that lists show; `public/styles/site.css` cuts it. */
const listCut = 3 / 2
const steps = 10
const middlePlace = steps / 2

/**
 * Where that cut lies along the side of the picture that is too long for it, in tenths of what is left over: 0 keeps the
 * left or the top, 10 the right or the bottom, null the middle. The main point comes as near to the middle of the cut as
 * the picture allows.
 */
export function cutPlace({ width, height }: PictureSize, focus: Focus | null): number | null {
  const place = placeOfCut({ width, height }, focus, listCut)
  return place === middlePlace ? null : place
}

/** The same for a cut of any width to height. */
export function placeOfCut({ width, height }: PictureSize, focus: Focus | null, ratio: number): number {
  const isTall = width / height < ratio
  const seen = isTall ? width / ratio / height : (height * ratio) / width
  if (!focus || seen >= 1) return middlePlace
  const point = (isTall ? focus.y : focus.x) / 1000
  return Math.round(within((point - seen / 2) / (1 - seen), 0, 1) * steps)
}

/** The same point after another cut from the same whole; null when it was cut away. */
export function focusAfter(focus: Focus | null, from: Crop | null, to: Crop | null): Focus | null {
  if (!focus) return null
  const [old, next] = [from ?? wholeCrop, to ?? wholeCrop]
  const moved = {
    x: Math.round((old.x + (focus.x * old.width) / 1000 - next.x) * (1000 / next.width)),
    y: Math.round((old.y + (focus.y * old.height) / 1000 - next.y) * (1000 / next.height)),
  }
  return isInside(moved.x) && isInside(moved.y) ? moved : null
}

const isInside = (perMille: number) => perMille >= 0 && perMille <= 1000

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
