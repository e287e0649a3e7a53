import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { dueAt } from './deadline.ts'
import type { SentReport } from './report.ts'
import { reportWriter } from './report-store.ts'

type SendTools = { database: Database; world: World; config: { timeZone: string } }

/** The only thing that somebody without an account can write. */
export async function sendReport(
  { database, world, config }: SendTools,
  articleId: number,
  { body, quote, name, contact }: SentReport,
): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, (transaction) =>
    reportWriter(transaction, now).add(articleId, { body, quote, name, contact }, dueAt(now, config.timeZone)),
  )
}
