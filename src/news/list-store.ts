import { type AliasedExpression, type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Reader, Schema } from '../database/index.ts'
import type { Article, Beside, Headline } from './article.ts'
import { headlineFrom, publishedArticles } from './headline-store.ts'
import { lengthReader } from './length-store.ts'
import type { List, LongList, Place, Slice, Span, Start } from './list.ts'

type ListedRow = { article_id: number; published_at: string; expires_at: string | null }
type Listed = { listed: ListedRow }
type Order = 'asc' | 'desc'
/** `upTo` is among it. Where there is `until`, that alone holds. */
type Bounds = Partial<Span> & { upTo?: string }
type Walk = SelectQueryBuilder<Schema & Listed, 'listed', { article_id: number; published_at: string }>

/** Every list is a walk along one index, newest first, which costs the same in a large archive. */
export function listReader(database: Reader) {
  const { countOf, countByCategory, findStart } = lengthReader(database)
  return {
    countOf,
    countByCategory,

    listNewestOf: (list: List, now: string, most: number): Promise<Headline[]> =>
      headlinesOf(walk(list, now).limit(most), now),

    listNewestIn: (categoryId: number, now: string, most: number): Promise<Headline[]> =>
      headlinesOf(walk(category(categoryId), now).limit(most), now),

    /** The newest of each of these lists, in their order; lists of any length cost one query. */
    listNewestOfEach: (wishes: readonly { list: List; most: number }[], now: string): Promise<Headline[][]> =>
      headlinesOfEach(
        wishes.map(({ list, most }) => walk(list, now).limit(most)),
        now,
      ),

    listCategory: (categoryId: number, slice: Slice, now: string): Promise<Headline[]> =>
      listSlice(category(categoryId), slice, now),

    listSlice,
    listFrom,

    /** What comes after this place, in the order of the list. */
    async listOlder(list: List, place: Place, now: string, most: number): Promise<Headline[]> {
      const older = walk(list, now, 'desc', { upTo: place.publishedAt }).where((e) => beside(e, '<', place))
      return headlinesOf(older.limit(most), now)
    },

    /** When the article nearest to this span was published, before and after it; null where there is none. */
    async findNearest(list: List, { from, until }: Span, now: string) {
      const before = walk(list, now, 'desc', { until: from }).limit(1)
      const after = walk(list, now, 'asc', { from: until }).limit(1)
      const rows = await placed(before, 'before').unionAll(placed(after, 'after')).execute()
      const at = (place: string) => rows.find((row) => row.place === place)?.published_at ?? null
      return { previous: at('before'), next: at('after') }
    },

    /** Where an article stands, or stood: links to what comes after it hold when it is taken down. */
    async findPlace(id: number, now: string): Promise<Place | null> {
      const row = await database
        .selectFrom('articles')
        .select('published_at')
        .where('id', '=', id)
        .where('published_at', '<=', now)
        .executeTakeFirst()
      return row?.published_at ? { id, publishedAt: row.published_at } : null
    },

    /** Those of these articles that readers find in lists, in the order of the ids. */
    async listByIds(ids: readonly number[], now: string): Promise<Headline[]> {
      if (ids.length === 0) return []
      const rows = await publishedArticles(database, now).where('articles.id', 'in', ids).execute()
      const headlines = new Map(rows.map((row) => [row.id, headlineFrom(row)]))
      return ids.flatMap((id) => headlines.get(id) ?? [])
    },

    /** Those next to an article in its category by date, and the newest there, never the article itself. */
    async findBeside({ id, categoryId, publishedAt }: Article, mostRelated: number, now: string): Promise<Beside> {
      if (categoryId === null) return { neighbours: { previous: null, next: null }, related: [] }
      const place = { publishedAt, id }
      // The plain bound says less than the pair, but it is what SQLite starts its walk from.
      const older = walk(category(categoryId), now, 'desc', { upTo: publishedAt }).where((e) => beside(e, '<', place))
      const newer = walk(category(categoryId), now, 'asc', { from: publishedAt }).where((e) => beside(e, '>', place))
      const newest = walk(category(categoryId), now).limit(mostRelated + 1)
      const [before, after, all = []] = await headlinesOfEach([older.limit(1), newer.limit(1), newest], now)
      const related = all.filter((headline) => headline.id !== id).slice(0, mostRelated)
      return { neighbours: { previous: before?.[0] ?? null, next: after?.[0] ?? null }, related }
    },
  }

  /** The last page as quickly as the first: rows are skipped within one month alone. */
  async function listSlice(list: LongList, slice: Slice, now: string): Promise<Headline[]> {
    const start = await findStart(list, slice, now)
    return start ? listFrom(list, start, now, slice.perPage) : []
  }

  /** Nothing that was published before `from`. */
  function listFrom(list: List, { until, skipped }: Start, now: string, most: number, from = ''): Promise<Headline[]> {
    return headlinesOf(walk(list, now, 'desc', { from, until }).offset(skipped).limit(most), now)
  }

  /** In the order of the index, so nothing is sorted. What is over is walked past. */
  function walk(list: List, now: string, order: Order = 'desc', { from = '', until, upTo = now }: Bounds = {}) {
    // One bound alone: SQLite starts its walk from the first that it reads, and would go through all that lies between.
    const [side, end] = until !== undefined && until <= now ? (['<', until] as const) : (['<=', upTo] as const)
    return database
      .selectFrom(rowsOf(list))
      .select(['listed.article_id', 'listed.published_at'])
      .where('listed.published_at', side, end)
      .where('listed.published_at', '>=', from)
      .where((e) => e.or([e('listed.expires_at', 'is', null), e('listed.expires_at', '>', now)]))
      .orderBy('listed.published_at', order)
      .orderBy('listed.article_id', order)
  }

  /** The engines look through it, to the index of the table below. */
  function rowsOf(list: List): AliasedExpression<ListedRow, 'listed'> {
    if (list.kind === 'all')
      return database
        .selectFrom('articles')
        .select(['id as article_id', 'published_at', 'expires_at'])
        .where('live_edition_id', 'is not', null)
        .where('withdrawn_at', 'is', null)
        .where('deleted_at', 'is', null)
        .$castTo<ListedRow>()
        .as('listed')
    if (list.kind === 'category')
      return database
        .selectFrom('category_listings')
        .select(['article_id', 'published_at', 'expires_at'])
        .where('category_id', '=', list.id)
        .as('listed')
    return database
      .selectFrom('label_listings')
      .select(['article_id', 'published_at', 'expires_at'])
      .where('label_id', '=', list.id)
      .as('listed')
  }

  async function headlinesOf(walked: Walk, now: string): Promise<Headline[]> {
    const rows = await publishedArticles(database, now)
      .innerJoin(walked.as('found'), 'found.article_id', 'articles.id')
      .orderBy('articles.published_at', 'desc')
      .orderBy('articles.id', 'desc')
      .execute()
    return rows.map(headlineFrom)
  }

  async function headlinesOfEach(walks: readonly Walk[], now: string): Promise<Headline[][]> {
    const [first, ...others] = walks.map((walked, place) => placed(walked, String(place)))
    if (!first) return []
    const found = others.reduce((all, next) => all.unionAll(next), first)
    const rows = await publishedArticles(database, now)
      .innerJoin(found.as('found'), 'found.article_id', 'articles.id')
      .select('found.place')
      .orderBy('articles.published_at', 'desc')
      .orderBy('articles.id', 'desc')
      .execute()
    return walks.map((_, place) => rows.filter((row) => row.place === String(place)).map(headlineFrom))
  }

  /** As one of several in a union, whose limits would otherwise be the limit of all. */
  function placed(walked: Walk, place: string) {
    return database
      .selectFrom(walked.as('one'))
      .select(['one.article_id', 'one.published_at', sql.lit(place).$castTo<string>().as('place')])
  }
}

const category = (id: number): LongList => ({ kind: 'category', id })

const beside = (e: ExpressionBuilder<Listed, 'listed'>, side: '<' | '>', { publishedAt, id }: Place) =>
  e(e.refTuple('listed.published_at', 'listed.article_id'), side, e.tuple(publishedAt, id))
