import type { World } from '../site/world.ts'
import { type ImportTools, importAddresses, noCounts } from './import-addresses.ts'
import { type ImportJob, isProblem, mostProblems, problemOf } from './import-job.ts'
import type { ImportJobs } from './import-jobs.ts'
import { openReport } from './report-lines.ts'

export type ImportRunner = ReturnType<typeof createImportRunner>
type RunnerTools = Omit<ImportTools, 'world'> & { world: World; jobs: ImportJobs; onChanged: () => void }

/** Short enough for somebody who watches, long enough for a disk. */
const noteEveryMs = 500

class Stopped extends Error {}

/** Looks through files and imports them, while their senders watch or go home. What it stands at lies in the job's own file. */
export function createImportRunner(tools: RunnerTools) {
  const { jobs, world } = tools
  const running = new Set<Promise<void>>()
  let isClosing = false

  /** Comes back as soon as it is on its way. */
  async function start(job: ImportJob, phase: 'checking' | 'importing'): Promise<void> {
    const begun = { ...job, phase, readBytes: 0, counts: noCounts(), problems: [], movedAt: Date.now() }
    await jobs.write(begun)
    const run = work(begun).finally(() => running.delete(run))
    running.add(run)
  }

  async function work(job: ImportJob): Promise<void> {
    try {
      await runThrough(job)
      await jobs.write({ ...job, phase: job.phase === 'checking' ? 'checked' : 'done', readBytes: job.file.bytes })
    } catch (error) {
      // Stopped with its process, it stays as it is: somebody may let it go on.
      if (error instanceof Stopped) return
      world.log.error({ err: error, job: job.key }, 'import of addresses failed')
      await jobs.write({ ...job, phase: 'failed' }).catch(() => {})
    } finally {
      tools.onChanged()
    }
  }

  async function runThrough(job: ImportJob): Promise<void> {
    const report = await openReport(jobs.reportOf(job.key), tools.words)
    try {
      job.counts = await importAddresses(tools, {
        file: { ...job.file, path: jobs.fileOf(job.key) },
        name: job.name,
        by: job.by,
        isTrial: job.phase === 'checking',
        onProgress: ({ readBytes, counts }) => move(job, readBytes, counts),
        async onJudged(judged) {
          const room = mostProblems - job.problems.length
          if (room > 0) job.problems.push(...judged.filter(isProblem).slice(0, room).map(problemOf))
          await report.add(judged)
        },
      })
    } finally {
      await report.close()
    }
  }

  async function move(job: ImportJob, readBytes: number, counts: ImportJob['counts']): Promise<void> {
    if (isClosing) throw new Stopped()
    Object.assign(job, { readBytes, counts })
    if (Date.now() - job.movedAt < noteEveryMs) return
    job.movedAt = Date.now()
    await jobs.write(job)
  }

  return {
    start,
    async close(): Promise<void> {
      isClosing = true
      await Promise.all(running)
    },
  }
}
