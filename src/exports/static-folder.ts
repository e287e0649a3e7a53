import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'

/** A folder that this program may empty: it holds nothing but a copy of this site. */
export type StaticFolder = {
  putText(file: string, text: string | Buffer): Promise<void>
  putStream(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** A file that grows line by line, beside others; it is put when it ends. */
  beginText(file: string): Promise<GrowingText>
  /** Keeps the file that is there when it has this size; false when there is none like it. */
  keep(file: string, bytes: number): Promise<boolean>
  /** Removes what was not put or kept this time. */
  removeOthers(): Promise<void>
  /** Writes `SHA256SUMS` of all that was put or kept. */
  writeSums(): Promise<void>
  readonly counts: { written: number; unchanged: number; removed: number }
}

export type GrowingText = { add(text: string): Promise<void>; end(): Promise<void> }

export class FolderUnusable extends Error {}

const mark = '.ban-tinh'
const growingFolder = '.dang-ghi'
const sumsFile = 'SHA256SUMS'

export async function openStaticFolder(folder: string, siteUrl: string): Promise<StaticFolder> {
  await claim(folder, siteUrl)
  const growing = join(folder, growingFolder)
  await rm(growing, { recursive: true, force: true })
  await mkdir(growing, { recursive: true })
  const known = await readSums(folder)
  const sums = new Map<string, string>()
  const counts = { written: 0, unchanged: 0, removed: 0 }

  async function putText(file: string, text: string | Buffer) {
    const hash = createHash('sha256').update(text).digest('hex')
    if (await isThere(file, hash, Buffer.byteLength(text))) return note(file, hash)
    const part = join(growing, randomUUID())
    await writeFile(part, text)
    await takePlace(part, file, hash)
  }

  async function putStream(file: string, bytes: AsyncIterable<Uint8Array>) {
    const part = join(growing, randomUUID())
    const hash = createHash('sha256')
    const watched = async function* () {
      for await (const piece of bytes) {
        hash.update(piece)
        yield piece
      }
    }
    await pipeline(watched, createWriteStream(part))
    await settle(part, file, hash.digest('hex'))
  }

  async function beginText(file: string): Promise<GrowingText> {
    const part = join(growing, randomUUID())
    const hash = createHash('sha256')
    const stream = createWriteStream(part)
    await once(stream, 'open')
    return {
      async add(text) {
        hash.update(text)
        if (text !== '' && !stream.write(text)) await once(stream, 'drain')
      },
      async end() {
        stream.end()
        await finished(stream)
        await settle(part, file, hash.digest('hex'))
      },
    }
  }

  async function settle(part: string, file: string, sum: string) {
    if (!(await isThere(file, sum, (await stat(part)).size))) return takePlace(part, file, sum)
    await rm(part)
    note(file, sum)
  }

  async function keep(file: string, bytes: number): Promise<boolean> {
    if ((await sizeOf(join(folder, file))) !== bytes) return false
    note(file, known.get(file) ?? (await hashOf(join(folder, file))))
    return true
  }

  /** Its size is asked first, which is cheap; its bytes are read, for somebody may have changed them. */
  const isThere = async (file: string, hash: string, bytes: number): Promise<boolean> =>
    (await sizeOf(join(folder, file))) === bytes && (await hashOf(join(folder, file))) === hash

  function note(file: string, hash: string) {
    sums.set(file, hash)
    counts.unchanged += 1
  }

  async function takePlace(part: string, file: string, hash: string) {
    const target = join(folder, file)
    await mkdir(dirname(target), { recursive: true })
    await rename(part, target)
    sums.set(file, hash)
    counts.written += 1
  }

  /** Folder by folder: a list of all files of a large site would fill the memory. */
  async function removeOthers(below = '') {
    const path = join(folder, below)
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) await removeOthers(name)
      else if (name !== mark && name !== sumsFile && !sums.has(name)) {
        await rm(join(path, entry.name))
        counts.removed += 1
      }
    }
    if (below !== '') await removeIfEmpty(path)
  }

  async function writeSums() {
    const part = join(folder, `${sumsFile}.${randomUUID()}`)
    await pipeline(Readable.from(sumLines(sums)), createWriteStream(part))
    const [before, now] = [await sizeOf(join(folder, sumsFile)), await sizeOf(part)]
    if (before !== now || (await hashOf(part)) !== (await hashOf(join(folder, sumsFile))))
      return rename(part, join(folder, sumsFile))
    await rm(part)
  }

  return { putText, putStream, beginText, keep, removeOthers: () => removeOthers(), writeSums, counts }
}

/** Files of other people, or of another site, would be removed as pages that are no more. */
async function claim(folder: string, siteUrl: string) {
  await mkdir(folder, { recursive: true })
  const owner = await readFile(join(folder, mark), 'utf8').catch(() => null)
  if (owner?.trim() === siteUrl) return
  if (owner !== null)
    throw new FolderUnusable(`${folder}: bản tĩnh của cổng khác (a copy of another site): ${owner.trim()}`)
  if ((await readdir(folder)).length > 0)
    throw new FolderUnusable(
      `${folder}: thư mục phải trống hoặc là bản tĩnh lần trước (must be empty, or an earlier copy)`,
    )
  await writeFile(join(folder, mark), `${siteUrl}\n`)
}

function* sumLines(sums: ReadonlyMap<string, string>): Generator<string> {
  for (const file of [...sums.keys()].sort()) yield `${sums.get(file)}  ${file}\n`
}

/** Of an earlier copy, without its pages: those are made anew each time, and there are many. */
async function readSums(folder: string): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  const path = join(folder, sumsFile)
  if ((await sizeOf(path)) === null) return known
  for await (const line of createInterface({ input: createReadStream(path) }))
    if (/^[0-9a-f]{64} {2}./.test(line) && !line.endsWith('.html')) known.set(line.slice(66), line.slice(0, 64))
  return known
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? found.size : null
}

/** Whatever keeps it from going is still in it. */
const removeIfEmpty = (path: string): Promise<void> => rmdir(path).catch(() => undefined)
