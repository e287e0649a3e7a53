import { mkdirSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { mostWaiting, type Opening, type WaitingFile } from './waiting-file.ts'

/** Whose file, and which. */
export type WaitingPlace = { staffId: number; key: string }

const factsName = 'tep.json'
const openingName = 'bai.json'

/**
 * `uploads/tep-word/incoming/` for what is on its way, `<staff>-<key>/` for a file that was read: itself, its pictures, small
 * ones of them, and what it says. The last is written last: without it nothing stands there.
 */
export type WaitingFiles = ReturnType<typeof waitingFiles>

export function waitingFiles(uploads: string) {
  const shelf = resolve(uploads, 'tep-word')
  const incoming = join(shelf, 'incoming')
  const folderOf = ({ staffId, key }: WaitingPlace) => join(shelf, `${staffId}-${key}`)
  const within = (place: WaitingPlace, name: string) => join(folderOf(place), name)

  return {
    incoming,
    pictureOf: (place: WaitingPlace, at: number) => within(place, `anh-${at}`),
    smallPictureOf: (place: WaitingPlace, at: number) => within(place, `anh-${at}.jpg`),

    /** Makes the folders where they are missing. */
    openIncoming(): void {
      mkdirSync(incoming, { recursive: true })
    },

    /** The file leaves the place where it arrived. */
    async begin(place: WaitingPlace, source: string): Promise<void> {
      await mkdir(folderOf(place))
      await rename(source, within(place, 'tep'))
    },

    async finish(place: WaitingPlace, file: WaitingFile): Promise<void> {
      await writeFile(within(place, factsName), JSON.stringify(file))
    },

    find: (place: WaitingPlace) => readJson<WaitingFile>(within(place, factsName)),

    /** What nobody has taken over yet, the newest first. */
    async listWaiting(staffId: number): Promise<WaitingFile[]> {
      const all = await listOf(staffId)
      const openings = await Promise.all(all.map(({ key }) => readJson(within({ staffId, key }, openingName))))
      return all.filter((_, place) => openings[place] === null)
    },

    /** A copy that may be given away, under a name that nobody else uses. */
    async copyOriginal(place: WaitingPlace, name: string): Promise<string> {
      const copy = join(incoming, name)
      await copyFile(within(place, 'tep'), copy)
      return copy
    },

    /** Nothing is noted of a file that has gone meanwhile. */
    async noteOpening(place: WaitingPlace, opening: Opening): Promise<void> {
      await writeFile(within(place, openingName), JSON.stringify(opening)).catch(ifMissing)
    },

    findOpening: (place: WaitingPlace) => readJson<Opening>(within(place, openingName)),

    discard,

    /** Of the files of one person the oldest go, so that a disk is not filled by trying. */
    async makeRoom({ staffId, key: newest }: WaitingPlace): Promise<void> {
      const others = (await listOf(staffId)).filter(({ key }) => key !== newest)
      for (const { key } of others.slice(mostWaiting - 1)) await discard({ staffId, key })
    },

    async removeIncoming(path: string): Promise<void> {
      await rm(path, { force: true })
    },

    /** Whatever has not changed since then, finished or not. */
    async removeOlderThan(moment: Date): Promise<void> {
      const arrived = (await readdir(incoming)).map((name) => join(incoming, name))
      const read = (await readdir(shelf)).map((name) => join(shelf, name)).filter((path) => path !== incoming)
      for (const path of [...arrived, ...read]) {
        const known = await stat(path).catch(ifMissing)
        if (known && known.mtime <= moment) await rm(path, { recursive: true, force: true })
      }
    },
  }

  /** The newest first. */
  async function listOf(staffId: number): Promise<WaitingFile[]> {
    const keys = await keysOf(staffId)
    const files = await Promise.all(keys.map((key) => readJson<WaitingFile>(within({ staffId, key }, factsName))))
    return files.filter((file) => file !== null).sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
  }

  async function discard(place: WaitingPlace): Promise<void> {
    await rm(folderOf(place), { recursive: true, force: true })
  }

  async function keysOf(staffId: number): Promise<string[]> {
    const own = `${staffId}-`
    return (await readdir(shelf)).filter((name) => name.startsWith(own)).map((name) => name.slice(own.length))
  }
}

async function readJson<Kept>(path: string): Promise<Kept | null> {
  const text = await readFile(path, 'utf8').catch(ifMissing)
  return text === null ? null : (JSON.parse(text) as Kept)
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
