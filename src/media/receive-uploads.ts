import type { Actor } from '../audit/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import { originalName } from '../text/file-name.ts'
import { pictureFiles } from './picture-files.ts'
import { type Received, type ReceiveTools, receivePicture } from './receive-picture.ts'

/** What became of one file. */
export type Outcome = { name: string } & (Received | { issue: string })

/** One after the other; a file that fails does not stop the next. None of the files that arrived is left. */
export async function receiveUploads(tools: ReceiveTools, by: Actor, uploads: readonly Upload[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  try {
    for (const upload of uploads) {
      outcomes.push({ name: originalName(upload.originalName), ...(await receivePicture(tools, by, upload)) })
    }
    return outcomes
  } finally {
    const files = pictureFiles(tools.config.uploads)
    for (const { path } of uploads) await files.removeIncoming(path)
  }
}
