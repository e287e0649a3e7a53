import { basename } from 'node:path'
import { importWords, type OnProgress, type RunTools, runImport, summaryLines } from '../imports/index.ts'
import { CommandFault } from './staff-commands.ts'

/** As the command line gives them. */
export type ImportOptions = {
  name?: string
  mapping?: string
  media?: string
  category?: string
  makeCategories?: boolean
  drafts?: boolean
  dryRun?: boolean
  allowHost?: string[]
  report?: string
  redirects?: string
}

/** Gives the lines for the operator when everything is done. */
export async function importFrom(
  tools: RunTools,
  path: string,
  options: ImportOptions,
  onProgress: OnProgress,
): Promise<string[]> {
  const words = importWords[tools.config.language]
  const summary = await runImport(
    tools,
    {
      path,
      name: options.name ?? basename(path),
      mapping: options.mapping ?? null,
      media: options.media ?? null,
      category: options.category ?? null,
      makesCategories: options.makeCategories ?? false,
      asDrafts: options.drafts ?? false,
      isTrial: options.dryRun ?? false,
      allowedHosts: options.allowHost ?? [],
      report: options.report ?? null,
      redirects: options.redirects ?? null,
    },
    onProgress,
  )
  if ('issue' in summary) throw new CommandFault(summary.issue)
  return [
    ...(options.dryRun ? [words.trial] : []),
    ...summaryLines(summary, words),
    ...(options.report ? [words.reportAt(options.report)] : []),
    ...(options.redirects ? [words.redirectsAt(options.redirects)] : []),
  ]
}
