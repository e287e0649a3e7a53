import { verifyChain } from '../../src/audit/index.ts'
import { type CategoryTree, categoryReader } from '../../src/categories/index.ts'
import { type Database, inTransaction } from '../../src/database/index.ts'
import { dayCountReader, labelsIn } from '../../src/listings/index.ts'
import { documentWriter } from '../../src/search/document-store.ts'
import { indexText } from '../../src/search/index-text.ts'
import { liveArticleReader } from '../../src/search/live-article-store.ts'
import { documentOf } from '../../src/search/write-index.ts'
import { dayOf } from '../../src/text/dates.ts'

/** Everything that is written beside an article in one transaction, and must tell the same story. */

const timeZone = 'Asia/Ho_Chi_Minh'
const launches = ['scheduled', 'published', 'published-unreviewed', 'updated', 'corrected']
const draftMakers = ['created', 'saved', 'took-back', 'restored-edition']

/** One sentence for everything that does not fit; empty when history, audit log, lists, labels, archive and search say the same. */
export async function disagreements(database: Database, now: string): Promise<string[]> {
  const rows = await readRows(database)
  const tree = await categoryReader(database.write).getTree()
  const wrong: string[] = []
  for (const article of rows.articles) {
    const note = (isWrong: boolean, sentence: string) => {
      if (isWrong) wrong.push(`article ${article.id}: ${sentence}`)
    }
    const editions = rows.editions.filter((edition) => edition.article_id === article.id)
    const events = rows.events.filter((event) => event.article_id === article.id)
    const audited = rows.audited.filter((line) => line.subject_id === article.id)
    note(!isSame(events.map(told), audited.map(told)), 'history and audit log tell different stories')

    const { stage, isWithdrawn, isTrashed } = standingAfter(events.map(({ act }) => act))
    note(stage !== (article.draft_edition_id === null ? 'none' : article.stage), `history leads to ${stage}`)
    note(isWithdrawn !== (article.withdrawn_at !== null), 'history and withdrawal differ')
    note(isTrashed !== (article.deleted_at !== null), 'history and trash differ')
    note(article.version > events.length || article.version < events.length - 1, 'a version without its event')

    for (const edition of editions) {
      const published = events.filter(({ act, edition_id }) => launches.includes(act) && edition_id === edition.id)
      note(
        published.length !== (edition.published_at ? 1 : 0),
        `edition ${edition.id} published ${published.length} times`,
      )
    }
    const newest = article.draft_edition_id ?? article.live_edition_id
    note(newest !== editions.at(-1)?.id, 'the newest edition is not the one that stands')

    const live = editions.find(({ id }) => id === article.live_edition_id)
    note((live?.published_at ?? null) === null && article.live_edition_id !== null, 'what is live was never published')
    const isOver = article.expires_at !== null && article.expires_at <= now
    const isListed = live !== undefined && !isWithdrawn && !isTrashed
    const above = isListed ? tree.lineage(live.category_id ?? 0).map(({ id }) => `${id} ${article.published_at}`) : []
    const listed = rows.listings.filter(({ article_id }) => article_id === article.id)
    const places = listed.map((one) => `${one.category_id} ${one.published_at}`)
    note(!isSame(places.sort(), above.sort()) && !(isOver && places.length === 0), 'lists and article differ')
    const labels = rows.labels.filter(({ article_id }) => article_id === article.id)
    const written = isListed ? labelsIn({ ...live, tags: JSON.parse(live.tags) as string[] }) : []
    const shown = labels.map((one) => `${one.kind} ${one.key} ${one.name} ${one.published_at}`)
    const typed = written.map((one) => `${one.kind} ${one.key} ${one.name} ${article.published_at}`)
    note(!isSame(shown.sort(), typed.sort()) && !(isOver && shown.length === 0), 'labels and article differ')
    const words = await searchedAndWritten(database, article.id, tree)
    note(words.searched !== words.written && !(isOver && words.searched === null), 'search and article differ')
  }
  const counted = await countedAndListed(database, now)
  if (!isSame(counted.counted, counted.listed)) wrong.push('the archive counts other periods than lists hold')
  const { brokenAt } = await verifyChain(database.write)
  return brokenAt ? [...wrong, `the audit log is broken at ${brokenAt.id}: ${brokenAt.reason}`] : wrong
}

async function readRows({ write }: Database) {
  return {
    articles: await write.selectFrom('articles').selectAll().where('erased_at', 'is', null).execute(),
    editions: await write
      .selectFrom('editions')
      .select(['id', 'article_id', 'published_at', 'title', 'category_id', 'tags', 'author'])
      .orderBy('id')
      .execute(),
    events: await write.selectFrom('article_events').selectAll().orderBy('id').execute(),
    audited: await write
      .selectFrom('audit_lines')
      .selectAll()
      .where('subject_kind', '=', 'article')
      .orderBy('id')
      .execute(),
    listings: await write.selectFrom('category_listings').selectAll().execute(),
    labels: await write
      .selectFrom('label_listings')
      .innerJoin('labels', 'labels.id', 'label_listings.label_id')
      .selectAll()
      .execute(),
  }
}

/** How many articles the archive counts of each day, month and year, and how many of them readers find in lists. */
async function countedAndListed({ write }: Database, now: string) {
  const rows = await write
    .selectFrom('category_listings')
    .select(['article_id', 'published_at'])
    .distinct()
    .where('published_at', '<=', now)
    .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
    .execute()
  const counts = dayCountReader(write, { now, timeZone })
  const [counted, listed]: [string[], string[]] = [[], []]
  for (const [unit, letters] of [
    ['day', 10],
    ['month', 7],
    ['year', 4],
  ] as const) {
    const ofUnit = Map.groupBy(rows, (row) => dayOf(row.published_at, timeZone).slice(0, letters))
    listed.push(...[...ofUnit].map(([period, { length }]) => `${period} ${length}`))
    counted.push(...[...(await counts.countBy(unit, { from: '', to: '9999' }))].map((pair) => pair.join(' ')))
  }
  return { counted: counted.sort(), listed: listed.sort() }
}

/** The words under which readers find it, and those that they read; null for none. */
function searchedAndWritten(database: Database, articleId: number, tree: CategoryTree) {
  return inTransaction(database, async (transaction) => {
    const known = await documentWriter(transaction).find(articleId)
    const live = await liveArticleReader(transaction).find(articleId)
    const line = (words: string[]) => words.toSorted().join(' ')
    return {
      searched: known && line(known.words),
      written: live && line(indexText(documentOf(live, tree)).words),
    }
  })
}

type Told = { at: string; staff_id: number | null; staff_name: string; act: string; note: string }
const told = ({ at, staff_id, staff_name, act, note }: Told) => [at, staff_id, staff_name, act, note].join(' · ')

/** Where an article stands after all this, worked out from its history alone. */
function standingAfter(acts: string[]) {
  let stage = 'none'
  let [isWithdrawn, isTrashed, wasLive] = [false, false, false]
  for (const act of acts) {
    if (draftMakers.includes(act)) stage = 'draft'
    if (act === 'submitted' || act === 'reviewed' || act === 'returned') stage = act
    if (launches.includes(act)) [stage, isWithdrawn, wasLive] = ['none', false, true]
    if (act === 'withdrew') isWithdrawn = true
    if (act === 'trashed') isTrashed = true
    if (act === 'restored') [isTrashed, isWithdrawn] = [false, wasLive]
  }
  return { stage, isWithdrawn, isTrashed }
}

const isSame = (some: string[], others: string[]) => JSON.stringify(some) === JSON.stringify(others)
