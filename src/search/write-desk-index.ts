import type { Database, Writer } from '../database/index.ts'
import type { DeskDocument, DeskKind } from './desk-document.ts'
import { deskDocumentReader } from './desk-document-store.ts'
import { placedWords } from './index-text.ts'
import { deskIndexOf } from './search-index.ts'
import { createTokenizer } from './tokens.ts'

/** Keeps what staff find true in the transaction that changes an article or a picture. Readers get nothing of it. */
export function deskSearchWriter(database: Pick<Database, 'engine'>, transaction: Writer) {
  /** Looks at what they are now and makes the index say so: nothing of one that is erased or deleted. */
  async function follow(kind: DeskKind, ids: number[]): Promise<void> {
    if (ids.length === 0) return
    const index = deskIndexOf(database, kind)
    await index.hold(transaction)
    const documents: DeskDocument[] = []
    for (const id of ids) {
      await index.remove(transaction, id)
      const document = await deskDocumentReader(transaction, kind).find(id)
      if (document) documents.push(document)
    }
    await addDocuments(database, transaction, kind, documents)
  }

  return {
    followArticle: (id: number): Promise<void> => follow('articles', [id]),
    followArticles: (ids: number[]): Promise<void> => follow('articles', ids),
    followPicture: (id: number): Promise<void> => follow('pictures', [id]),
  }
}

/** What stands under their numbers must have been taken out. */
export async function addDocuments(
  database: Pick<Database, 'engine'>,
  transaction: Writer,
  kind: DeskKind,
  documents: DeskDocument[],
): Promise<void> {
  const tokenize = createTokenizer()
  for (const { id, lines } of documents)
    await deskIndexOf(database, kind).add(transaction, id, placedWords(lines, tokenize))
}
