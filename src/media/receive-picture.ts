import { type Actor, auditWriter } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction, type Reader } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { World } from '../site/world.ts'
import { factsOf, inspect, keepFiles, type SentFile } from './make-files.ts'
import type { Picture } from './picture.ts'
import { pictureFiles } from './picture-files.ts'
import { limitNumbers, type WorkFault } from './picture-limits.ts'
import type { PictureSearch } from './picture-search.ts'
import { pictureReader, pictureWriter } from './picture-store.ts'
import type { MadePicture } from './picture-worker.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import { versionReader } from './version-store.ts'
import { mediaWords } from './words.ts'

export type ReceiveTools = {
  config: Pick<Config, 'uploads' | 'language'>
  database: Database
  world: World
  search: Pick<PictureSearch, 'follow'>
  workshop: PictureWorkshop
}

/** `isKnown`: the library had a picture of these very bytes, and gives that one instead of another. */
export type Received = { picture: Picture; isKnown: boolean }

/** One file becomes one picture, or a sentence says why not; then nothing of it is left. */
export async function receivePicture(
  tools: ReceiveTools,
  by: Actor,
  upload: Upload,
): Promise<Received | { issue: string }> {
  const refusals = mediaWords[tools.config.language].refusals(limitNumbers)
  const file = await inspect(upload)
  if (typeof file === 'string') return { issue: refusals[file] }

  const known = await findKnown(tools.database.read, file)
  if (known) return { picture: known, isKnown: true }
  const received = await makePicture(tools, by, file)
  return typeof received === 'string' ? { issue: refusals[received] } : received
}

async function findKnown(reader: Reader, { sha256 }: SentFile): Promise<Picture | null> {
  const id = await versionReader(reader).findPictureOf(sha256)
  return id === null ? null : pictureReader(reader).find(id)
}

function makePicture(tools: ReceiveTools, by: Actor, file: SentFile): Promise<Received | WorkFault> {
  return keepFiles(
    tools,
    (folder) => tools.workshop.make({ source: file.path, kind: file.kind, folder }),
    async (key, made) => {
      const picture = await record(tools, by, file, { ...made, key })
      if (picture) return { picture, isKnown: false }
      await pictureFiles(tools.config.uploads).discard(key)
      return { picture: (await findKnown(tools.database.write, file)) ?? notFound(), isKnown: true }
    },
  )
}

/** The same bytes became a picture in the same moment. */
class SentTwice extends Error {}

/** Null when the same bytes became a picture while the files of this one were made. */
async function record(
  { database, world, search }: ReceiveTools,
  by: Actor,
  file: SentFile,
  { key, width, height, likeness }: MadePicture & { key: string },
): Promise<Picture | null> {
  const now = world.clock.now()
  const { sha256, ...facts } = factsOf(file)
  const content = { sha256, likeness }
  try {
    return await inTransaction(database, async (transaction) => {
      const writer = pictureWriter(transaction, now)
      const picture = await writer.add({ ...facts, key, width, height }, by?.id ?? null, content)
      const { id, originalName: title } = picture
      await search.follow(transaction, id)
      await auditWriter(transaction, now).record(by, 'uploaded', { kind: 'picture', id, title })
      // Only now: at the audit list one transaction waits for the other.
      if ((await versionReader(transaction).findPictureOf(sha256, id)) !== null) throw new SentTwice()
      return picture
    })
  } catch (error) {
    if (error instanceof SentTwice) return null
    throw error
  }
}
