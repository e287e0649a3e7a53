import { sightOf } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import type { DashboardTools } from './index.ts'
import { type MonthName, monthOf } from './month.ts'
import { monthReader, type ReportRow } from './month-store.ts'
import type { ReportedArticle } from './report.ts'

const oneBatch = 50

/** The articles of a month in pieces, by their public dates: bodies are only looked at, and never all at once. */
export async function* walkReport(
  { database, config, world }: Pick<DashboardTools, 'database' | 'config' | 'world'>,
  staff: StaffMember,
  month: MonthName,
): AsyncGenerator<ReportedArticle[]> {
  const { read } = database
  const reader = monthReader(read, sightOf(staff, await categoryReader(read).getTree()))
  const rows = await reader.list(monthOf(month, config.timeZone), world.clock.now())
  for (let at = 0; at < rows.length; at += oneBatch) {
    const batch = rows.slice(at, at + oneBatch)
    const words = await reader.countWords(batch.map(({ editionId }) => editionId))
    yield batch.map((row) => withWords(row, words))
  }
}

function withWords({ editionId, ...row }: ReportRow, words: Map<number, number>): ReportedArticle {
  return { ...row, words: words.get(editionId) ?? 0 }
}
