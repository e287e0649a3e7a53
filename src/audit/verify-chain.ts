import type { Reader } from '../database/index.ts'
import { type ChainFlaw, flawOf } from './chain.ts'
import { chainReader } from './chain-store.ts'

export type ChainReport = {
  /** All that stand in the log. */
  lines: number
  /** Those of them that are older than the chain, about which it says nothing. */
  before: number
  /** Of the newest line, in hex; empty while the chain has none. */
  lastHash: string
  /** The first line at which the chain does not hold; its id is null when no line is left to name. */
  brokenAt: { id: number | null; reason: ChainFlaw } | null
}

const oneBatch = 1_000

/**
 * Walks the whole log, the oldest line first. A line that was changed, removed, slipped in or moved is found, and so is a
 * removed end as long as the row of `audit_chain` was left alone. Somebody who may change everything in the database can
 * make all of that fit again: from inside nobody can tell. It shows only to whoever noted, elsewhere, how many lines there
 * were and the hash of the last one.
 */
export async function verifyChain(database: Reader): Promise<ChainReport> {
  const reader = chainReader(database)
  const end = await reader.getEnd()
  const report = { lines: end.standing, before: end.standingBefore, lastHash: end.lastHash }
  let [id, hash, count] = [end.lastBefore, '', 0]
  for (;;) {
    const batch = await reader.listAfter(id, end.newestId, oneBatch)
    for (const line of batch) {
      const reason = flawOf(line, hash)
      if (reason) return { ...report, brokenAt: { id: line.id, reason } }
      ;[id, hash, count] = [line.id, line.hash, count + 1]
    }
    if (batch.length < oneBatch) break
  }
  const isWhole = count === end.lines && hash === end.lastHash
  return { ...report, brokenAt: isWhole ? null : { id: id || null, reason: 'cut' } }
}
