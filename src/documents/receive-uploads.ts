import type { Actor } from '../audit/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import { originalName } from '../text/file-name.ts'
import { documentFiles } from './document-files.ts'
import { type Received, type ReceiveTools, receiveDocument } from './receive-document.ts'

/** What became of one file. */
export type Outcome = { name: string } & (Received | { issue: string })

/** One after the other; a file that fails does not stop the next. None of the files that arrived is left. */
export function receiveUploads(tools: ReceiveTools, by: Actor, uploads: readonly Upload[]): Promise<Outcome[]> {
  return withUploads(tools, uploads, async () => {
    const outcomes: Outcome[] = []
    for (const upload of uploads) {
      outcomes.push({ name: originalName(upload.originalName), ...(await receiveDocument(tools, by, upload)) })
    }
    return outcomes
  })
}

/** Whatever `work` makes of files that arrived, what it leaves of them goes. */
export async function withUploads<Done>(
  { config }: Pick<ReceiveTools, 'config'>,
  uploads: readonly Upload[],
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work()
  } finally {
    const files = documentFiles(config.uploads)
    for (const { path } of uploads) await files.removeIncoming(path)
  }
}
