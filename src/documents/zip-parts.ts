import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** The parts of a ZIP as its own list names them. Nothing is unpacked but what is asked for. */
export type ZipParts = {
  names: string[]
  isLocked: boolean
  has(name: string): boolean
  /** Null without such a part, or when it is longer than that many bytes. */
  readText(name: string, mostBytes: number): Promise<string | null>
  /**
   * Whether all the parts that fit unpack to what the list says, and to no more than that many bytes together: a few kilobytes
   * can unpack to gigabytes, and whoever unpacks them later asks nobody.
   */
  areHonest(pattern: RegExp, mostBytes: number): Promise<boolean>
}

export type ZipFault = 'damaged' | 'too-many-parts'

const mostParts = 10_000

/** Looks at a ZIP; it is closed again when the look is over. Gives a fault when its list cannot be read. */
export async function lookIntoZip<Seen>(
  path: string,
  look: (parts: ZipParts) => Promise<Seen>,
): Promise<Seen | ZipFault> {
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(path, { autoClose: false })
    if (zip.entryCount > mostParts) return 'too-many-parts'
    const entries = await Array.fromAsync(zip.eachEntry())
    return await look(partsOf(zip, entries))
  } catch (error) {
    // What the disk says is not the file's doing.
    if (error instanceof Error && 'syscall' in error) throw error
    return 'damaged'
  } finally {
    zip?.close()
  }
}

function partsOf(zip: ZipFile, entries: Entry[]): ZipParts {
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]))

  async function readText(name: string, mostBytes: number): Promise<string | null> {
    const entry = byName.get(name)
    if (!entry || entry.uncompressedSize > mostBytes) return null
    const pieces = await Array.fromAsync(await zip.openReadStreamPromise(entry))
    return Buffer.concat(pieces as Buffer[]).toString('utf8')
  }

  async function areHonest(pattern: RegExp, mostBytes: number): Promise<boolean> {
    const fitting = entries.filter(({ fileName }) => pattern.test(fileName))
    const claimed = fitting.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    if (claimed > mostBytes) return false
    // Reading fails as soon as a part unpacks to more than it claims.
    for (const entry of fitting) await drain(await zip.openReadStreamPromise(entry))
    return true
  }

  return {
    names: entries.map(({ fileName }) => fileName),
    isLocked: entries.some((entry) => entry.isEncrypted()),
    has: (name) => byName.has(name),
    readText,
    areHonest,
  }
}

async function drain(stream: Readable): Promise<void> {
  for await (const _piece of stream);
}
