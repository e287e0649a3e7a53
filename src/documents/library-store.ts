import { sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { Document } from './document.ts'
import { documentColumns, documentFrom } from './document-row.ts'
import type { LibraryWish } from './library.ts'

export function libraryQueries(database: Reader) {
  const library = () =>
    database
      .selectFrom('documents')
      .innerJoin('document_versions', 'document_versions.document_id', 'documents.id')
      .where('document_versions.retired_at', 'is', null)
      .where('deleted_at', 'is', null)

  return {
    /** Newest first; of what was typed every word must stand in the title, the name or the description. */
    async listNewest({ search, before }: LibraryWish, most: number): Promise<Document[]> {
      let query = library().select(documentColumns).orderBy('documents.id', 'desc').limit(most)
      for (const word of fold(search).split(/\s+/).filter(Boolean)) {
        query = query.where(sql<boolean>`search_key like ${containing(word)} escape '!'`)
      }
      if (before) query = query.where('documents.id', '<', before)
      return (await query.execute()).map(documentFrom)
    },
  }
}

const containing = (word: string) => `%${word.replace(/[!%_]/g, '!$&')}%`
