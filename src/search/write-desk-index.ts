import type { Database, Writer } from '../database/index.ts'
import type { DeskDocument, DeskKind } from './desk-document.ts'
import { deskDocumentReader } from './desk-document-store.ts'
import { placedWords } from './index-text.ts'
import { deskIndexOf } from './search-index.ts'
import { createTokenizer } from './tokens.ts'

/** Keeps what staff find true in the transaction that changes an article or a picture. Readers get nothing of it. */
export function deskSearchWriter(database: Pick<Database, 'engine'>, transaction: Writer) {
  /** Looks at what it is now and makes the index say so: nothing, once it is erased or deleted. */
  async function follow(kind: DeskKind, id: number): Promise<void> {
    const index = deskIndexOf(database, kind)
    await index.hold(transaction)
    await index.remove(transaction, id)
    const document = await deskDocumentReader(transaction, kind).find(id)
    if (document) await addDocuments(database, transaction, kind, [document])
  }

  return {
    followArticle: (id: number): Promise<void> => follow('articles', id),
    followPicture: (id: number): Promise<void> => follow('pictures', id),
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
