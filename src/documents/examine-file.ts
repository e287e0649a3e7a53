import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Upload } from '../site/incoming-files.ts'
import { originalName } from '../text/file-name.ts'
import { addressName } from './document.ts'
import type { Refusal } from './document-kind.ts'
import { maxBytes } from './document-limits.ts'
import type { NewFile } from './document-store.ts'
import type { DocumentWorkshop } from './document-workshop.ts'
import { kindOf } from './file-kind.ts'
import type { ReadFault, Reading } from './reading.ts'

/** All that is known of a file before it has a key. */
export type SeenFile = Omit<NewFile, 'key'> & Pick<Upload, 'path'>

/** Looks at a file where it lies; nothing of it is changed. */
export async function examineFile(upload: Upload, workshop: DocumentWorkshop): Promise<SeenFile | Refusal> {
  const { path } = upload
  const { size: bytes } = await stat(path)
  if (bytes === 0) return 'empty'
  if (bytes > maxBytes) return 'too-large'
  const found = await kindOf(path)
  if ('refused' in found) return found.refused

  const kind = found.accepted
  const reading = await read(path, kind, workshop)
  if (typeof reading === 'string') return reading
  return {
    path,
    originalName: originalName(upload.originalName) || `${addressName(upload.originalName)}.${kind}`,
    kind,
    bytes,
    sha256: await sha256Of(path),
    pages: reading.pages,
    warnings: [...found.warnings, ...reading.warnings],
    text: reading.text,
  }
}

async function read(path: string, kind: SeenFile['kind'], workshop: DocumentWorkshop): Promise<Reading | ReadFault> {
  if (kind === 'pdf' || kind === 'docx') return workshop.read({ path, kind })
  return { pages: null, text: '', warnings: [] }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
