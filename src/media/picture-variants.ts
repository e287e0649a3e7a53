import type { PictureSize } from './picture.ts'

/**
 * What browsers are offered, with the only types that these files are ever sent as: WebP first; JPEG for old phones and link
 * previews. Why not AVIF: bench/README.md.
 */
export const variantTypes = { webp: 'image/webp', jpg: 'image/jpeg' } as const

export type VariantFormat = keyof typeof variantTypes
export type Variant = { width: number; format: VariantFormat }

const fixedWidths = [320, 640, 960, 1600]
const widest = 1600

/**
 * Widths in pixels, narrowest first, never wider than the picture. One under 1600 px that is not already there adds its own:
 * 500 gives 320 and 500.
 */
export function variantWidths(width: number): number[] {
  const narrower = fixedWidths.filter((fixed) => fixed <= width)
  return width < widest && !narrower.includes(width) ? [...narrower, width] : narrower
}

/** Longer side in pixels of the master, which is kept for later cuts and never served. */
const masterSide = 2560

/** The master is never narrower than the widest variant, which is made from it: a very tall picture keeps a longer side. */
export function masterSize({ width, height }: PictureSize): PictureSize {
  const fitting = Math.round(width * Math.min(1, masterSide / Math.max(width, height)))
  const kept = Math.max(fitting, ...variantWidths(width))
  return { width: kept, height: heightAt(kept, { width, height }) }
}

export function heightAt(width: number, picture: { width: number; height: number }): number {
  return Math.max(1, Math.round((picture.height * width) / picture.width))
}

/** `ruong-rau-640.webp`: what an address of a file ends in. */
export const variantName = (fileName: string, { width, format }: Variant): string => `${fileName}-${width}.${format}`

const endOfName = /-(\d{1,5})\.(webp|jpg)$/

/** The variant that such a name asks for; null unless it is exactly one that we made. */
export function variantNamed(name: string, picture: { fileName: string; width: number }): Variant | null {
  const [, width = '', format = ''] = endOfName.exec(name) ?? []
  const variant: Variant = { width: Number(width), format: format as VariantFormat }
  if (!variantWidths(picture.width).includes(variant.width)) return null
  return variantName(picture.fileName, variant) === name ? variant : null
}

/** The name of the file of this picture that stands best for one of an older version; null when it is no name of ours. */
export function nearestVariantName(oldName: string, picture: { fileName: string; width: number }): string | null {
  const [, oldWidth = '', format] = endOfName.exec(oldName) ?? []
  if (!format) return null
  const widths = variantWidths(picture.width)
  const width = widths.find((each) => each >= Number(oldWidth)) ?? Math.max(...widths)
  return variantName(picture.fileName, { width, format: format as VariantFormat })
}
