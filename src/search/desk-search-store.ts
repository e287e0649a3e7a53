import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { DeskKind } from './desk-document.ts'
import type { Expression } from './expression.ts'
import { parseQuery } from './query.ts'
import { begun, exactlyBegun } from './query-expression.ts'
import { deskIndexOf } from './search-index.ts'
import { synonymReader } from './synonym-store.ts'

/** What staff typed, as conditions for a query over the table it was asked of. */
export type Narrowing = {
  /** Marks do not matter. Holds of nothing when no word was typed. */
  holds: RawBuilder<SqlBool>
  /** The same with the marks that were typed; null when none were. */
  holdsExactly: RawBuilder<SqlBool> | null
}

/** Narrows what staff may see anyway: who asks brings her own conditions. */
export function deskSearchReader(database: Pick<Database, 'engine' | 'read'>) {
  async function narrow(kind: DeskKind, typed: string): Promise<Narrowing> {
    const query = parseQuery(typed, await synonymReader(database.read).listGroups())
    if (query.units.length === 0) return { holds: sql`false`, holdsExactly: null }
    const exact = exactlyBegun(query)
    return { holds: among(kind, begun(query)), holdsExactly: exact && among(kind, exact) }
  }

  const among = (kind: DeskKind, expression: Expression): RawBuilder<SqlBool> =>
    sql`${sql.ref(`${kind}.id`)} in (${deskIndexOf(database, kind).keysOf(expression)})`

  return {
    /** For queries over `articles`. */
    narrowArticles: (typed: string): Promise<Narrowing> => narrow('articles', typed),
    /** For queries over `pictures`. */
    narrowPictures: (typed: string): Promise<Narrowing> => narrow('pictures', typed),
  }
}
