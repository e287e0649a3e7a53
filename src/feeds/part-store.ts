import { setImmediate } from 'node:timers/promises'
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Reader } from '../database/index.ts'
import { idsAPart, partOf } from './sitemap.ts'

/** Numbers from the first of a part on, those after the one and up to the other. */
export type Ids = { after: number | Expression<number>; upTo: number | Expression<number> }

/** SQLite answers at once, so others would wait for all parts together. */
const partsAtOnce = 100

/** Of the parts up to that of `lastId`, those that hold anything; `held` gives a row then. One look into an index for each. */
export async function listParts(
  database: Reader,
  lastId: number,
  held: (ids: Ids) => Expression<{ id: number }>,
): Promise<number[]> {
  const parts: number[] = []
  for (let first = 1; first <= partOf(lastId); first += partsAtOnce) {
    const last = Math.min(partOf(lastId), first + partsAtOnce - 1)
    const rows = await database
      .withRecursive('numbered(part)', (recursive) =>
        recursive.selectNoFrom(sql.lit(first).$castTo<number>().as('part')).unionAll(
          recursive
            .selectFrom('numbered')
            .select((e) => e('part', '+', 1).as('part'))
            .where('part', '<', last),
        ),
      )
      .selectFrom('numbered')
      .select('part')
      .where((e) => e.exists(held(idsOfPart)))
      .orderBy('part')
      .execute()
    parts.push(...rows.map(({ part }) => part))
    await setImmediate()
  }
  return parts
}

const idsOfPart = { after: ids('numbered.part - 1'), upTo: ids('numbered.part') }

function ids(part: string): RawBuilder<number> {
  return sql<number>`(${sql.raw(part)}) * ${sql.lit(idsAPart)}`
}
