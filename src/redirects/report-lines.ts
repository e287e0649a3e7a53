import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { csvLine, csvStart } from '../site/csv.ts'
import type { Judgement } from './judge-addresses.ts'
import type { RedirectWords } from './words.ts'

export type ReportFile = { add(judgements: readonly Judgement[]): Promise<void>; close(): Promise<void> }

/** What became of every line, for whoever looks for hers among a million. */
export async function openReport(path: string, { reportColumns, outcomes }: RedirectWords): Promise<ReportFile> {
  const file = createWriteStream(path)
  await once(file, 'open')

  async function put(text: string) {
    if (!file.write(text)) await once(file, 'drain')
  }

  await put(csvStart + csvLine(reportColumns))
  return {
    add: (judgements) =>
      put(
        judgements
          .map(({ line, outcome }) => csvLine([line.number, outcomes[outcome], line.old, line.target]))
          .join(''),
      ),
    async close() {
      file.end()
      await once(file, 'close')
    },
  }
}
