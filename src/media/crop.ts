import type { PictureSize } from './picture.ts'
import { masterSize } from './picture-variants.ts'

/** What is kept of a picture: per mille of the whole. */
export type Crop = { x: number; y: number; width: number; height: number }

export const wholeCrop: Crop = { x: 0, y: 0, width: 1000, height: 1000 }

/** Pixels: a smaller one would be blurred in every list. */
export const leastCutSide = 200

export const isWhole = ({ width, height }: Crop): boolean => width >= 1000 && height >= 1000

/** Pixels of what is cut from a master of this size. */
export function cutArea(master: PictureSize, crop: Crop): PictureSize & { left: number; top: number } {
  const left = Math.min(Math.round((master.width * crop.x) / 1000), master.width - 1)
  const top = Math.min(Math.round((master.height * crop.y) / 1000), master.height - 1)
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round((master.width * crop.width) / 1000), master.width - left)),
    height: Math.max(1, Math.min(Math.round((master.height * crop.height) / 1000), master.height - top)),
  }
}

/** Whether enough is left of a picture that had this size when it arrived. */
export function isTooSmall(whole: PictureSize, crop: Crop): boolean {
  const master = masterSize(whole)
  const { width, height } = cutArea(master, crop)
  return width < Math.min(leastCutSide, master.width) || height < Math.min(leastCutSide, master.height)
}

export function isSameCrop(a: Crop | null, b: Crop | null): boolean {
  const [one, other] = [a ?? wholeCrop, b ?? wholeCrop]
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}
