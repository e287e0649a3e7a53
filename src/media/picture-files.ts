import { mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Variant } from './picture-variants.ts'

export const masterFile = 'master.webp'
export const variantFile = ({ width, format }: Variant): string => `${width}.${format}`

/**
 * The folder of uploads: `pictures/<2 digits>/<key>/` for what is kept, `incoming/` for what is on its way. While a picture is
 * on its way `incoming/<key>/` stands, so that after a crash it tells which folder may have no row in the database.
 */
export type PictureFiles = ReturnType<typeof pictureFiles>

export function pictureFiles(uploads: string) {
  const incoming = resolve(uploads, 'incoming')
  const folderOf = (key: string) => resolve(uploads, 'pictures', key.slice(0, 2), key)
  const workplace = (key: string) => join(incoming, key)
  const workFolder = (key: string) => join(incoming, key, 'files')

  return {
    incoming,
    folderOf,

    /** Makes the folder for what arrives where it is missing. */
    openIncoming(): void {
      mkdirSync(incoming, { recursive: true })
    },

    /** What is on its way, or was when a process died, and has not changed since then. */
    async listIncoming(since: Date): Promise<string[]> {
      const old: string[] = []
      for (const name of await readdir(incoming)) {
        const changedAt = await lastChange(join(incoming, name))
        if (changedAt !== null && changedAt <= since) old.push(name)
      }
      return old
    },

    /** An empty folder to make the files in. */
    async prepare(key: string): Promise<string> {
      await mkdir(workFolder(key), { recursive: true })
      return workFolder(key)
    },

    /** After this the files stay, whole, even when the power fails. */
    async keep(key: string): Promise<void> {
      await syncFiles(workFolder(key))
      const shelf = dirname(folderOf(key))
      await mkdir(shelf, { recursive: true })
      await rename(workFolder(key), folderOf(key))
      await syncFolder(shelf)
      await syncFolder(dirname(shelf))
    },

    /** Nothing is on its way any more. */
    async finish(key: string): Promise<void> {
      await rm(workplace(key), { recursive: true, force: true })
    },

    async discard(key: string): Promise<void> {
      await rm(folderOf(key), { recursive: true, force: true })
      await rm(workplace(key), { recursive: true, force: true })
    },

    /** A file as it arrived, by its name there or its whole path; it may be gone already. */
    async removeIncoming(file: string): Promise<void> {
      await rm(resolve(incoming, file), { recursive: true, force: true })
    },
  }
}

/** Null when it has gone meanwhile. */
async function lastChange(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function syncFiles(folder: string) {
  for (const name of await readdir(folder)) await sync(join(folder, name))
  await syncFolder(folder)
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
