import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import { fold } from '../text/fold.ts'
import type { LibraryFilter, LibraryWish } from './library.ts'
import type { Picture } from './picture.ts'
import { pictureColumns, pictureFrom } from './picture-row.ts'
import { isUnused } from './picture-use-store.ts'

/** Rows read at a time while searching, so that readers never wait long for the thread that answers them. */
const searchBatch = 500

const conditions: Record<LibraryFilter, (e: ExpressionBuilder<Schema, 'pictures'>) => Expression<SqlBool>> = {
  all: (e) => e.and([]),
  missing: (e) => e.and([e('alternative_text', '=', ''), e('decorative_at', 'is', null)]),
  unused: isUnused,
}

export function libraryQueries(database: Reader) {
  const library = (filter: LibraryFilter) =>
    database.selectFrom('pictures').where('deleted_at', 'is', null).where(conditions[filter])

  async function listAfter({ filter, before }: LibraryWish, most: number): Promise<Picture[]> {
    let query = library(filter).select(pictureColumns).orderBy('pictures.id', 'desc').limit(most)
    if (before) query = query.where('pictures.id', '<', before)
    return (await query.execute()).map(pictureFrom)
  }

  /** Folded here, because no engine folds Vietnamese as readers do. */
  async function searchAfter(wish: LibraryWish, words: string[], most: number): Promise<Picture[]> {
    const batch = await listAfter(wish, searchBatch)
    const found = batch.filter((picture) => isFoundBy(words, picture)).slice(0, most)
    const last = batch.at(-1)
    if (found.length === most || last === undefined) return found
    return [...found, ...(await searchAfter({ ...wish, before: last.id }, words, most - found.length))]
  }

  return {
    /** Newest first. Every word of `search` must stand in the name, the description, the caption or the credit. */
    async listNewest(wish: LibraryWish, most: number): Promise<Picture[]> {
      const words = fold(wish.search).split(' ').filter(Boolean)
      return words.length === 0 ? listAfter(wish, most) : searchAfter(wish, words, most)
    },

    async count(filter: LibraryFilter): Promise<number> {
      const query = library(filter).select((e) => e.fn.countAll<number>().as('count'))
      return (await query.executeTakeFirstOrThrow()).count
    },

    /** The name of whoever sent it, as it is today. */
    async findUploader(id: number): Promise<string | null> {
      const row = await database
        .selectFrom('pictures')
        .innerJoin('staff', 'staff.id', 'pictures.uploaded_by')
        .select('staff.name')
        .where('pictures.id', '=', id)
        .executeTakeFirst()
      return row?.name ?? null
    },
  }
}

function isFoundBy(words: string[], { originalName, alternativeText, caption, credit }: Picture): boolean {
  const text = fold([originalName, alternativeText, caption, credit].join(' '))
  return words.every((word) => text.includes(word))
}
