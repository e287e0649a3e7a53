import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../src/database/index.ts'
import { realWorld } from '../src/site/world.ts'
import { formIn } from '../test/newsdesk/editor-form.ts'
import { type Answer, type Client, createClient } from '../test/support/client.ts'
import { type Exposition, parseExposition } from '../test/support/exposition.ts'
import { typedArticle } from '../test/support/given.ts'
import { an, employ } from '../test/support/people.ts'
import { signIn } from '../test/support/test-portal.ts'
import { type Load, load, loadGenerator } from './support/load.ts'
import { percentile } from './support/median.ts'
import { startPortalProcess } from './support/portal-process.ts'

/**
 * Two workers in a storm on the home page and one article, while an editor corrects that article every few seconds through
 * the forms of the newsroom: nothing fails, readers of every worker see each correction within a second, and the newsroom
 * stays quick. Run: npm run bench -- storm, or node bench/storm.ts <minutes>
 */
const minutes = Number(process.argv[2] ?? 10)
const readers = 100
const port = 41_795
const restMs = 3_000
/** On lines of their own, which the keeper hands to its workers in turn. */
const lookers = 6
const promised = { seenMs: 1_000, staffMs: 300 }

/** Corrections before the storm, to compare with; they also wake what is only loaded when it is first asked for. */
const quietRounds = 10

type Taken = { what: string; ms: number }
type Watch = { newsroom: Taken[]; seenMs: number[] }
type Storm = { loads: Load[]; figures: Exposition }

await using started = new AsyncDisposableStack()
const portal = await startPortalProcess(port, `0-${availableParallelism() - 1}`, { WORKERS: '2' })
started.defer(portal.stop)
await employAdministrator()
const editor = createClient(portal.origin)
await signIn(editor, an)
const article = await publish()
let corrections = 0
for (let round = 0; round < 3; round++) await correct(newWatch())
const before = newWatch()
for (let round = 0; round < quietRounds; round++) await correct(before)
const storm = Promise.all(
  ['/', article.path].map((path) => load(portal.origin + path, { connections: readers, seconds: minutes * 60 })),
)
const meanwhile = newWatch()
await correctUntil(storm, meanwhile)
print(before, meanwhile, { loads: await storm, figures: await readFigures() })

function newWatch(): Watch {
  return { newsroom: [], seenMs: [] }
}

async function employAdministrator() {
  const database = await openDatabase({ databaseUrl: `sqlite:${portal.folder}/portal.db`, databaseReadUrl: null })
  await employ({ database, world: realWorld('silent') }, an)
  await database.close()
}

/** The editor's own browser, which looks at the clock. */
function timed(taken: Taken[]): Pick<Client, 'get' | 'post'> {
  const time = async (what: string, ask: () => Promise<Answer>) => {
    const begun = performance.now()
    const answer = await ask()
    taken.push({ what, ms: performance.now() - begun })
    return answer
  }
  return {
    get: (path) => time(`GET ${path}`, () => editor.get(path)),
    post: (path, form) => time(`POST ${path}`, () => editor.post(path, form)),
  }
}

async function publish() {
  const typed = typedArticle({ title: markOf(0), categoryId: '1' })
  const made = await editor.post('/quan-tri/bai-viet/dang', typed)
  const desk = /^\/quan-tri\/bai-viet\/\d+/.exec(made.location ?? '')?.[0]
  if (!desk) throw new Error(`not published: ${made.status} ${made.main()}`)
  const home = (await createClient(portal.origin).get('/')).text
  const path = new RegExp(`/tin-bai/[a-z0-9-]+-${desk.split('/').at(-1)}(?=")`).exec(home)?.[0]
  if (!path) throw new Error('the home page does not show the article')
  return { desk, path }
}

async function correctUntil(storm: Promise<unknown>, watch: Watch) {
  let isOver = false
  void storm.finally(() => {
    isOver = true
  })
  // The first seconds are for the load to begin.
  await wait(restMs)
  while (!isOver) {
    await correct(watch)
    if (!isOver) await wait(restMs)
  }
}

