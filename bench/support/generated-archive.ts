import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { migrate, openDatabase } from '../../src/database/index.ts'
import { labelsIn, renewListings } from '../../src/listings/index.ts'
import { rendererVersion } from '../../src/markdown/index.ts'
import { rebuildIndex } from '../../src/search/rebuild-index.ts'
import { realWorld } from '../../src/site/world.ts'
import { slugOf } from '../../src/text/slug.ts'
import { type GeneratedArticle, generateArticle } from '../generated-articles.ts'

/** A portal's database of one size, and what readers may ask it for. */
export type Archive = { size: number; file: string; articles: string[]; busyDay: string; parts: number }

const migrations = resolve(import.meta.dirname, '../../migrations')
const timeZone = 'Asia/Ho_Chi_Minh'
const zoneMs = 7 * 60 * 60_000
const dayMs = 24 * 60 * 60_000
const years = 15
const roots = 5
const leavesEach = 8
/** So many articles of one day at the middle of each archive, so that its page is as full in a small one. */
const busyCount = 60
const commonTags = 10
const authors = 10
const pictures = 2_000
const texts = 5_000
const oneTransaction = 20_000

/**
 * Made once and found again in `folder`. Articles come evenly over fifteen years, in five categories with eight below each; each has
 * a title and 1.2 KB of text as HTML, so that a million fits in about 4 GB, one common and one rare tag, an author, every second a
 * cover. Lengths are chosen so that first, middle and last pages of every size are full.
 */
export async function generatedArchive(folder: string, size: number): Promise<Archive> {
  const file = join(folder, `${size}.db`)
  const note = join(folder, `${size}.json`)
  const made = `${rendererVersion} ${readdirSync(migrations).sort()}`
  const kept = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Archive & { made: string }) : null
  // Else the portal would begin by making everything anew, and be measured doing that.
  if (kept?.made === made) return kept
  mkdirSync(folder, { recursive: true })
  const unfinished = `${file}.unfinished`
  for (const ending of ['', '-wal', '-shm']) rmSync(unfinished + ending, { force: true })
  await prepare(unfinished)
  const archive = fill(unfinished, size)
  renameSync(unfinished, file)
  writeFileSync(note, JSON.stringify({ ...archive, file, made }))
  return { ...archive, file }
}

/** All tables, and notes that neither the search nor the lists of an older version wait to be made anew. */
async function prepare(file: string) {
  const database = await openDatabase({ databaseUrl: `sqlite:${file}`, databaseReadUrl: null })
  const tools = { config: { timeZone }, database, world: realWorld('silent') }
  await migrate(database, migrations)
  await rebuildIndex(tools)
  await renewListings(tools)
  await database.close()
}

function fill(file: string, size: number): Archive {
  const database = new BetterSqlite(file)
  database.pragma('synchronous = off')
  const insert = inserter(database)
  const moments = momentsOf(size)
  const pool = Array.from({ length: Math.min(size, texts) }, (_, number) => generateArticle(number, texts))
  const labels = new Map<string, number>()
  database.transaction(() => addSurroundings(insert))()
  for (let first = 1; first <= size; first += oneTransaction) {
    database.transaction(() => {
      for (let id = first; id < first + oneTransaction && id <= size; id++)
        addArticle(insert, labels, id, moments.at(id), pool[id % pool.length] as GeneratedArticle)
    })()
  }
  database.exec(counting)
  const articles = database
    .prepare('select slug, id from articles where id % ? = 0 order by id desc limit 100')
    .all(Math.ceil(size / 100)) as { slug: string; id: number }[]
  database.pragma('wal_checkpoint(truncate)')
  database.close()
  return {
    size,
    file,
    articles: articles.map(({ slug, id }) => `/tin-bai/${slug}-${id}`),
    busyDay: moments.busyDay,
    parts: Math.ceil(size / 10_000),
  }
}

/** The middle ones lie on one day. */
function momentsOf(size: number) {
  const last = Math.floor(Date.now() / dayMs) * dayMs - dayMs
  const step = (years * 365.25 * dayMs) / size
  const middle = Math.floor((last - (years * 365.25 * dayMs) / 2) / dayMs) * dayMs
  const isBusy = (id: number) => Math.abs(id - size / 2) < busyCount / 2
  return {
    busyDay: new Date(middle).toISOString().slice(0, 10),
    at: (id: number) =>
      new Date(isBusy(id) ? middle + (id - size / 2 + busyCount) * 60_000 : last - (size - id) * step).toISOString(),
  }
}

type Insert = (table: string, row: Record<string, unknown>) => void

