import { stat } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { World } from '../site/world.ts'
import { originalName, safeFileName } from '../text/file-name.ts'
import { sha256Of } from './picture-content.ts'
import { pictureFiles } from './picture-files.ts'
import { kindOf, type PictureKind, readHead } from './picture-kind.ts'
import { maxBytes, type Refusal, type WorkFault } from './picture-limits.ts'

/** A file that may become a picture. */
export type SentFile = Upload & { kind: PictureKind; bytes: number; sha256: string }

/** By its size and its first bytes, before anything decodes it. */
export async function inspect(upload: Upload): Promise<SentFile | Refusal> {
  const { size: bytes } = await stat(upload.path)
  if (bytes === 0) return 'empty'
  if (bytes > maxBytes) return 'too-large'
  const kind = await kindOf(await readHead(upload.path))
  if ('refused' in kind) return kind.refused
  return { ...upload, kind: kind.accepted, bytes, sha256: await sha256Of(upload.path) }
}

/** The names and facts of a file, as the picture that is made of it keeps them. */
export function factsOf(file: SentFile) {
  const stored = safeFileName(file.originalName)
  return {
    fileName: stored.replace(/\.[^.]*$/, ''),
    originalName: originalName(file.originalName) || stored,
    format: file.kind,
    bytes: file.bytes,
    sha256: file.sha256,
  }
}

type FileTools = { config: Pick<Config, 'uploads'>; world: Pick<World, 'random'> }

/**
 * A folder of files under a new key: `make` fills it, and once it is safe on the disk `record` writes the row that names it.
 * When either fails, or there is a fault in the file, nothing of it is left.
 */
export async function keepFiles<Made extends object, Recorded>(
  { config, world }: FileTools,
  make: (folder: string) => Promise<Made | WorkFault>,
  record: (key: string, made: Made) => Promise<Recorded>,
): Promise<Recorded | WorkFault> {
  const files = pictureFiles(config.uploads)
  const key = world.random(10).toString('hex')
  try {
    const made = await make(await files.prepare(key))
    if (typeof made === 'string') return made
    await files.keep(key)
    return await record(key, made)
  } catch (error) {
    await files.discard(key)
    throw error
  } finally {
    await files.finish(key)
  }
}
