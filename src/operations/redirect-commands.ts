import { contactPath } from '../agency/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import {
  type Counts,
  examineCsv,
  exportAddresses,
  importAddresses,
  openReport,
  redirectWords,
} from '../redirects/index.ts'
import type { World } from '../site/world.ts'
import { ownPages } from '../site-pages.ts'
import { formatNumber } from '../text/numbers.ts'
import { CommandFault } from './staff-commands.ts'

type RedirectTools = { config: Pick<Config, 'siteUrl' | 'language'>; database: Database; world: World }
type ImportOptions = { isTrial: boolean; report: string | null; onProgress: (done: number, all: number) => void }

/** Gives the lines to print. Everything about single lines stands in the report. */
export async function importRedirects(tools: RedirectTools, path: string, options: ImportOptions): Promise<string[]> {
  const words = redirectWords[tools.config.language]
  const file = await examineCsv(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') throw new CommandFault(`Không có tệp này (no such file): ${path}`)
    throw error
  })
  if (!file) throw new CommandFault(words.notText)
  const report = options.report === null ? null : await openReport(options.report, words)
  try {
    const counts = await importAddresses(
      { ...tools, pages: ownPages(contactPath), words },
      {
        file,
        name: path.split(/[\\/]/).at(-1) ?? path,
        by: null,
        isTrial: options.isTrial,
        onProgress: ({ readBytes, bytes }) => options.onProgress(readBytes, bytes),
        onJudged: (judged) => report?.add(judged),
      },
    )
    return [words.encodings[file.encoding], ...countLines(counts, words.outcomes)]
  } finally {
    await report?.close()
  }
}

const countLines = (counts: Counts, names: Record<keyof Counts, string>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${formatNumber(count).padStart(12)}  ${names[outcome as keyof Counts]}`)

/** The file that an import reads, piece by piece. */
export const exportRedirects = ({ database, world }: RedirectTools): AsyncGenerator<string> =>
  exportAddresses({ database: database.read, pages: ownPages(contactPath), now: world.clock.now() })
