import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { LibraryFilter, LibraryWish } from './library.ts'
import type { Picture } from './picture.ts'
import { pictureColumns, pictureFrom } from './picture-row.ts'
import { isUnused } from './picture-use-store.ts'

/** A condition on a query over `pictures`. */
export type Narrowing = Expression<SqlBool>

/** What lies on the shelf: `before` is the id of the last picture already seen. */
export type ShelfWish = Pick<LibraryWish, 'filter' | 'before'> & {
  /** The pictures that hold what was typed; null when nothing was. */
  found: Narrowing | null
}

const conditions: Record<LibraryFilter, (e: ExpressionBuilder<Schema, 'pictures'>) => Expression<SqlBool>> = {
  all: (e) => e.and([]),
  missing: (e) => e.and([e('alternative_text', '=', ''), e('decorative_at', 'is', null)]),
  unsourced: (e) => e('credit', '=', ''),
  unused: isUnused,
  alike: hasTwin,
}

export function libraryQueries(database: Reader) {
  const library = (filter: LibraryFilter) =>
    database.selectFrom('pictures').where('deleted_at', 'is', null).where(conditions[filter])

  return {
    /** Newest first. */
    async listNewest({ filter, before, found }: ShelfWish, most: number): Promise<Picture[]> {
      let query = library(filter).select(pictureColumns).orderBy('pictures.id', 'desc').limit(most)
      if (before) query = query.where('pictures.id', '<', before)
      if (found) query = query.where(found)
      return (await query.execute()).map(pictureFrom)
    },

    async count(filter: LibraryFilter): Promise<number> {
      const query = library(filter).select((e) => e.fn.countAll<number>().as('count'))
      return (await query.executeTakeFirstOrThrow()).count
    },

    /** The names of whoever sent them, as they are today, by picture. The portal itself is not in it. */
    async listUploaders(ids: readonly number[]): Promise<Map<number, string>> {
      if (ids.length === 0) return new Map()
      const rows = await database
        .selectFrom('pictures')
        .innerJoin('staff', 'staff.id', 'pictures.uploaded_by')
        .select(['pictures.id', 'staff.name'])
        .where('pictures.id', 'in', [...ids])
        .execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  }
}

function hasTwin(e: ExpressionBuilder<Schema, 'pictures'>): Expression<SqlBool> {
  const twins = e
    .selectFrom('picture_twins')
    .innerJoin('pictures as twins', 'twins.id', 'picture_twins.twin_id')
    .select('twins.id')
    .whereRef('picture_twins.picture_id', '=', 'pictures.id')
    .where('twins.deleted_at', 'is', null)
  return e.exists(twins)
}
