import { setImmediate } from 'node:timers/promises'
import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction, type Reader } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { type CsvFile, readCsv } from './csv-lines.ts'
import {
  type Ground,
  isKept,
  type Judgement,
  judgeLines,
  type Line,
  type Outcome,
  outcomes,
} from './judge-addresses.ts'
import { keyOf } from './legacy-address.ts'
import { legacyAddressReader, legacyAddressWriter, type NewEntry } from './legacy-address-store.ts'
import { createOverlay, type Overlay } from './overlay.ts'
import { ownPageReader } from './own-page-store.ts'
import type { OwnPages } from './own-pages.ts'
import type { RedirectWords } from './words.ts'

export type ImportTools = {
  config: { siteUrl: string }
  database: Database
  world: Pick<World, 'clock'>
  pages: OwnPages
  words: RedirectWords
}

export type Counts = Record<Outcome, number>
export type Progress = { readBytes: number; bytes: number; counts: Counts }

export type ImportWish = {
  file: CsvFile
  /** As the audit log shall call it. */
  name: string
  by: Actor
  /** Says what would happen, and changes nothing. */
  isTrial: boolean
  onProgress(progress: Progress): void | Promise<void>
  /** Lines as they are judged; those whose target is not known yet come once more, at the end. */
  onJudged(judgements: readonly Judgement[]): void | Promise<void>
}

/** Short enough for everybody else who writes meanwhile. */
const oneBatch = 250
/** Lines that lead to an old address which comes later in the file; more are judged as they are. */
const mostWaiting = 100_000
const longestShown = 1_000

export const noCounts = (): Counts => Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Counts

/**
 * A file of any length, batch by batch, each batch a transaction. Stopped in the middle and begun again, it finds what it
 * kept as it is, and goes on.
 */
export async function importAddresses(tools: ImportTools, wish: ImportWish): Promise<Counts> {
  const counts = noCounts()
  const overlay = wish.isTrial ? createOverlay() : null
  let waiting: Judgement[] = []

  async function take(lines: readonly Line[], readBytes: number): Promise<void> {
    const judged = await judgeBatch(tools, lines, overlay)
    const mayWait = ({ waitsFor }: Judgement) => waitsFor !== null && waiting.length < mostWaiting
    waiting.push(...judged.filter(mayWait))
    await settle(
      judged.filter((judgement) => !mayWait(judgement)),
      readBytes,
    )
  }

  async function settle(judged: readonly Judgement[], readBytes: number): Promise<void> {
    for (const { outcome } of judged) counts[outcome]++
    await wish.onJudged(judged)
    await wish.onProgress({ readBytes, bytes: wish.file.bytes, counts })
    // Readers are answered between two batches.
    await setImmediate()
  }

  /** Ways that lead through later lines: each round finds some, until none is found any more. */
  async function takeWaiting(): Promise<void> {
    for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before; ) {
      before = waiting.length
      const round = waiting
      waiting = []
      for (const lines of batchesOf(round.map(({ line }) => line))) await take(lines, wish.file.bytes)
    }
    await settle(withLoops(waiting), wish.file.bytes)
  }

  let batch: Line[] = []
  for await (const { line, readBytes } of readCsv(wish.file)) {
    batch.push(line)
    if (batch.length < oneBatch) continue
    await take(batch, readBytes)
    batch = []
  }
  await take(batch, wish.file.bytes)
  await takeWaiting()
  if (!wish.isTrial && counts.new + counts.replaced > 0) await noteImport(tools, wish, counts)
  return counts
}

/** A trial keeps in mind what it would have kept. */
async function judgeBatch(tools: ImportTools, lines: readonly Line[], overlay: Overlay | null): Promise<Judgement[]> {
  if (overlay) {
    const judged = await judgeLines(lines, groundOf(tools, tools.database.read, overlay))
    for (const { address, target } of entriesOf(judged)) overlay.put(keyOf(address), target)
    return judged
  }
  return inTransaction(tools.database, async (transaction) => {
    const judged = await judgeLines(lines, groundOf(tools, transaction, null))
    await legacyAddressWriter(transaction, tools.world.clock.now()).putAll(entriesOf(judged))
    return judged
  })
}

export function groundOf(
  { config, pages }: Pick<ImportTools, 'config' | 'pages'>,
  reader: Reader,
  overlay: Overlay | null,
): Ground {
  const own = ownPageReader(reader)
  return {
    siteUrl: config.siteUrl,
    pages,
    listArticles: own.listArticles,
    listCategories: own.listCategories,
    async listTargets(keys) {
      const entries = await legacyAddressReader(reader).listByKeys(keys)
      const targets = new Map([...entries].map(([key, { target }]) => [key, target]))
      return overlay ? overlay.over(targets, keys) : targets
    },
  }
}

export const entriesOf = (judged: readonly Judgement[]): NewEntry[] =>
  judged
    .filter(isKept)
    .flatMap(({ line, address, target }) =>
      address && target ? { address, target, oldAddress: line.old.slice(0, longestShown) } : [],
    )

function* batchesOf(lines: readonly Line[]): Generator<Line[]> {
  for (let from = 0; from < lines.length; from += oneBatch) yield lines.slice(from, from + oneBatch)
}

/** Those that wait for each other in a circle will never lead anywhere. */
function withLoops(waiting: readonly Judgement[]): Judgement[] {
  const next = new Map(
    waiting.flatMap(({ address, waitsFor }) => (address && waitsFor ? [[keyOf(address), waitsFor]] : [])),
  )
  const leadsBack = ({ address }: Judgement) => {
    const passed = new Set<string>()
    let here = address ? keyOf(address) : undefined
    while (here !== undefined && !passed.has(here)) {
      passed.add(here)
      here = next.get(here)
    }
    return here !== undefined
  }
  return waiting.map((judgement) => (leadsBack(judgement) ? { ...judgement, outcome: 'loop' } : judgement))
}

async function noteImport({ database, world, words }: ImportTools, { name, by }: ImportWish, counts: Counts) {
  await inTransaction(database, (transaction) =>
    auditWriter(transaction, world.clock.now()).record(
      by,
      'imported',
      { kind: 'legacy-address', id: null, title: name },
      words.importNote(counts.new, counts.replaced),
    ),
  )
}
