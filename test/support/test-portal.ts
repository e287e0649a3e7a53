import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Config, readConfig } from '../../src/config.ts'
import type { Database } from '../../src/database/index.ts'
import { createPortal, type Portal } from '../../src/portal.ts'
import { realWorld, type World } from '../../src/site/world.ts'
import { type Client, createClient } from './client.ts'
import { closeAfterTest } from './close-after-test.ts'
import { dismiss, employ, hasLeft, type Person } from './people.ts'
import { type TestClock, testClock } from './test-clock.ts'
import { migratedDatabase, testEngine } from './test-database.ts'

export type TestPortal = {
  /** Where readers ask, such as `http://127.0.0.1:41234`. */
  origin: string
  /** Where staff ask: a port of its own when `STAFF_PORT` is set. */
  staffOrigin: string
  config: Config
  world: World
  clock: TestClock
  database: Database
  staffRoutes: Portal['staffRoutes']
  /** What the log was told, one JSON line an event. Nothing, unless the test sets `LOG_LEVEL`. */
  logLines: string[]
  /** Loads the sample district, as the first start does; false when the installation is in use already. */
  fillIfUntouched(): Promise<boolean>
  /** What happens at the start, after an older version or another time zone. */
  renewOutdated(): Promise<void>
  /** What happens at the start and each minute. */
  catchUp(): Promise<void>
  /** What happens each few seconds: those who wait to be told of articles are told. */
  deliver(): Promise<void>
  /** Somebody nobody knows. Each call is another browser. */
  visitor(from?: { address?: string; at?: string; headers?: Record<string, string> }): Client
  /** Her browser, signed in through the sign-in page before its first request; the same one at every call. */
  as(person: Person): Client
  /** The id of her account. */
  idOf(person: Person): Promise<number>
  /** Happens by itself when the test ends. */
  close(): Promise<void>
}

/** Settings are those of the README, as the environment would give them. */
export type Settings = Record<string, string>

/** When tests begin, in the year of the first user's article. */
export const begin = '2017-02-17T03:00:00Z'

const empty = (folder: string) => migratedDatabase(testEngine, folder)

/**
 * A whole portal, as `main.ts` would open it, on a folder, a database and a port of its own. `fill` puts into the folder what
 * it starts with; without it, nothing is stored yet.
 */
export async function testPortal(settings: Settings = {}, fill = empty): Promise<TestPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-test-'))
  const stored = await fill(folder)
  const doors = await openDoors('STAFF_PORT' in settings)
  const config = readConfig({
    SITE_URL: doors.origin,
    DATABASE_URL: stored.url,
    UPLOADS: join(folder, 'uploads'),
    LOG_LEVEL: 'silent',
    // PostgreSQL tells a moment later what a test wrote past the portal; SQLite tells at once.
    ...(testEngine === 'postgres' ? { PAGE_CACHE_MB: '0' } : {}),
    ...settings,
  })
  const clock = testClock(begin)
  const logLines: string[] = []
  const log = pino({ level: config.logLevel }, { write: (line: string) => void logLines.push(line) })
  const world: World = { ...realWorld('silent'), clock, log }
  const cleanUp = async () => {
    doors.shut()
    await stored.remove()
    await rm(folder, { recursive: true, force: true })
  }
  const portal = await createPortal(config, world).catch(async (error) => {
    await cleanUp()
    throw error
  })
  await portal.announcements.settle()
  doors.answerWith(portal.publicSite, portal.staffSite)

  const { database, staffRoutes } = portal
  const place = { database, world }
  const browsers = new Map<Person, Client>()
  const close = once(async () => {
    doors.shut()
    await portal.close()
    await cleanUp()
  })
  closeAfterTest(close)

  return {
    origin: doors.origin,
    staffOrigin: doors.staffOrigin,
    config,
    world,
    clock,
    database,
    staffRoutes,
    logLines,
    fillIfUntouched: portal.fillIfUntouched,
    renewOutdated: portal.renewOutdated,
    catchUp: portal.catchUp,
    deliver: portal.announcements.deliver,
    visitor: ({ address, at = doors.origin, headers = {} } = {}) =>
      createClient(at, { ...(address ? { 'x-forwarded-for': address } : {}), ...headers }),
    as(person) {
      const known =
        browsers.get(person) ?? createClient(doors.staffOrigin, {}, (client) => enter(place, client, person))
      browsers.set(person, known)
      return known
    },
    idOf: (person) => employ(place, person),
    close,
  }
}

/** Who left still has the session that she had. */
async function enter(place: { database: Database; world: World }, client: Client, person: Person) {
  await employ(place, person)
  await signIn(client, person)
  if (hasLeft(person)) await dismiss(place, person)
}

/** Through the sign-in page; fails when the portal does not let her in. */
export async function signIn(client: Client, { email, password, name }: Pick<Person, 'email' | 'password' | 'name'>) {
  const answer = await client.post('/quan-tri/dang-nhap', { email, password })
  if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status} ${answer.main()}`)
}

/** Ports are opened first, so that the portal can be told its own address. */
async function openDoors(hasStaffDoor: boolean) {
  let answers: { publicSite: RequestListener; staffSite: RequestListener | null } | null = null
  const publicServer = await listen((req, res) => answers?.publicSite(req, res))
  const staffServer = hasStaffDoor ? await listen((req, res) => answers?.staffSite?.(req, res)) : null
  const origin = originOf(publicServer)
  return {
    origin,
    staffOrigin: staffServer ? originOf(staffServer) : origin,
    answerWith(publicSite: RequestListener, staffSite: RequestListener | null) {
      answers = { publicSite, staffSite }
    },
    shut() {
      for (const server of [publicServer, staffServer]) {
        server?.close()
        server?.closeAllConnections()
      }
    },
  }
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
