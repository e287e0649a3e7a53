import { randomUUID } from 'node:crypto'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

type Size = { width: number; height: number }
type Colour = { r: number; g: number; b: number }

export const red: Colour = { r: 200, g: 30, b: 30 }
export const blue: Colour = { r: 20, g: 60, b: 190 }

/** One colour, made by the encoder of the format. */
export const plain = (size: Size, background: Colour | (Colour & { alpha: number }) = red): Sharp =>
  sharp({ create: { ...size, channels: 'alpha' in background ? 4 : 3, background } })

/** Red at the left, blue at the right, as the sensor of a phone wrote it. */
export function twoHalves({ width, height }: Size): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const }
  return plain({ width, height }, blue).composite([
    { input: { create: { ...half, background: red } }, left: 0, top: 0 },
  ])
}

/** As from a phone held upright: turned by 90 degrees, with its place and maker in the metadata. */
export const phonePhoto = (size: Size): Sharp =>
  twoHalves(size)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone', Copyright: 'Hương' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '13/1 58/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '108/1 35/1 2/1',
      },
    })
    .withMetadata({ orientation: 6 })

export async function saved(folder: string, name: string, picture: Sharp): Promise<string> {
  const path = join(folder, name)
  await picture.toFile(path)
  return path
}

export async function written(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** A GIF that moves: the first frame red, the second blue. */
export async function movingGif(size: Size): Promise<Sharp> {
  const frames = await Promise.all([red, blue].map((colour) => plain(size, colour).raw().toBuffer()))
  const raw = { width: size.width, height: size.height * 2, channels: 3 as const, pageHeight: size.height }
  return sharp(Buffer.concat(frames), { raw }).gif({ delay: [100, 100], loop: 0 })
}

/** A PNG of a few bytes that claims to be this large. */
export function claimedPng({ width, height }: Size): Buffer {
  const header = Buffer.from([...uint32(width), ...uint32(height), 8, 2, 0, 0, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The first bytes of what an iPhone writes. */
export const heicHead = (): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 0x18]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
    Buffer.alloc(64),
  ])

/** The same picture in a file of its own: what stands behind the end of a JPEG is not looked at. */
export const inOtherBytes = (jpeg: Uint8Array): Buffer => Buffer.concat([jpeg, Buffer.from(randomUUID())])

/** Patches of many greys, other ones for each seed, so that pictures can be told apart by what they show. */
export function patches({ width, height }: Size, seed: number): Sharp {
  const [columns, rows] = [9, 8]
  const greyOf = (place: number) => ((place + 1) * (seed * 97 + 31) * 193) % 251
  const grey = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const [row, column] = [Math.floor(pixel / width), pixel % width]
    return greyOf(Math.floor((row * rows) / height) * columns + Math.floor((column * columns) / width))
  })
  return sharp(grey, { raw: { width, height, channels: 1 } })
}

/** Longer than the file was, with nothing in it: takes no room on the disk. */
export async function grown(path: string, bytes: number): Promise<string> {
  await truncate(path, bytes)
  return path
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body])
  return Buffer.concat([uint32(body.length), named, uint32(crc32(named))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
