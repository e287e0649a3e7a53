import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { reportWriter } from './report-store.ts'

const daysKept = 90
const oneDay = 24 * 60 * 60_000
const oneBatch = 100

/** Deletes names and contacts ninety days after the answer, as their owners were told; running it again does nothing more. */
export async function forgetContacts({ database, world }: { database: Database; world: World }): Promise<number> {
  const now = world.clock.now()
  const answeredBefore = new Date(Date.parse(now) - daysKept * oneDay).toISOString()
  for (let count = 0; ; ) {
    const forgotten = await inTransaction(database, (transaction) =>
      reportWriter(transaction, now).forgetContacts(answeredBefore, oneBatch),
    )
    count += forgotten
    if (forgotten < oneBatch) return count
  }
}
