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

export function heightAt(width: number, picture: { width: number; height: number }): number {
  return Math.max(1, Math.round((picture.height * width) / picture.width))
}

/** `ruong-rau-640.webp`: what an address of a file ends in. */
export const variantName = (fileName: string, { width, format }: Variant): string => `${fileName}-${width}.${format}`

/** The variant that such a name asks for; null unless it is exactly one that we made. */
export function variantNamed(name: string, picture: { fileName: string; width: number }): Variant | null {
  const [, width = '', format = ''] = /-(\d{1,5})\.(webp|jpg)$/.exec(name) ?? []
  const variant: Variant = { width: Number(width), format: format as VariantFormat }
  if (!variantWidths(picture.width).includes(variant.width)) return null
  return variantName(picture.fileName, variant) === name ? variant : null
}
