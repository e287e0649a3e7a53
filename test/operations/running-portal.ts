import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { type Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../src/database/index.ts'
import { realWorld } from '../../src/site/world.ts'
import { freePort } from '../articles/running-program.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { an, employ } from '../support/people.ts'
import { root } from '../support/sources.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

const longestWaitMs = 60_000

type Line = { msg: string; worker?: number }

export type RunningPortal = {
  port: number
  origin: string
  uploads: string
  databaseUrl: string
  process: ChildProcess
  /** What its log says. */
  lines(): Line[]
  /** The processes that answer now, as its log tells. */
  workers(): number[]
  /** The exit code. */
  ended: Promise<number | null>
}

/** The real program on data of its own, in which An has an account, so that no sample is loaded. */
export async function runningPortal(settings: Record<string, string> = {}): Promise<RunningPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-test-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const { url, remove } = await migratedDatabase(testEngine, folder)
  closeAfterTest(remove)
  await employAn(url)
  const port = await freePort()
  const place = { PORT: String(port), DATABASE_URL: url, UPLOADS: join(folder, 'uploads'), LOG_LEVEL: 'info' }
  return begin({ ...place, ...settings }, port)
}

async function employAn(databaseUrl: string) {
  const database = await openDatabase({ databaseUrl, databaseReadUrl: null })
  await employ({ database, world: realWorld('silent') }, an)
  await database.close()
}

async function begin(settings: Record<string, string>, port: number): Promise<RunningPortal> {
  const { PATH } = process.env
  const program = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: { PATH, ...settings } })
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve))
  closeAfterTest(async () => {
    program.kill('SIGKILL')
    await ended
  })
  let heard = ''
  program.stdout.on('data', (piece) => (heard += piece))
  program.stderr.on('data', (piece) => (heard += piece))
  const lines = () => heard.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))
  const workers = () => {
    const died = lines().flatMap(({ msg, worker }) => (msg === 'worker died' || msg === 'worker left' ? [worker] : []))
    const begun = lines().flatMap(({ msg, worker }) => (msg === 'worker answers' && worker ? [worker] : []))
    return begun.filter((worker) => !died.includes(worker))
  }
  const count = Number(settings['WORKERS'] ?? 1)
  const isUp = () => (count > 1 ? workers().length === count : /\n\n/.test(heard.slice(1)))
  await Promise.race([
    until(isUp),
    ended.then((code) => {
      throw new Error(`the program ended with ${code}: ${heard}`)
    }),
  ])
  const { UPLOADS: uploads = '', DATABASE_URL: databaseUrl = '' } = settings
  return { port, origin: `http://127.0.0.1:${port}`, uploads, databaseUrl, process: program, lines, workers, ended }
}

/** Fails when it does not come true for a minute. */
export async function until(isSo: () => boolean | Promise<boolean>, longestMs = longestWaitMs): Promise<void> {
  const latest = performance.now() + longestMs
  while (!(await isSo())) {
    if (performance.now() > latest) throw new Error(`did not come true: ${isSo}`)
    await wait(20)
  }
}

export type Got = { status: number; text: string; headers: IncomingMessage['headers'] }

/** Over a line of its own, unless an agent keeps lines. */
export function ask(origin: string, path: string, agent: Agent | false = false): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => (text += piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
      answer.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

/** What this one of the workers answers: the others are held still meanwhile. */
export async function askWorker(portal: RunningPortal, worker: number, path: string): Promise<Got> {
  const others = portal.workers().filter((other) => other !== worker)
  for (const other of others) process.kill(other, 'SIGSTOP')
  try {
    // One that is held still takes at most one of them.
    return await Promise.any([...others, worker].map(() => ask(portal.origin, path)))
  } finally {
    for (const other of others) process.kill(other, 'SIGCONT')
  }
}
