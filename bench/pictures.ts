/**
 * Which second format beside WebP? Bytes, CPU and likeness of WebP, AVIF (effort 2) and mozjpeg at the widths that we serve.
 * Run: npm exec -c 'node bench/pictures.ts <folder of JPEG drawings>'
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { likeness } from './likeness.ts'

type Raw = { pixels: Buffer; width: number; height: number }
type Result = { bytes: number; cpuMs: number; likeness: number }

const widths = [320, 640, 960, 1600]
const encoders: Record<string, (picture: Sharp) => Sharp> = {
  'WebP 76': (picture) => picture.webp({ quality: 76 }),
  'WebP 80': (picture) => picture.webp({ quality: 80 }),
  'AVIF 52, effort 2': (picture) => picture.avif({ quality: 52, effort: 2 }),
  'AVIF 60, effort 2': (picture) => picture.avif({ quality: 60, effort: 2 }),
  'mozjpeg 72': (picture) => picture.jpeg({ quality: 72, mozjpeg: true }),
  'mozjpeg 76': (picture) => picture.jpeg({ quality: 76, mozjpeg: true }),
  'mozjpeg 80': (picture) => picture.jpeg({ quality: 80, mozjpeg: true }),
}

const folder = process.argv[2]
if (!folder) throw new Error('Which folder of drawings? node bench/pictures.ts <folder>')
sharp.concurrency(1)
sharp.cache(false)
const drawings = readdirSync(folder).filter((name) => /^[a-z-]+\.jpg$/.test(name))
report(
  `${drawings.length} drawings`,
  await measure(await Promise.all(drawings.map((name) => read(sharp(join(folder, name)))))),
)
report('one photo of 12 megapixels, noisy', await measure([await noisyPhoto()]))

async function measure(pictures: Raw[]): Promise<Map<string, Result[]>> {
  const results = new Map<string, Result[]>()
  for (const [name, encode] of Object.entries(encoders)) {
    const perWidth = widths.filter((width) => pictures.some((picture) => picture.width >= width))
    results.set(name, [])
    for (const width of perWidth) results.get(name)?.push(average(await encodeAll(pictures, width, encode)))
  }
  return results
}

async function encodeAll(pictures: Raw[], width: number, encode: (picture: Sharp) => Sharp): Promise<Result[]> {
  const results: Result[] = []
  for (const picture of pictures) {
    const small = await read(open(picture).resize({ width }))
    const before = process.cpuUsage()
    const encoded = await encode(open(small)).toBuffer()
    const { user, system } = process.cpuUsage(before)
    const decoded = await read(sharp(encoded))
    results.push({ bytes: encoded.length, cpuMs: (user + system) / 1000, likeness: likeness(small, decoded) })
  }
  return results
}

function average(results: Result[]): Result {
  const mean = (name: keyof Result) => results.reduce((sum, result) => sum + result[name], 0) / results.length
  return { bytes: mean('bytes'), cpuMs: mean('cpuMs'), likeness: mean('likeness') }
}

function report(title: string, results: Map<string, Result[]>) {
  console.log(
    `\n${title}\n| | ${widths.map((width) => `${width} px`).join(' | ')} |\n|---|${'---:|'.repeat(widths.length)}`,
  )
  for (const [name, perWidth] of results) {
    const cells = perWidth.map(
      (one) => `${(one.bytes / 1024).toFixed(1)} KB, ${one.cpuMs.toFixed(0)} ms, ${one.likeness.toFixed(4)}`,
    )
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
}

async function read(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}

function open({ pixels, width, height }: Raw): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** Broad shapes, fine grain: what a phone gives in a dim hall. */
async function noisyPhoto(): Promise<Raw> {
  const size = { width: 4032, height: 3024 }
  const noise = (mean: number, sigma: number) => ({ type: 'gaussian' as const, mean, sigma })
  const shapes = sharp({ create: { width: 48, height: 36, channels: 3, background: '#808080', noise: noise(128, 60) } })
  const large = await shapes.png().toBuffer()
  const base = await sharp(large)
    .resize({ ...size, kernel: 'cubic' })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const grain = await sharp({ create: { ...size, channels: 3, background: '#808080', noise: noise(128, 24) } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  return read(sharp(base).composite([{ input: grain, blend: 'soft-light' }]))
}
