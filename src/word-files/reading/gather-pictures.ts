import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Block, Piece } from '../block.ts'
import { type Dropped, dropped } from '../dropped.ts'
import { mostPictures, mostPicturesBytes } from '../limits.ts'
import { type FoundPicture, mapParagraphs } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'

/**
 * A picture that a paragraph shows; its name may be known only once it was read. `read` answers `external` where the
 * file only says where it lies.
 */
export type WantedPicture = { name: string; read(): Promise<Uint8Array | 'external'> }

export type Gathered = {
  pictures: FoundPicture[]
  /** For each that was wanted its place in `pictures`, null where it cannot be shown. */
  places: (number | null)[]
  dropped: Dropped[]
}

/** As the media room takes them. */
const usable = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif']
const headBytes = 4100

/** Each picture once, however often it is shown. */
export async function gatherPictures(wanted: WantedPicture[]): Promise<Gathered> {
  const gathered: Gathered = { pictures: [], places: [], dropped: [] }
  const seen = new Map<string, number>()
  let bytes = 0
  for (const picture of wanted) {
    const found = await readOne(picture)
    if ('dropped' in found) {
      gathered.dropped.push(...found.dropped)
      gathered.places.push(null)
      continue
    }
    const key = createHash('sha256').update(found.bytes).digest('base64')
    const known = seen.get(key)
    if (known === undefined) bytes += found.bytes.length
    if (bytes > mostPicturesBytes || gathered.pictures.length >= mostPictures) {
      gathered.dropped.push(...dropped('tooLargePictures', 1))
      gathered.places.push(null)
      continue
    }
    if (known !== undefined) gathered.dropped.push(...dropped('repeatedPictures', 1))
    gathered.places.push(known ?? gathered.pictures.push(found) - 1)
    seen.set(key, known ?? gathered.pictures.length - 1)
  }
  return gathered
}

async function readOne(picture: WantedPicture): Promise<FoundPicture | { dropped: Dropped[] }> {
  try {
    const bytes = await picture.read()
    if (bytes === 'external') return { dropped: dropped('externalPictures', 1) }
    const mime = (await fileTypeFromBuffer(bytes.subarray(0, headBytes)))?.mime ?? ''
    if (usable.includes(mime)) return { bytes, name: picture.name }
    return { dropped: dropped('unusablePictures', 1, kindIn(picture.name)) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { dropped: dropped(error.refused === 'damaged' ? 'damagedPictures' : 'tooLargePictures', 1) }
  }
}

const kindIn = (name: string) => /\.([a-z\d]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? ''

/** The same blocks, their pictures at the places that they have now. */
export function placePictures(blocks: Block[], places: Gathered['places']): Block[] {
  const placed = (piece: Piece): Piece[] => {
    if (piece.kind !== 'picture') return [piece]
    const at = places[piece.at] ?? null
    return at === null ? [] : [{ ...piece, at }]
  }
  return mapParagraphs(blocks, (block) => ({ ...block, pieces: block.pieces.flatMap(placed) }))
}
