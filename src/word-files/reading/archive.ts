import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { bombRatio, mostDeclaredBytes, mostEntries } from '../limits.ts'
import { Unreadable } from '../refusal.ts'

/** A zip whose directory was looked through; nothing of it is unfolded before somebody asks for a part. */
export type Archive = {
  names: ReadonlySet<string>
  /**
   * The part, of at most so many bytes; it stops while unfolding at the first byte too many.
   * Throws `Unreadable`: `too-large`, `bomb` where the part is packed as no program packs, `damaged`.
   */
  read(name: string, mostBytes: number): Promise<Buffer>
  close(): void
}

/** Throws `Unreadable`: `damaged`, `bomb`, `encrypted`. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await orDamaged(() => openPromise(path, { autoClose: false, validateEntrySizes: false }))
  try {
    const entries = await lookThrough(zip)
    return {
      names: new Set(entries.keys()),
      read: (name, mostBytes) => unfold(zip, entries.get(name), mostBytes),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function lookThrough(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw new Unreadable('bomb')
  const entries = new Map<string, Entry>()
  let declared = 0
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize
      if (declared > mostDeclaredBytes) throw new Unreadable('bomb')
      if (entry.isEncrypted()) throw new Unreadable('encrypted')
      // Of two parts with one name, programs disagree which one counts.
      if (entries.has(entry.fileName)) throw new Unreadable('damaged')
      entries.set(entry.fileName, entry)
    }
  })
  return entries
}

async function unfold(zip: ZipFile, entry: Entry | undefined, mostBytes: number): Promise<Buffer> {
  if (!entry) throw new Unreadable('damaged')
  if (entry.uncompressedSize > mostBytes) throw new Unreadable(isPackedTooWell(entry) ? 'bomb' : 'too-large')
  return orDamaged(async () => {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      // The directory may lie about the size.
      if (bytes > mostBytes) throw new Unreadable('bomb')
      chunks.push(chunk)
    }
    const part = Buffer.concat(chunks, bytes)
    if (bytes !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw new Unreadable('damaged')
    return part
  })
}

const isPackedTooWell = ({ uncompressedSize, compressedSize }: Entry) => uncompressedSize > compressedSize * bombRatio

async function orDamaged<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    // What the disk says is not the file's doing.
    if (error instanceof Unreadable || (error instanceof Error && 'syscall' in error)) throw error
    throw new Unreadable('damaged')
  }
}
