import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { createPortal } from '../../src/portal.ts'
import { realWorld } from '../../src/site/world.ts'
import { testClock } from './test-clock.ts'
import { copiedDatabase, migratedDatabase, type TestDatabase, testEngine } from './test-database.ts'
import { begin, type Settings, type TestPortal, testPortal } from './test-portal.ts'

/** Of a whole run, in which one file makes what all others copy. A file that runs alone makes its own. */
const { TEST_TEMPLATES } = process.env

type Original = { folder: string; url: string }

/** A portal with the sample district in it, as a newcomer sees it after the first start. */
export function sampleDistrict(settings: Settings = {}): Promise<TestPortal> {
  return testPortal(settings, copyDistrict)
}

async function copyDistrict(folder: string): Promise<TestDatabase> {
  original ??= findOriginal()
  const { url, folder: from } = await original
  await cp(join(from, 'uploads'), join(folder, 'uploads'), { recursive: true })
  return copiedDatabase(testEngine, url, folder)
}

let original: Promise<Original> | null = null

async function findOriginal(): Promise<Original> {
  const shared = TEST_TEMPLATES ? join(TEST_TEMPLATES, `district-${testEngine}`) : null
  const made = (shared ? await originalIn(shared) : null) ?? (await makeOriginal())
  if (!shared) process.once('exit', () => rmSync(made.folder, { recursive: true, force: true }))
  if (!shared || made.folder === shared) return made
  await mkdir(join(shared, '..'), { recursive: true })
  // Of two that were made at the same moment the first is everybody's.
  await rename(made.folder, shared).catch(() => rm(made.folder, { recursive: true }))
  return (await originalIn(shared)) ?? made
}

async function makeOriginal(): Promise<Original> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-district-'))
  const { url } = await migratedDatabase(testEngine, folder)
  const config = readConfig({ DATABASE_URL: url, UPLOADS: join(folder, 'uploads'), LOG_LEVEL: 'silent' })
  const portal = await createPortal(config, { ...realWorld('silent'), clock: testClock(begin) })
  await portal.fillIfUntouched()
  await portal.close()
  await writeFile(join(folder, 'url'), url)
  return { folder, url }
}

async function originalIn(folder: string): Promise<Original | null> {
  const url = await readFile(join(folder, 'url'), 'utf8').catch(() => null)
  return url === null ? null : { folder, url: url.startsWith('sqlite:') ? `sqlite:${join(folder, 'portal.db')}` : url }
}
