import type { Database } from '../database/index.ts'
import type { DeskKind } from './desk-document.ts'
import { deskDocumentReader } from './desk-document-store.ts'
import { type IndexPart, oneBatch, stretchOf } from './index-part.ts'
import { deskIndexOf } from './search-index.ts'
import { addDocuments } from './write-desk-index.ts'

/** What staff find of one kind. */
export const deskIndexPart = (database: Database, kind: DeskKind): IndexPart => ({
  name: `desk-${kind}`,
  version: 1,
  countAfter: (reader, id) => deskDocumentReader(reader, kind).countAfter(id),

  async indexNext(transaction, after) {
    const documents = await deskDocumentReader(transaction, kind).listAfter(after, oneBatch)
    const stretch = stretchOf(after, documents)
    const index = deskIndexOf(database, kind)
    await index.removeBetween(transaction, after, stretch.upTo)
    await addDocuments(database, transaction, kind, documents)
    if (stretch.isLast) await index.settle(transaction)
    return stretch
  },
})
