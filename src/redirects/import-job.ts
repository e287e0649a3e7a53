import type { CsvFile } from './csv-lines.ts'
import type { Counts } from './import-addresses.ts'
import type { Judgement, Outcome } from './judge-addresses.ts'

/** A file that staff sent, on its way: looked through first, then imported when they say so. */
export type ImportJob = {
  key: string
  name: string
  by: { id: number; name: string }
  file: Omit<CsvFile, 'path'>
  phase: 'checking' | 'checked' | 'importing' | 'done' | 'failed'
  readBytes: number
  counts: Counts
  /** The first lines that cannot be kept. The report holds all. */
  problems: Problem[]
  receivedAt: string
  /** By the clock of the machine, to tell a job that goes on from one whose process has died. */
  movedAt: number
}

export type Problem = { number: number; outcome: Outcome; old: string; target: string }

export const mostProblems = 100
const longestShown = 300
/** A batch takes a fraction of a second. */
const stillAfterMs = 30_000

export const isRunning = ({ phase }: ImportJob): boolean => phase === 'checking' || phase === 'importing'

/** Its process has died or was stopped. */
export const isStill = (job: ImportJob, nowMs: number): boolean => isRunning(job) && nowMs - job.movedAt > stillAfterMs

const sound: readonly Outcome[] = ['new', 'same', 'replaced']

export const isProblem = ({ outcome }: Pick<Judgement, 'outcome'>): boolean => !sound.includes(outcome)

export const problemOf = ({ line, outcome }: Judgement): Problem => ({
  number: line.number,
  outcome,
  old: line.old.slice(0, longestShown),
  target: line.target.slice(0, longestShown),
})
