/**
 * What a photo of 12 megapixels costs from its file to its row: seconds, peak memory of the process, and how long readers'
 * thread was kept waiting meanwhile.
 * Run: npm exec -c 'node bench/receiving.ts'
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { migrate, openDatabase } from '../src/database/index.ts'
import { createWorkshop, receivePicture } from '../src/media/index.ts'
import { pictureSearch } from '../src/search/index.ts'
import { realWorld } from '../src/site/world.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'cong-tin-bench-'))
const photo = join(folder, 'photo.jpg')
makePhoto(photo)

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

/** In a process of its own, so that its memory is not counted here. */
function makePhoto(path: string) {
  const script = `
    import sharp from 'sharp'
    const size = { width: 4032, height: 3024 }
    const noise = (mean, sigma) => ({ type: 'gaussian', mean, sigma })
    const shapes = await sharp({ create: { width: 48, height: 36, channels: 3, background: '#808080', noise: noise(128, 60) } }).png().toBuffer()
    const base = await sharp(shapes).resize({ ...size, kernel: 'cubic' }).png({ compressionLevel: 0 }).toBuffer()
    const grain = await sharp({ create: { ...size, channels: 3, background: '#808080', noise: noise(128, 24) } }).png({ compressionLevel: 0 }).toBuffer()
    await sharp(base).composite([{ input: grain, blend: 'soft-light' }]).jpeg({ quality: 92 }).withMetadata({ orientation: 6 }).toFile(${JSON.stringify(path)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  if (status !== 0) throw new Error(String(stderr))
}

/** The most that the process ever held. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}
