import { type Actor, auditWriter } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { conflict } from '../site/faults.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { World } from '../site/world.ts'
import { addressName, type Document, firstTitle } from './document.ts'
import { limitNumbers } from './document-limits.ts'
import { documentReader, documentWriter, type NewDocument } from './document-store.ts'
import type { DocumentWorkshop } from './document-workshop.ts'
import { examineFile, type SeenFile } from './examine-file.ts'
import { keepFile, newKey } from './keep-file.ts'
import { documentWords } from './words.ts'

export type ReceiveTools = {
  config: Pick<Config, 'uploads' | 'language'>
  database: Database
  world: World
  workshop: DocumentWorkshop
}

/** `isKnown`: the library had a document of these very bytes, and gives that one instead of another. */
export type Received = { document: Document; isKnown: boolean }

/** One file becomes one document and leaves its place, or a sentence says why not. */
export async function receiveDocument(
  tools: ReceiveTools,
  by: Actor,
  upload: Upload,
): Promise<Received | { issue: string }> {
  const file = await examineFile(upload, tools.workshop)
  if (typeof file === 'string') return { issue: documentWords[tools.config.language].refusals(limitNumbers)[file] }

  const reader = documentReader(tools.database.write)
  const known = await reader.findByContent(file.sha256)
  if (known) return { document: known, isKnown: true }
  const added = await addDocument(tools, by, file)
  if (added) return { document: added, isKnown: false }
  return { document: (await reader.findByContent(file.sha256)) ?? conflict(), isKnown: true }
}

/** Null when somebody sent the same file at the same moment and was first. */
function addDocument(tools: ReceiveTools, by: Actor, seen: SeenFile): Promise<Document | null> {
  const key = newKey(tools)
  const { originalName, kind } = seen
  const named = { key, fileName: addressName(originalName), title: firstTitle(originalName, kind) }
  return keepFile(tools, key, seen, (file) => record(tools, by, { ...named, file }))
}

function record({ database, world }: ReceiveTools, by: Actor, document: NewDocument): Promise<Document | null> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const added = await documentWriter(transaction, now).add(document, by?.id ?? null)
    if (added === null) return null
    await auditWriter(transaction, now).record(by, 'uploaded', {
      kind: 'document',
      id: added.id,
      title: added.title,
    })
    return added
  })
}
