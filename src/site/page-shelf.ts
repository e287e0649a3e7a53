import { bytesOf, type ReadyPage } from './ready-page.ts'

/** A page, of which version of the content it was made, and from when until when it holds. */
export type Kept = { page: ReadyPage; version: number; since: string; until: string }

export type PageShelf = {
  /** By the address as it was asked for; of its query only those names count that the page there reads. */
  find(path: string, query: string): (Kept & { uses: number }) | null
  put(path: string, query: string, kept: Kept, names: readonly string[]): void
  bytes(): number
  pages(): number
  /** How many others pushed out, since the beginning. */
  evictions(): number
}

type Entry = Kept & { path: string; key: string; bytes: number; uses: number }

/** The share for pages that were asked for again, which a crawler that walks by cannot push out. */
const shareOfProven = 0.8

/** Bounded by bytes. What was asked for only once goes first, then what was not asked for the longest. */
export function createPageShelf(mostBytes: number): PageShelf {
  const newcomers = createRow()
  const proven = createRow()
  const paths = new Map<string, { names: readonly string[]; keys: Set<string> }>()
  let evictions = 0

  function find(path: string, query: string): Entry | null {
    const known = paths.get(path)
    if (!known) return null
    const key = keyOf(path, query, known.names)
    const entry = proven.take(key) ?? newcomers.take(key)
    if (!entry) return null
    entry.uses += 1
    proven.add(entry)
    while (proven.bytes() > mostBytes * shareOfProven) demote()
    return entry
  }

  function put(path: string, query: string, kept: Kept, names: readonly string[]) {
    const key = keyOf(path, query, names)
    const before = proven.take(key) ?? newcomers.take(key)
    const entry = { ...kept, path, key, bytes: bytesOf(kept.page), uses: before?.uses ?? 0 }
    if (before) proven.add(entry)
    else newcomers.add(entry)
    paths.set(path, { names, keys: (paths.get(path)?.keys ?? new Set()).add(key) })
    while (newcomers.bytes() + proven.bytes() > mostBytes) evict()
  }

  function demote() {
    const oldest = proven.takeOldest()
    if (oldest) newcomers.add(oldest)
  }

  function evict() {
    const oldest = newcomers.takeOldest() ?? proven.takeOldest()
    if (!oldest) return
    evictions += 1
    const known = paths.get(oldest.path)
    known?.keys.delete(oldest.key)
    if (known?.keys.size === 0) paths.delete(oldest.path)
  }

  return {
    find,
    put,
    bytes: () => newcomers.bytes() + proven.bytes(),
    pages: () => newcomers.pages() + proven.pages(),
    evictions: () => evictions,
  }
}

/** Entries in the order in which they were last asked for. */
function createRow() {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function take(key: string): Entry | null {
    const entry = entries.get(key)
    if (!entry) return null
    entries.delete(key)
    bytes -= entry.bytes
    return entry
  }

  function add(entry: Entry) {
    entries.set(entry.key, entry)
    bytes += entry.bytes
  }

  function takeOldest(): Entry | null {
    const [oldest] = entries.keys()
    return oldest === undefined ? null : take(oldest)
  }

  return { take, add, takeOldest, bytes: () => bytes, pages: () => entries.size }
}

/** One key for all addresses that lead to the same page: unknown names are left out, known ones stand in one order. */
function keyOf(path: string, query: string, names: readonly string[]): string {
  if (query === '' || names.length === 0) return path
  const asked = new URLSearchParams(query)
  const read = names
    .filter((name) => asked.has(name))
    .map((name) => `${name}=${encodeURIComponent(asked.getAll(name).join(','))}`)
  return read.length === 0 ? path : `${path}?${read.join('&')}`
}
