import type { IncomingHttpHeaders } from 'node:http'
import { type Database, inTransaction } from '../database/index.ts'
import { isReader } from '../readership/index.ts'
import type { World } from '../site/world.ts'
import type { LegacyAddress } from './legacy-address.ts'
import { missedAddress } from './missed-address.ts'
import { type MissedCount, missedAddressWriter } from './missed-address-store.ts'

/** Between two writings; whatever else is asked for in vain in that minute is not counted. */
const mostWaiting = 2_000
const oneBatch = 200

export type MissedCounter = ReturnType<typeof createMissedCounter>

/** Counts in memory what readers ask for in vain, and writes it down once a minute: a storm costs one batch. */
export function createMissedCounter({ database, world }: { database: Database; world: World }) {
  let waiting = new Map<string, MissedCount>()

  return {
    note(address: LegacyAddress, headers: IncomingHttpHeaders): void {
      if (!isReader({ headers })) return
      const missed = missedAddress(address, headers.referer)
      if (!missed) return
      const known = waiting.get(missed.key)
      if (known) waiting.set(missed.key, { ...known, ...keepReferrer(known, missed.referrer), count: known.count + 1 })
      else if (waiting.size < mostWaiting) waiting.set(missed.key, { ...missed, count: 1 })
    },

    async write(): Promise<void> {
      if (waiting.size === 0) return
      const counts = [...waiting.values()]
      waiting = new Map()
      for (let from = 0; from < counts.length; from += oneBatch)
        await inTransaction(database, (transaction) =>
          missedAddressWriter(transaction, world.clock.now()).add(counts.slice(from, from + oneBatch)),
        )
    },
  }
}

const keepReferrer = (known: MissedCount, referrer: string) => ({ referrer: referrer || known.referrer })