/** Statements are compiled once for each table. */
function inserter(database: BetterSqlite.Database): Insert {
  const statements = new Map<string, BetterSqlite.Statement>()
  return (table, row) => {
    const names = Object.keys(row)
    const known =
      statements.get(table) ??
      database.prepare(`insert into ${table} (${names}) values (${names.map((name) => `@${name}`)})`)
    statements.set(table, known)
    known.run(row)
  }
}

function addSurroundings(insert: Insert) {
  const at = '2011-01-01T00:00:00.000Z'
  for (let root = 0; root < roots; root++) {
    addCategory(insert, {
      id: root + 1,
      parent_id: null,
      path: `/muc-${root + 1}`,
      position: root,
      home_position: root,
    })
    for (let leaf = 0; leaf < leavesEach; leaf++) {
      const id = leafId(root * leavesEach + leaf)
      const path = `/muc-${root + 1}/linh-vuc-${leaf + 1}`
      addCategory(insert, { id, parent_id: root + 1, path, position: leaf, home_position: null })
    }
  }
  const shape = { format: 'jpeg', width: 1600, height: 1067, bytes: 200_000 }
  const names = { original_name: 'anh.jpg', file_name: 'ruong-rau-tan-an' }
  for (let id = 1; id <= pictures; id++) {
    const key = id.toString(16).padStart(20, '0')
    const words = { alternative_text: 'Ruộng rau', caption: '', credit: '' }
    insert('pictures', { id, key, ...names, ...shape, ...words, uploaded_at: at, public_since: at })
    const seen = { master_key: key, likeness: '', made_at: at }
    insert('picture_versions', { picture_id: id, key, ...names, ...shape, ...seen })
  }
}

type GeneratedCategory = {
  id: number
  parent_id: number | null
  path: string
  position: number
  home_position: number | null
}

function addCategory(insert: Insert, { path, ...category }: GeneratedCategory) {
  const slug = path.split('/').at(-1) ?? ''
  const name = `Lĩnh vực ${category.id}`
  insert('categories', { ...category, slug, name, description: '', created_at: '2011-01-01T00:00:00.000Z' })
  insert('category_paths', { path, category_id: category.id })
}

const leafId = (number: number) => roots + 1 + number

function addArticle(insert: Insert, labels: Map<string, number>, id: number, at: string, text: GeneratedArticle) {
  const leaf = id % (roots * leavesEach)
  const tags = [`Chủ đề ${id % commonTags}`, `Việc ${Math.ceil(id / 20)}`]
  const author = `Nguyễn Văn ${names[Math.floor(id / commonTags) % authors]}`
  const title = `${text.title} (${id})`
  const slug = slugOf(title)
  const times = { created_at: at, changed_at: at, published_at: at }
  insert('articles', { id, slug, version: 1, live_edition_id: id, draft_edition_id: id, ...times })
  insert('editions', {
    ...{ id, article_id: id, slug, title, lead: text.lead, body: 'Nội dung.', renderer: rendererVersion },
    body_html: text.bodyHtml.split('\n').slice(0, 2).join('\n'),
    ...{ category_id: leafId(leaf), author, unit: text.unit, source_name: '', source_address: '' },
    ...{ tags: JSON.stringify(tags), cover_picture_id: id % 2 === 0 ? (id % pictures) + 1 : null },
    ...{ saved_at: at, published_at: at },
  })
  const counted_day = new Date(Date.parse(at) + zoneMs).toISOString().slice(0, 10)
  for (const category_id of [leafId(leaf), Math.floor(leaf / leavesEach) + 1])
    insert('category_listings', { category_id, published_at: at, article_id: id, counted_day })
  for (const label of labelsIn({ tags, author })) {
    const key = `${label.kind} ${label.key}`
    const known = labels.get(key) ?? labels.size + 1
    if (!labels.has(key)) insert('labels', { id: known, kind: label.kind, key: label.key, slug: slugOf(label.name) })
    labels.set(key, known)
    insert('label_listings', { label_id: known, published_at: at, article_id: id, name: label.name })
  }
  if (id % 200 === 0)
    insert('article_updates', {
      ...{ article_id: id, edition_id: id, at, kind: 'correction' },
      ...{ note: '', wrong_text: 'mốt', right_text: 'một' },
    })
}

const names = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lâm', 'Minh', 'Nga']

/** As `listings/` counts them. */
const counting = ['category_id', '0']
  .flatMap((scope) =>
    Object.entries({ year: 4, month: 7, day: 10 }).map(
      ([unit, letters]) => `
        insert into archive_counts (category_id, unit, period, count)
        select ${scope}, '${unit}', substr(counted_day, 1, ${letters}), count(distinct article_id)
        from category_listings group by 1, 3;`,
    ),
  )
  .join('')
