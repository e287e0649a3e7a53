import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { Document } from './document.ts'
import { limitNumbers } from './document-limits.ts'
import { documentReader, documentWriter, type NewFile } from './document-store.ts'
import { examineFile } from './examine-file.ts'
import { keepFile } from './keep-file.ts'
import type { ReceiveTools } from './receive-document.ts'
import { documentWords } from './words.ts'

export type ReplaceTools = ReceiveTools & {
  /** Makes the search say what these articles carry now, in the transaction that changes a document. */
  reindex: (transaction: Writer, articleIds: number[]) => Promise<void>
}

/** The document gets another file under the same address; what it had stays, for staff. Gives a sentence when it does not. */
export async function replaceFile(
  tools: ReplaceTools,
  by: Actor,
  document: Document,
  upload: Upload,
): Promise<{ document: Document } | { issue: string }> {
  const words = documentWords[tools.config.language]
  const seen = await examineFile(upload, tools.workshop)
  if (typeof seen === 'string') return { issue: words.refusals(limitNumbers)[seen] }
  const known = await documentReader(tools.database.write).findByContent(seen.sha256)
  if (known) return { issue: known.id === document.id ? words.sameFile : words.fileOfOther(known.title) }

  const replaced = await keepFile(tools, document.key, seen, (file) => record(tools, by, document.id, file))
  return { document: replaced ?? conflict() }
}

function record(
  { database, world, reindex }: ReplaceTools,
  by: Actor,
  id: number,
  file: NewFile,
): Promise<Document | null> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const [reader, writer] = [documentReader(transaction), documentWriter(transaction, now)]
    if (!(await writer.hold(id))) notFound()
    const before = (await reader.find(id)) ?? notFound()
    // Somebody sent the same file at the same moment: what was written here until now must not stay.
    if (!(await writer.replaceFile(before, file, by?.id ?? null))) conflict()
    await reindex(transaction, articlesIn(await reader.listUses(id)))
    const note = `${before.file.originalName} → ${file.originalName}`
    await auditWriter(transaction, now).record(by, 'replaced', { kind: 'document', id, title: before.title }, note)
    return reader.find(id)
  })
}

const articlesIn = (uses: { articleId: number }[]) => uses.map(({ articleId }) => articleId)
