import { createReadStream, mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ImportJob } from './import-job.ts'

export type ImportJobs = ReturnType<typeof importJobs>

const isKey = (key: string) => /^[0-9a-f]{32}$/.test(key)

/** `uploads/dia-chi-cu/`: for each job the file that was sent, what became of it, and the report of its lines. */
export function importJobs(uploads: string) {
  const shelf = resolve(uploads, 'dia-chi-cu')
  const incoming = join(shelf, 'incoming')
  const factsOf = (key: string) => join(shelf, `${key}.json`)
  const fileOf = (key: string) => join(shelf, `${key}.csv`)
  const reportOf = (key: string) => join(shelf, `${key}-report.csv`)

  async function find(key: string): Promise<ImportJob | null> {
    if (!isKey(key)) return null
    const text = await readFile(factsOf(key), 'utf8').catch(nullIfMissing)
    return text === null ? null : (JSON.parse(text) as ImportJob)
  }

  async function discard(key: string): Promise<void> {
    for (const path of [factsOf(key), fileOf(key), reportOf(key)]) await rm(path, { force: true })
  }

  return {
    incoming,
    fileOf,
    reportOf,
    find,
    discard,

    openIncoming(): void {
      mkdirSync(incoming, { recursive: true })
    },

    /** The file leaves the place where it arrived. */
    async begin(job: ImportJob, source: string): Promise<void> {
      await rename(source, fileOf(job.key))
      await writeWhole(factsOf(job.key), job)
    },

    /** Nothing is written of a job that somebody has thrown away. */
    async write(job: ImportJob): Promise<void> {
      if ((await find(job.key)) !== null) await writeWhole(factsOf(job.key), job)
    },

    /** The newest first. */
    async list(): Promise<ImportJob[]> {
      const names = await readdir(shelf)
      const keys = names.flatMap((name) => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? [])
      const jobs = (await Promise.all(keys.map(find))).filter((job) => job !== null)
      return jobs.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
    },

    removeIncoming: (path: string): Promise<void> => rm(path, { force: true }),

    /** Jobs of that time, and what never became one. */
    async removeOlderThan(moment: Date): Promise<void> {
      for (const folder of [shelf, incoming])
        for (const name of await readdir(folder)) {
          const path = join(folder, name)
          const facts = await stat(path).catch(nullIfMissing)
          if (facts?.isFile() && facts.mtime < moment) await rm(path, { force: true })
        }
    },

    /** Null while there is none. */
    async openReport(key: string): Promise<AsyncIterable<Buffer> | null> {
      const facts = await stat(reportOf(key)).catch(nullIfMissing)
      return facts ? createReadStream(reportOf(key)) : null
    },
  }
}

/** Whoever reads meanwhile gets the old one or the new one, never half. */
async function writeWhole(path: string, job: ImportJob): Promise<void> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, JSON.stringify(job))
  await rename(draft, path)
}

function nullIfMissing(error: unknown): null {
  if ((error as { code?: string }).code === 'ENOENT') return null
  throw error
}
