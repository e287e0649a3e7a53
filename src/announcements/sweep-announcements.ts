import { inTransaction } from '../database/index.ts'
import type { DeliverTools } from './deliver-announcements.ts'
import { deliveryWriter } from './delivery-store.ts'
import { receiverReader } from './receiver-store.ts'

const dayMs = 24 * 60 * 60 * 1000
const daysWaiting = 3
const mostWaiting = 10_000
const daysKept = { ended: 7, givenUp: 30 }

/** However long a receiver is dead, what waits for it stays within bounds. */
export async function sweepAnnouncements({ database, world }: Pick<DeliverTools, 'database' | 'world'>): Promise<void> {
  const now = world.clock.now()
  for (const { id, host } of await receiverReader(database.write).listAll(now)) {
    const count = await inTransaction(database, async (transaction) => {
      const deliveries = deliveryWriter(transaction, now)
      const old = await deliveries.giveUpOlderThan(id, before(now, daysWaiting))
      return old + (await deliveries.giveUpBeyond(id, mostWaiting))
    })
    if (count > 0) world.log.warn({ receiver: host, count }, 'gave up announcements that waited too long')
  }
  await inTransaction(database, (transaction) =>
    deliveryWriter(transaction, now).forget({
      ended: before(now, daysKept.ended),
      givenUp: before(now, daysKept.givenUp),
    }),
  )
}

const before = (now: string, days: number) => new Date(Date.parse(now) - days * dayMs).toISOString()
