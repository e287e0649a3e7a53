import { type Crop, wholeCrop } from './crop.ts'

/** The main point of a picture, per mille of its width and of its height. */
export type Focus = { x: number; y: number }

export const middle: Focus = { x: 500, y: 500 }

/** Width to height of the cut that lists show; `public/styles/site.css` cuts it. */
const listCut = 3 / 2
const steps = 10

/**
 * Where that cut lies along the side of the picture that is too long for it, in tenths of what is left over: 0 keeps the
 * left or the top, 10 the right or the bottom, null the middle. The main point comes as near to the middle of the cut as
 * the picture allows.
 */
export function cutPlace({ width, height }: { width: number; height: number }, focus: Focus | null): number | null {
  if (!focus) return null
  const isTall = width / height < listCut
  const point = (isTall ? focus.y : focus.x) / 1000
  const seen = isTall ? width / listCut / height : (height * listCut) / width
  if (seen >= 1) return null
  const place = Math.round(within((point - seen / 2) / (1 - seen), 0, 1) * steps)
  return place === steps / 2 ? null : place
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
