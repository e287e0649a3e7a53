import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { maxBytes, maxFilesAtOnce, quietMinutes } from './picture-limits.ts'

/** A file that arrives in parts, over as many connections as it takes. `name` is the browser's own for it: 32 hex digits. */
export type PartialUpload = { staffId: number; name: string }

export const isUploadName = (name: string): boolean => /^[0-9a-f]{32}$/.test(name)

/**
 * Files that arrive in parts lie in `folder` under the number of whoever sends them, so nobody reaches those of another. A
 * part is written where it belongs, so that one which is sent again does no harm.
 */
export function uploadParts(folder: string) {
  const prefixOf = (staffId: number) => `phan-${staffId}-`
  const pathOf = ({ staffId, name }: PartialUpload) => join(folder, prefixOf(staffId) + name)
  const finishedPathOf = (upload: PartialUpload) => `${pathOf(upload)}.xong`

  return {
    pathOf,

    /** Bytes that have arrived. */
    async received(upload: PartialUpload): Promise<number> {
      return (await stat(pathOf(upload)).catch(ifMissing))?.size ?? 0
    },

    /**
     * Writes what comes at that place; what came before a broken line stays. Gives the bytes that have arrived by then, `gap`
     * when some before that place are missing, `too-large` when it goes past what we accept.
     */
    async write(
      upload: PartialUpload,
      offset: number,
      source: AsyncIterable<Uint8Array>,
    ): Promise<number | 'gap' | 'too-large'> {
      await mkdir(folder, { recursive: true })
      const file = await open(pathOf(upload), constants.O_RDWR | constants.O_CREAT)
      try {
        if (offset > (await file.stat()).size) return 'gap'
        const isWhole = await writeFrom(file, offset, source)
        return isWhole ? (await file.stat()).size : 'too-large'
      } finally {
        await file.close()
      }
    },

    /** Whether this person has room for another one. Of those that were left lying the oldest makes room. */
    async makeRoom({ staffId, name }: PartialUpload): Promise<boolean> {
      const others = (await listOf(prefixOf(staffId))).filter((file) => file !== prefixOf(staffId) + name)
      if (others.length < maxFilesAtOnce) return true
      const times = await Promise.all(
        others.map(async (file) => ({ file, at: (await stat(join(folder, file)).catch(ifMissing))?.mtimeMs ?? 0 })),
      )
      const [oldest] = times.sort((a, b) => a.at - b.at)
      // The machine writes these times, so its own clock is asked.
      if (!oldest || oldest.at > Date.now() - quietMinutes * 60_000) return false
      await rm(join(folder, oldest.file), { force: true })
      return true
    },

    async discard(upload: PartialUpload): Promise<void> {
      await rm(pathOf(upload), { force: true })
    },

    /** Its answer may get lost on the way: whoever asks again is told which picture it became. */
    async finish(upload: PartialUpload, pictureId: number): Promise<void> {
      await writeFile(finishedPathOf(upload), String(pictureId))
      await rm(pathOf(upload), { force: true })
    },

    /** The picture that it became lately; null when it did not. */
    async findFinished(upload: PartialUpload): Promise<number | null> {
      const text = await readFile(finishedPathOf(upload), 'utf8').catch(ifMissing)
      return text ? Number(text) : null
    },
  }

  async function listOf(prefix: string): Promise<string[]> {
    const names = (await readdir(folder).catch(ifMissing)) ?? []
    return names.filter((name) => name.startsWith(prefix) && !name.endsWith('.xong'))
  }
}

/** False when it goes past what we accept. */
async function writeFrom(file: FileHandle, offset: number, source: AsyncIterable<Uint8Array>): Promise<boolean> {
  let place = offset
  for await (const chunk of source) {
    if (place + chunk.length > maxBytes) return false
    await file.write(chunk, 0, chunk.length, place)
    place += chunk.length
  }
  return true
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
