import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeOldSite } from './support/old-site.ts'
import { residentMegabytes } from './support/resident-memory.ts'

/**
 * A whole site from its old export to a folder of files, each step as operators run it: import, crawl, static copy, comparison.
 * Steps that are done already in the folder are not done again; an import that was cut off goes on.
 * Run: npm exec -c 'node bench/whole-site.ts <folder> <articles>'; with 120,000 some hours and 40 GB.
 */
const folder = resolve(process.argv[2] ?? '.')
const total = Number(process.argv[3] ?? 3_000)
const root = resolve(import.meta.dirname, '..')
const settings = {
  DATABASE_URL: `sqlite:${join(folder, 'portal.db')}`,
  UPLOADS: join(folder, 'uploads'),
  SITE_URL: 'https://dakpo.gialai.gov.vn',
  LOG_LEVEL: 'error',
  MALLOC_ARENA_MAX: '2',
}
const copy = join(folder, 'copy')
const report = join(folder, 'report.csv')
mkdirSync(folder, { recursive: true })

const path = join(folder, 'old-site.xml')
if (!existsSync(path)) await writeOldSite(folder, total)
console.log(`${total} articles, ${Math.round((await stat(path)).size / 1_024 ** 2)} MB of XML`)
const media = join(folder, 'uploads-cu')
const from = [path, '--name', 'old-site', '--media', media, '--make-categories', '--report', report]
await measure('import', ['src/cli.ts', 'import', ...from])
await measure('crawl', ['--max-old-space-size=6000', 'bench/crawl.ts', folder])
await measure('static copy', ['src/cli.ts', 'export-site', copy])
await measure('static copy again', ['src/cli.ts', 'export-site', copy])
await measure('comparison', ['--max-old-space-size=6000', 'bench/exported.ts', folder, copy])

async function measure(what: string, args: string[]) {
  console.log(`\n── ${what}\n`)
  const began = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...settings }, stdio: 'inherit' })
  let largest = 0
  const watch = setInterval(() => {
    largest = Math.max(largest, residentMegabytes(child.pid ?? 0))
  }, 1_000)
  const code = await ended(child)
  clearInterval(watch)
  console.log(
    `\n${what}: ${((performance.now() - began) / 1_000).toFixed(0)} s, most ${largest} MB, ended with ${code}`,
  )
}

const ended = (child: ChildProcess) => new Promise<number | null>((settle) => child.once('exit', settle))
