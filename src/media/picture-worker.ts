import { join } from 'node:path'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { type Crop, cutArea } from './crop.ts'
import { likenessOf, likenessSize } from './likeness.ts'
import type { PictureSize } from './picture.ts'
import { masterFile, variantFile } from './picture-files.ts'
import type { PictureKind } from './picture-kind.ts'
import { maxPixels, maxSeconds, maxSide, type WorkFault } from './picture-limits.ts'
import { masterSize, variantWidths } from './picture-variants.ts'

/** `source` is a file of that kind, `folder` an empty one for what is made of it. */
export type PictureTask = { source: string; kind: PictureKind; folder: string }

/** `master` is one that we made. */
export type CutTask = { master: string; crop: Crop; folder: string }

/** `target` is where the small picture goes. */
export type GlanceTask = { source: string; kind: PictureKind; target: string }

/** `source` is a file that we made, `area` a part of it, `size` how large that part becomes. */
export type RatioTask = { source: string; area: PictureSize & { left: number; top: number }; size: PictureSize }

export type MadePicture = PictureSize & { likeness: string }

type Pixels = { data: Buffer; info: OutputInfo }

/** Pixels; enough for a page that shows what a file holds. */
const glanceWidth = 960

// One picture at a time on one thread: readers' pages come first on a small machine.
sharp.concurrency(1)
sharp.cache(false)
// libvips also reads SVG, PDF and more; whoever finds a way past our own look at the bytes meets nothing that opens them.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadNsgifFile',
    'VipsForeignLoadHeifFile',
  ],
})

/** Writes the master and every variant. Throws when they cannot be written. */
export async function makePicture({ source, kind, folder }: PictureTask): Promise<MadePicture | WorkFault> {
  const size = await measure(source, kind)
  if (typeof size === 'string') return size
  const decoded = await decode(source, { width: masterSize(size).width })
  if (typeof decoded === 'string') return decoded

  await open(decoded).webp({ quality: 90 }).toFile(join(folder, masterFile))
  const smallest = await writeVariants(decoded, size.width, folder)
  return { width: size.width, height: size.height, likeness: await look(open(smallest)) }
}

/** Writes the variants of a part of a master. */
export async function cutPicture({ master, crop, folder }: CutTask): Promise<PictureSize> {
  const { width, height } = await sharp(master).metadata()
  const area = cutArea({ width, height }, crop)
  await writeVariants(await pixelsOf(sharp(master).extract(area)), area.width, folder)
  return { width: area.width, height: area.height }
}

/** A JPEG. */
export const cutRatio = ({ source, area, size }: RatioTask): Promise<Uint8Array> =>
  sharp(source).extract(area).resize(size).jpeg({ quality: 76, mozjpeg: true }).toBuffer()

/** The likeness of a picture by one of the files that we made of it; a file that is gone or broken shows nothing. */
export const lookAt = (file: string): Promise<string> => look(sharp(file)).catch(() => '')

/** Writes one small JPEG; gives the size of the picture itself, or what keeps it out of the library. */
export async function glanceAt({ source, kind, target }: GlanceTask): Promise<PictureSize | WorkFault> {
  const size = await measure(source, kind)
  if (typeof size === 'string') return size
  const pixels = await decode(source, { width: Math.min(size.width, glanceWidth) })
  if (typeof pixels === 'string') return pixels
  await open(pixels).jpeg({ quality: 76 }).toFile(target)
  return { width: size.width, height: size.height }
}

/** From the head of the file alone, so that a bomb is refused before it unfolds. */
async function measure(source: string, kind: PictureKind): Promise<PictureSize | WorkFault> {
  try {
    const { format, autoOrient } = await sharp(source, { limitInputPixels: false }).metadata()
    if (format !== (kind === 'avif' ? 'heif' : kind)) return 'damaged'
    if (autoOrient.width * autoOrient.height > maxPixels) return 'too-many-pixels'
    return Math.max(autoOrient.width, autoOrient.height) > maxSide ? 'too-long' : autoOrient
  } catch {
    return 'damaged'
  }
}

/** Upright, sRGB, on white where it was transparent, without anything that the camera wrote beside the pixels. */
async function decode(source: string, { width }: { width: number }): Promise<Pixels | WorkFault> {
  try {
    const picture = sharp(source, { failOn: 'error', limitInputPixels: maxPixels })
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width })
    return await pixelsOf(picture)
  } catch (error) {
    return String(error).includes('timeout') ? 'too-slow' : 'damaged'
  }
}

/** Gives the smallest. */
async function writeVariants(whole: Pixels, pictureWidth: number, folder: string): Promise<Pixels> {
  let larger = whole
  for (const width of variantWidths(pictureWidth).reverse()) {
    larger = await shrink(larger, width)
    await open(larger)
      .webp({ quality: 80 })
      .toFile(join(folder, variantFile({ width, format: 'webp' })))
    await open(larger)
      .jpeg({ quality: 76, mozjpeg: true })
      .toFile(join(folder, variantFile({ width, format: 'jpg' })))
  }
  return larger
}

/** Each width is made from the one above it: a third of the time of starting from the whole each time. */
async function shrink(larger: Pixels, width: number): Promise<Pixels> {
  return larger.info.width === width ? larger : pixelsOf(open(larger).resize({ width }))
}

async function look(picture: Sharp): Promise<string> {
  const small = picture.greyscale().resize({ ...likenessSize, fit: 'fill' })
  return likenessOf(await small.toColourspace('b-w').raw().toBuffer())
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  return picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
}

function open({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: channels as 1 | 2 | 3 | 4 } })
}
