/**
 * What a photo of 12 megapixels costs from its file to its row: seconds, peak memory of the process, and how long readers'
 * thread was kept waiting meanwhile.
 * Run: npm exec -c 'node bench/receiving.ts'
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { migrate, openDatabase } from '../src/database/index.ts'
import { createWorkshop, receivePicture } from '../src/media/index.ts'
import { pictureSearch } from '../src/search/index.ts'
import { realWorld } from '../src/site/world.ts'
import { makePhoto, peakMegabytes } from './photo.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'cong-tin-bench-'))
const original = join(folder, 'original.jpg')
const photo = join(folder, 'photo.jpg')
makePhoto(original)

const database = await openDatabase({ databaseUrl: `sqlite:${join(folder, 'portal.db')}`, databaseReadUrl: null })
await migrate(database, join(root, 'migrations'))
const workshop = createWorkshop()
const tools = {
  config: { uploads: folder, language: 'vi' },
  database,
  world: realWorld('silent'),
  search: pictureSearch(database),
  workshop,
} as const

console.log(`before: ${megabytes(process.memoryUsage.rss())} MB`)
for (let round = 1; round <= 6; round++) {
  // The library knows a file that it had before.
  writeFileSync(photo, Buffer.concat([readFileSync(original), Buffer.from(String(round))]))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const outcome = await receivePicture(tools, null, { path: photo, originalName: 'photo.jpg' })
  const seconds = (performance.now() - began) / 1000
  delay.disable()
  if ('issue' in outcome) throw new Error(outcome.issue)
  const [p99, longest] = [delay.percentile(99), delay.max].map((nanoseconds) => (nanoseconds / 1e6).toFixed(1))
  console.log(
    `round ${round}: ${seconds.toFixed(2)} s, peak ${peakMegabytes()} MB, event loop p99 ${p99} ms, longest ${longest} ms`,
  )
}
await workshop.close()
await database.close()
rmSync(folder, { recursive: true })

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}
