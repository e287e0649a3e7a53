import { stat } from 'node:fs/promises'
import { type Actor, auditWriter } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { originalName, safeFileName } from '../text/file-name.ts'
import type { Picture } from './picture.ts'
import { pictureFiles } from './picture-files.ts'
import { kindOf, type PictureKind, readHead } from './picture-kind.ts'
import { limitNumbers, maxBytes, type Refusal } from './picture-limits.ts'
import type { PictureSearch } from './picture-search.ts'
import { type NewPicture, pictureWriter } from './picture-store.ts'
import type { PictureSize } from './picture-worker.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import { mediaWords } from './words.ts'

export type ReceiveTools = {
  config: Pick<Config, 'uploads' | 'language'>
  database: Database
  world: World
  search: Pick<PictureSearch, 'follow'>
  workshop: PictureWorkshop
}

/** A file on this machine and the name that its owner gave it. The file is read and left where it is. */
export type Upload = { path: string; originalName: string }

type File = Upload & { kind: PictureKind; bytes: number }

/** One file becomes one picture, or a sentence says why not; then nothing of it is left. */
export async function receivePicture(
  tools: ReceiveTools,
  by: Actor,
  upload: Upload,
): Promise<{ picture: Picture } | { issue: string }> {
  const refusals = mediaWords[tools.config.language].refusals(limitNumbers)
  const file = await inspect(upload)
  if (typeof file === 'string') return { issue: refusals[file] }

  const key = tools.world.random(10).toString('hex')
  const picture = await makePicture(tools, by, file, key)
  return typeof picture === 'string' ? { issue: refusals[picture] } : { picture }
}

async function inspect(upload: Upload): Promise<File | Refusal> {
  const { size: bytes } = await stat(upload.path)
  if (bytes === 0) return 'empty'
  if (bytes > maxBytes) return 'too-large'
  const kind = await kindOf(await readHead(upload.path))
  return 'refused' in kind ? kind.refused : { ...upload, kind: kind.accepted, bytes }
}

async function makePicture(tools: ReceiveTools, by: Actor, file: File, key: string): Promise<Picture | Refusal> {
  const files = pictureFiles(tools.config.uploads)
  try {
    const folder = await files.prepare(key)
    const size = await tools.workshop.make({ source: file.path, kind: file.kind, folder })
    if (typeof size === 'string') return size
    await files.keep(key)
    return await record(tools, by, newPicture(file, key, size))
  } catch (error) {
    await files.discard(key)
    throw error
  } finally {
    await files.finish(key)
  }
}

function newPicture(file: File, key: string, { width, height }: PictureSize): NewPicture {
  const stored = safeFileName(file.originalName)
  return {
    key,
    fileName: stored.replace(/\.[^.]*$/, ''),
    originalName: originalName(file.originalName) || stored,
    format: file.kind,
    width,
    height,
    bytes: file.bytes,
  }
}

async function record({ database, world, search }: ReceiveTools, by: Actor, picture: NewPicture): Promise<Picture> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const added = await pictureWriter(transaction, now).add(picture, by?.id ?? null)
    await search.follow(transaction, added.id)
    await auditWriter(transaction, now).record(by, 'uploaded', {
      kind: 'picture',
      id: added.id,
      title: added.originalName,
    })
    return added
  })
}
