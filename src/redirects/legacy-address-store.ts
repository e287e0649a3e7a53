import type { Reader, Writer } from '../database/index.ts'
import { keyOf, keysOf, type LegacyAddress, namesOf } from './legacy-address.ts'
import type { Target } from './target.ts'

/** What is kept: an address as somebody wrote it, what it is found by, where it leads. */
export type Entry = { id: number; key: string; oldAddress: string; target: Target; changedAt: string }
export type NewEntry = { address: LegacyAddress; oldAddress: string; target: Target }

/** Entries that were looked through, and whether more follow. */
export type Stretch = { entries: Entry[]; lastKey: string | null }

/** So many keys are looked through for one page, however few hold the words. */
const mostLookedThrough = 20_000
/** Parameters that name pages at one path are of few kinds. */
const mostShapes = 40

export function legacyAddressReader(database: Reader) {
  const entries = () => database.selectFrom('legacy_addresses').select(columns)

  async function listShapes(path: string): Promise<string[]> {
    const query = database.selectFrom('legacy_parameters').select('names').where('path', '=', path)
    return (await query.limit(mostShapes).execute()).map(({ names }) => names)
  }

  return {
    listShapes,

    /** The entry for this address; where several fit, the one that names most parameters. */
    async findFor(address: LegacyAddress): Promise<Entry | null> {
      const shapes = address.parameters.length > 0 ? await listShapes(address.path) : []
      const keys = keysOf(address, shapes)
      if (keys.length === 0) return null
      const found = (await entries().where('key', 'in', keys).execute()).map(entryFrom)
      return (
        found.sort((a, b) => b.key.split('&').length - a.key.split('&').length || b.key.length - a.key.length)[0] ??
        null
      )
    },

    async listByKeys(keys: readonly string[]): Promise<Map<string, Entry>> {
      const rows = keys.length === 0 ? [] : await entries().where('key', 'in', keys).execute()
      return new Map(rows.map((row) => [row.key, entryFrom(row)]))
    },

    async find(id: number): Promise<Entry | null> {
      const row = await entries().where('id', '=', id).executeTakeFirst()
      return row ? entryFrom(row) : null
    },

    /** Those after that key whose key begins so, or, for words, holds them; in the order of keys. */
    async listAfter(after: string, words: string, most: number): Promise<Stretch> {
      if (words === '' || words.startsWith('/')) return listBeginning(after, words, most)
      const span = entries().where('key', '>', after).orderBy('key').limit(mostLookedThrough)
      const rows = await database
        .selectFrom(span.as('span'))
        .selectAll()
        .where('key', 'like', `%${words.replace(/[%_]/g, '_')}%`)
        .orderBy('key')
        .limit(most)
        .execute()
      const last = rows.length === most ? rows.at(-1)?.key : await lastOfSpan(after)
      return { entries: rows.map(entryFrom), lastKey: last ?? null }
    },

    async hasAny(): Promise<boolean> {
      return (await database.selectFrom('legacy_addresses').select('id').limit(1).executeTakeFirst()) !== undefined
    },

    /** All, a batch at a time. */
    async *walk(oneBatch: number): AsyncGenerator<Entry[]> {
      let after = ''
      for (;;) {
        const rows = await entries().where('key', '>', after).orderBy('key').limit(oneBatch).execute()
        if (rows.length === 0) return
        yield rows.map(entryFrom)
        after = rows.at(-1)?.key ?? ''
      }
    },
  }

  async function listBeginning(after: string, beginning: string, most: number): Promise<Stretch> {
    const rows = await entries()
      .where('key', '>', after)
      .where('key', '>=', beginning)
      .where('key', '<', `${beginning}\u{10ffff}`)
      .orderBy('key')
      .limit(most)
      .execute()
    return { entries: rows.map(entryFrom), lastKey: rows.length === most ? (rows.at(-1)?.key ?? null) : null }
  }

  /** The end of a whole span; null where the keys end before it. */
  async function lastOfSpan(after: string): Promise<string | undefined> {
    const row = await database
      .selectFrom('legacy_addresses')
      .select('key')
      .where('key', '>', after)
      .orderBy('key')
      .offset(mostLookedThrough - 1)
      .limit(1)
      .executeTakeFirst()
    return row?.key
  }
}

export function legacyAddressWriter(transaction: Writer, now: string) {
  return {
    /** Kept; the same address again takes the new target. Nobody misses these addresses any more. */
    async putAll(entries: readonly NewEntry[]): Promise<void> {
      if (entries.length === 0) return
      const rows = [...new Map(entries.map((entry) => [keyOf(entry.address), rowOf(entry, now)])).values()]
      await transaction
        .insertInto('legacy_addresses')
        .values(rows.sort((a, b) => (a.key < b.key ? -1 : 1)))
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((e) => ({
            old_address: e.ref('excluded.old_address'),
            target_kind: e.ref('excluded.target_kind'),
            target_id: e.ref('excluded.target_id'),
            target_path: e.ref('excluded.target_path'),
            changed_at: now,
          })),
        )
        .execute()
      await putShapes(entries.map(({ address }) => address))
      await transaction
        .deleteFrom('missed_addresses')
        .where(
          'key',
          'in',
          rows.map(({ key }) => key),
        )
        .execute()
    },

    async remove(id: number): Promise<void> {
      await transaction.deleteFrom('legacy_addresses').where('id', '=', id).execute()
    },
  }

  /** Those of entries that go stay: a request is compared with one kind more. */
  async function putShapes(addresses: readonly LegacyAddress[]) {
    const named = addresses.filter(({ parameters }) => parameters.length > 0)
    const rows = named.map((address) => ({ path: address.path, names: namesOf(address) }))
    const unique = [...new Map(rows.map((row) => [`${row.path}?${row.names}`, row])).values()]
    if (unique.length === 0) return
    await transaction
      .insertInto('legacy_parameters')
      .values(unique)
      .onConflict((conflict) => conflict.columns(['path', 'names']).doNothing())
      .execute()
  }
}

const columns = ['id', 'key', 'old_address', 'target_kind', 'target_id', 'target_path', 'changed_at'] as const

type Row = {
  id: number
  key: string
  old_address: string
  target_kind: string
  target_id: number | null
  target_path: string
  changed_at: string
}

const entryFrom = (row: Row): Entry => ({
  id: row.id,
  key: row.key,
  oldAddress: row.old_address,
  target: targetFrom(row),
  changedAt: row.changed_at,
})

function targetFrom({ target_kind, target_id, target_path }: Row): Target {
  if (target_id === null) return { kind: 'path', path: target_path }
  return { kind: target_kind === 'article' ? 'article' : 'category', id: target_id }
}

const rowOf = ({ address, oldAddress, target }: NewEntry, now: string) => ({
  key: keyOf(address),
  old_address: oldAddress,
  target_kind: target.kind,
  target_id: target.kind === 'path' ? null : target.id,
  target_path: target.kind === 'path' ? target.path : '',
  changed_at: now,
})
