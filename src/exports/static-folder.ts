import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A folder that this program may empty: it holds nothing but a copy of this site. */
export type StaticFolder = {
  putText(file: string, text: string | Buffer): Promise<void>
  putStream(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** Keeps the file that is there when it has this size; false when there is none like it. */
  keep(file: string, bytes: number): Promise<boolean>
  /** Removes what was not put or kept this time. */
  removeOthers(): Promise<void>
  /** Writes `SHA256SUMS` of all that was put or kept. */
  writeSums(): Promise<void>
  readonly counts: { written: number; unchanged: number; removed: number }
}

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
    const sum = hash.digest('hex')
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

  async function removeOthers() {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const own = [mark, sumsFile]
    const folders: string[] = []
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(join(folder).length + 1).replaceAll('\\', '/')
      if (entry.isDirectory()) folders.push(path)
      else if (!own.includes(name) && !sums.has(name)) {
        await rm(path)
        counts.removed += 1
      }
    }
    for (const path of folders.sort((a, b) => b.length - a.length)) await removeIfEmpty(path)
  }

  async function writeSums() {
    const lines = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => `${hash}  ${file}\n`)
    const text = lines.join('')
    if (text === (await readFile(join(folder, sumsFile), 'utf8').catch(() => ''))) return
    const part = join(folder, `${sumsFile}.${randomUUID()}`)
    await writeFile(part, text)
    await rename(part, join(folder, sumsFile))
  }

  return { putText, putStream, keep, removeOthers, writeSums, counts }
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

async function readSums(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, sumsFile), 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => /^[0-9a-f]{64} {2}./.test(line))
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
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