/** As people do: her first page, the list, the article, the button; then everybody looks. */
async function correct({ newsroom, seenMs }: Watch) {
  corrections += 1
  const mark = markOf(corrections)
  const browser = timed(newsroom)
  await browser.get('/quan-tri')
  await browser.get('/quan-tri/bai-viet')
  const form = formIn(await browser.get(article.desk))
  const answer = await browser.post(`${article.desk}/dang`, { ...form, title: mark, changeKind: 'minor' })
  if (answer.status !== 303) throw new Error(`not corrected: ${answer.status} ${answer.main()}`)
  seenMs.push(...(await Promise.all(['/', article.path].map((path) => untilSeen(path, mark)))))
}

function markOf(number: number): string {
  return `Khánh thành cầu Tân An, bản thứ ${number}`
}

/** Milliseconds until all who come at the same moment, over lines of their own, have been shown it. */
async function untilSeen(path: string, mark: string): Promise<number> {
  const since = performance.now()
  for (;;) {
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: lookers }, () => readAnew(path)))
    if (answers.every((text) => text.includes(mark))) return performance.now() - since
    if (begun - since > 30_000) throw new Error(`${path} does not show “${mark}”`)
  }
}

async function readAnew(path: string): Promise<string> {
  const answer = await fetch(portal.origin + path, { headers: { connection: 'close' } })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  // Pages keep the last words of a title on one line.
  return (await answer.text()).replaceAll('\u00a0', ' ')
}

async function readFigures(): Promise<Exposition> {
  return parseExposition(await (await fetch(`${portal.origin}/metrics`)).text())
}

/** The bucket of both workers below which this share of all looks lies. */
function lagOf(figures: Exposition, share: number): string {
  const name = 'cong_tin_event_loop_lag_seconds'
  const enough = figures.sum(`${name}_count`) * share
  const bounds = figures.readings.flatMap((each) => (each.name === `${name}_bucket` ? [each.labels['le'] ?? ''] : []))
  return bounds.find((le) => figures.sum(`${name}_bucket`, { le }) >= enough) ?? ''
}

function print(before: Watch, meanwhile: Watch, { loads, figures }: Storm) {
  const sum = (figure: keyof Load) => loads.reduce((total, each) => total + each[figure], 0)
  const number = (value: number) => Math.round(value).toLocaleString('en')
  const broken = figures.sum('cong_tin_requests_total', { status: '5xx' })
  const late = meanwhile.seenMs.filter((ms) => ms > promised.seenMs).length
  const slowest = meanwhile.newsroom.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  const kept = ['1', '2'].map((worker) => number(figures.sum('cong_tin_requests_total', { kind: 'kept', worker })))
  const memory = ['1', '2'].map((worker) => figures.value('process_resident_memory_bytes', { worker }) / 1024 ** 2)
  console.log(`Load: ${loadGenerator}, 2 × ${readers} connections, ${availableParallelism()} cores for everybody`)
  console.log(`Kept pages sent by each worker: ${kept.join(' and ')}; memory ${memory.map(number).join(' and ')} MB`)
  console.log(`The workers heard within ${lagOf(figures, 0.99)} s in 99 of 100 moments`)
  console.log(`Slowest of the newsroom: ${slowest.map(({ what, ms }) => `${what} ${number(ms)} ms`).join(', ')}`)
  console.log(
    '| Two workers | answers | a second | 5xx, broken lines | corrections | seen in every worker, p50 / longest | newsroom, p50 / p99 / longest |',
  )
  console.log('|---|---:|---:|---:|---:|---:|---:|')
  console.log(`| before the storm | | | | ${timesOf(before)} |`)
  console.log(
    `| ${minutes} minutes of it | ${number(sum('total'))} | ${number(sum('perSecond'))} | ${broken}, ${sum('errors')} | ${timesOf(meanwhile)} |`,
  )
  const staffMs = percentile(
    meanwhile.newsroom.map(({ ms }) => ms),
    0.99,
  )
  const isHeld = broken + sum('errors') + late === 0 && staffMs <= promised.staffMs
  console.log(isHeld ? 'Held.' : `Not held: ${late} looks came late, the newsroom took ${number(staffMs)} ms (p99).`)
}

function timesOf({ newsroom, seenMs }: Watch): string {
  const all = newsroom.map((taken) => taken.ms)
  const share = (numbers: number[], ...shares: number[]) =>
    `${shares.map((each) => Math.round(percentile(numbers, each))).join(' / ')} ms`
  return `${seenMs.length / 2} | ${share(seenMs, 0.5, 1)} | ${share(all, 0.5, 0.99, 1)}`
}
