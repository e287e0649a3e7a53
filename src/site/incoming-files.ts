import multer, { type Multer, MulterError } from 'multer'
import { originalName } from '../text/file-name.ts'
import { malformed } from './faults.ts'

/** A file on this machine and the name that its owner gave it. */
export type Upload = { path: string; originalName: string }

/** What a form may bring: the name of its field, bytes of one file, files at once. */
export type UploadLimits = { field: string; fileBytes: number; files: number }

/** What stopped a whole upload; nothing of it is left. */
export type UploadStop = { stop: 'too-large'; name: string } | { stop: 'too-many' }

type Middleware = ReturnType<Multer['array']>
type Receive = (req: Parameters<Middleware>[0], res: Parameters<Middleware>[1]) => Promise<Upload[] | UploadStop>

/** Reads multipart bodies into `folder`. The one place of the portal that accepts files in forms. */
export function createReceiver(folder: string, { field, fileBytes, files: mostFiles }: UploadLimits): Receive {
  const parse = multer({
    storage: multer.diskStorage({ destination: folder }),
    // Names of Vietnamese files would arrive garbled without it.
    defParamCharset: 'utf8',
    limits: {
      fileSize: fileBytes,
      files: mostFiles,
      fields: 10,
      fieldSize: 1024,
      fieldNameSize: 100,
      fieldNestingDepth: 1,
      parts: mostFiles + 10,
      headerPairs: 20,
    },
  }).array(field)

  return async (req, res) => {
    const failure = await new Promise<unknown>((resolve) => parse(req, res, resolve))
    if (failure) return judge(failure, req)
    const files = Array.isArray(req.files) ? req.files : []
    return files.map((file) => ({ path: file.path, originalName: file.originalname }))
  }
}

/** The sender left in the middle, and nobody is there to be answered. */
export const abortedUpload = () => Object.assign(new Error('upload aborted'), { type: 'request.aborted' })

function judge(failure: unknown, req: { complete: boolean; destroyed: boolean }): UploadStop {
  if (req.destroyed && !req.complete) throw abortedUpload()
  if (failure instanceof MulterError) {
    const code: string = failure.code
    if (code === 'LIMIT_FILE_SIZE') return { stop: 'too-large', name: nameIn(failure) }
    if (code === 'LIMIT_FILE_COUNT') return { stop: 'too-many' }
    malformed()
  }
  // What the disk says is not the sender's doing.
  if (failure instanceof Error && 'syscall' in failure) throw failure
  malformed()
}

const nameIn = (error: MulterError) => originalName((error as { filename?: string }).filename ?? '')
