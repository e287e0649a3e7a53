import { mkdirSync, readdirSync } from 'node:fs'
import { mkdir, open, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DocumentKind } from './document-kind.ts'

/** Where a file lies: `key` is the document's, `version` that of the file. */
export type FilePlace = { key: string; version: string; kind: DocumentKind }

/**
 * `uploads/tai-lieu/<key>/<version>.<kind>` for what is kept, `incoming/` beside them for what is on its way. While a file
 * takes its place, `incoming/<key>-<version>.<kind>` stands, so that after a crash it tells which file may have no row.
 */
export type DocumentFiles = ReturnType<typeof documentFiles>

export const fileOf = ({ version, kind }: Pick<FilePlace, 'version' | 'kind'>): string => `${version}.${kind}`

export function documentFiles(uploads: string) {
  const shelf = resolve(uploads, 'tai-lieu')
  const incoming = join(shelf, 'incoming')
  const folderOf = (key: string) => join(shelf, key)
  const pathOf = (place: FilePlace) => join(folderOf(place.key), fileOf(place))
  const markOf = (place: FilePlace) => join(incoming, `${place.key}-${fileOf(place)}`)

  return {
    incoming,
    folderOf,
    pathOf,

    /** What is on its way, or was when a process died. Makes the folder where it is missing. */
    openIncoming(): string[] {
      mkdirSync(incoming, { recursive: true })
      return readdirSync(incoming)
    },

    /** After this the file has its place, whole, even when the power fails. */
    async keep(source: string, place: FilePlace): Promise<void> {
      await writeFile(markOf(place), '')
      await sync(source)
      await mkdir(folderOf(place.key), { recursive: true })
      await rename(source, pathOf(place))
      for (const folder of [folderOf(place.key), shelf, dirname(shelf)]) await syncFolder(folder)
    },

    /** Nothing is on its way any more. */
    async finish(place: FilePlace): Promise<void> {
      await rm(markOf(place), { force: true })
    },

    async discard(place: FilePlace): Promise<void> {
      await rm(pathOf(place), { force: true })
      await rmdir(folderOf(place.key)).catch(unlessInUse)
      await rm(markOf(place), { force: true })
    },

    /** A file as it arrived, by its name there or its whole path; it may be gone already. */
    async removeIncoming(file: string): Promise<void> {
      await rm(resolve(incoming, file), { recursive: true, force: true })
    },

    /** Milliseconds since 1970 when it last changed; null when it is gone. */
    async changedAt(file: string): Promise<number | null> {
      const known = await stat(resolve(incoming, file)).catch(() => null)
      return known?.mtimeMs ?? null
    },
  }
}

/** Which file a mark in `incoming/` stands for; null for anything else. */
export function placeIn(mark: string): FilePlace | null {
  const [, key, version, kind] = /^([0-9a-f]{20})-([0-9a-f]{20})\.(pdf|docx|xlsx|odt|ods|zip)$/.exec(mark) ?? []
  return key && version && kind ? { key, version, kind: kind as DocumentKind } : null
}

/** Other versions keep the folder. */
function unlessInUse(error: NodeJS.ErrnoException) {
  if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error
}

async function syncFolder(folder: string) {
  // Windows keeps folders safe by itself and cannot open them.
  if (process.platform !== 'win32') await sync(folder)
}

async function sync(path: string) {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
