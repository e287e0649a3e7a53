import type { Notice } from '../site/forms.ts'
import { formTokenField } from '../site/staff-router.ts'
import { dateWithTime } from '../text/dates.ts'
import { formatBytes, formatNumber } from '../text/numbers.ts'
import { type ImportJob, isProblem, isRunning, isStill } from './import-job.ts'
import { outcomes } from './judge-addresses.ts'
import * as paths from './paths.ts'
import { type RedirectTabs, redirectTabs } from './tabs-part.ts'
import type { RedirectWords } from './words.ts'

export type ImportsPage = {
  title: string
  words: RedirectWords
  tabs: RedirectTabs
  notice: Notice
  action: string
  field: string
  help: string
  wrong: string | null
  jobs: { path: string; name: string; phase: string; about: string }[]
}

export type JobPage = {
  title: string
  words: RedirectWords
  listPath: string
  phase: string
  about: string
  encoding: string
  isRunning: boolean
  progress: { done: number; all: number; text: string }
  counts: { name: string; count: string }[]
  /** What may be done with it now; null while it runs, or when nothing is left to do. */
  start: { action: string; name: string; help: string | null } | null
  nothingToDo: string | null
  reportPath: string | null
  discardPath: string | null
  problems: { title: string; help: string | null; rows: ProblemRow[] } | null
}

type ProblemRow = { number: string; old: string; target: string; why: string }
type ImportsParts = {
  jobs: readonly ImportJob[]
  formToken: string
  field: string
  mostBytes: number
  notice: Notice
  wrong: string | null
  nowMs: number
  timeZone: string
  words: RedirectWords
}

export function importsPage({ jobs, formToken, words, timeZone, nowMs, ...parts }: ImportsParts): ImportsPage {
  return {
    title: words.title,
    words,
    tabs: redirectTabs(paths.importsPath, words),
    notice: parts.notice,
    action: `${paths.importsPath}?${new URLSearchParams({ [formTokenField]: formToken })}`,
    field: parts.field,
    help: words.fileHelp(formatBytes(parts.mostBytes)),
    wrong: parts.wrong,
    jobs: jobs.map((job) => ({
      path: paths.importPath(job.key),
      name: job.name,
      phase: phaseOf(job, nowMs, words),
      about: aboutOf(job, timeZone, words),
    })),
  }
}

export function jobPage(
  job: ImportJob,
  { nowMs, timeZone, words }: { nowMs: number; timeZone: string; words: RedirectWords },
): JobPage {
  const isStopped = isStill(job, nowMs)
  const runs = isRunning(job) && !isStopped
  const importable = job.counts.new + job.counts.replaced
  return {
    title: job.name,
    words,
    listPath: paths.importsPath,
    phase: phaseOf(job, nowMs, words),
    about: aboutOf(job, timeZone, words),
    encoding: words.encodings[job.file.encoding],
    isRunning: runs,
    progress: {
      done: job.readBytes,
      all: Math.max(1, job.file.bytes),
      text: words.progress(formatBytes(job.readBytes), formatBytes(job.file.bytes)),
    },
    counts: outcomes
      .filter((outcome) => job.counts[outcome] > 0)
      .map((outcome) => ({ name: words.outcomes[outcome], count: formatNumber(job.counts[outcome]) })),
    start: startOf(job, isStopped, importable, words),
    nothingToDo: job.phase === 'checked' && importable === 0 ? words.nothingToImport : null,
    reportPath: job.phase === 'checked' || job.phase === 'done' ? paths.importReportPath(job.key) : null,
    discardPath: runs ? null : paths.discardImportPath(job.key),
    problems: problemsOf(job, words),
  }
}

function startOf(job: ImportJob, isStopped: boolean, importable: number, words: RedirectWords): JobPage['start'] {
  const action = paths.startImportPath(job.key)
  if (isStopped || job.phase === 'failed') return { action, name: words.goOn, help: isStopped ? words.goOnHelp : null }
  return job.phase === 'checked' && importable > 0 ? { action, name: words.importNow(importable), help: null } : null
}

function problemsOf({ problems, counts }: ImportJob, words: RedirectWords): JobPage['problems'] {
  const total = outcomes.filter((outcome) => isProblem({ outcome })).reduce((sum, outcome) => sum + counts[outcome], 0)
  if (problems.length === 0) return null
  return {
    title: words.problems(total),
    help: total > problems.length ? words.firstProblems(problems.length) : null,
    rows: problems.map(({ number, outcome, old, target }) => ({
      number: String(number),
      old,
      target,
      why: words.outcomes[outcome],
    })),
  }
}

const phaseOf = (job: ImportJob, nowMs: number, { phases }: RedirectWords): string =>
  isStill(job, nowMs) ? phases.still : phases[job.phase]

const aboutOf = ({ by, receivedAt }: ImportJob, timeZone: string, words: RedirectWords): string =>
  words.jobOf(by.name, dateWithTime(receivedAt, timeZone))
