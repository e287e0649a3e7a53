import type { CategoryTree } from '../categories/index.ts'
import type { Writer } from '../database/index.ts'
import { dayOf } from '../text/dates.ts'
import type { CountedRow } from './day-count.ts'
import { dayCountWriter } from './day-count-store.ts'
import { labelWriter } from './label-store.ts'

export type Listed = {
  articleId: number
  categoryId: number
  publishedAt: string
  expiresAt: string | null
  tags: string[]
  /** The byline as it was typed. */
  author: string
}

type ListingTools = { now: string; timeZone: string }
type Placed = Omit<Listed, 'tags' | 'author'>

/**
 * Keeps everything under which readers find a live article: one row in `category_listings` for its category and one for
 * each category above it, one in `label_listings` for each tag and author, and the counts of the archive.
 */
export function listingWriter(transaction: Writer, tree: CategoryTree, { now, timeZone }: ListingTools) {
  const counts = dayCountWriter(transaction)
  const labels = labelWriter(transaction)

  async function list(listed: Listed): Promise<void> {
    await unlist(listed.articleId)
    await labels.list(listed)
    await place(listed)
  }

  async function unlist(articleId: number): Promise<void> {
    await hold()
    await labels.unlist([articleId])
    await takeOut([articleId])
  }

  /** What is over; somebody may have published one of them anew meanwhile, which then stays. */
  async function unlistOver(articleIds: number[]): Promise<void> {
    await hold()
    const over = await transaction
      .selectFrom('category_listings')
      .select('article_id')
      .distinct()
      .where('article_id', 'in', articleIds)
      .where('expires_at', '<=', now)
      .execute()
    const ids = over.map((row) => row.article_id)
    if (ids.length === 0) return
    await labels.unlist(ids)
    await takeOut(ids)
  }

  /** After a category moved, its articles belong to other categories above. */
  async function relist(categoryIds: number[]): Promise<void> {
    await hold()
    const articles = await transaction
      .selectFrom('articles')
      .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
      .select(['articles.id', 'category_id', 'articles.published_at', 'articles.expires_at'])
      .where('category_id', 'in', categoryIds)
      .where('withdrawn_at', 'is', null)
      .where('deleted_at', 'is', null)
      .execute()
    for (const { id, category_id, published_at, expires_at } of articles) {
      if (!category_id || !published_at) continue
      await takeOut([id])
      await place({ articleId: id, categoryId: category_id, publishedAt: published_at, expiresAt: expires_at })
    }
  }

  /** Those whose hour has come are counted from now on. */
  async function countDue(articleIds: number[]): Promise<void> {
    await hold()
    const rows = await transaction
      .selectFrom('category_listings')
      .select(['article_id', 'published_at', 'expires_at'])
      .distinct()
      .where('article_id', 'in', articleIds)
      .where('counted_day', 'is', null)
      .execute()
    for (const row of rows) {
      const day = countedDay({ publishedAt: row.published_at, expiresAt: row.expires_at })
      const counted = await transaction
        .updateTable('category_listings')
        .set({ counted_day: day })
        .where('article_id', '=', row.article_id)
        .returning(['article_id', 'category_id', 'counted_day'])
        .execute()
      await counts.change(counted.map(countedRow), 1)
    }
  }

  async function place({ articleId, categoryId, publishedAt, expiresAt }: Placed): Promise<void> {
    const rows = tree.lineage(categoryId).map(({ id }) => ({
      category_id: id,
      published_at: publishedAt,
      article_id: articleId,
      expires_at: expiresAt,
      counted_day: countedDay({ publishedAt, expiresAt }),
    }))
    if (rows.length === 0) return
    await transaction.insertInto('category_listings').values(rows).execute()
    await counts.change(rows.map(countedRow), 1)
  }

  async function takeOut(articleIds: number[]): Promise<void> {
    const gone = await transaction
      .deleteFrom('category_listings')
      .where('article_id', 'in', articleIds)
      .returning(['article_id', 'category_id', 'counted_day'])
      .execute()
    await counts.change(gone.map(countedRow), -1)
  }

  /** What readers do not see yet, or no longer, is not counted. */
  function countedDay({ publishedAt, expiresAt }: Pick<Listed, 'publishedAt' | 'expiresAt'>): string | null {
    const isUp = publishedAt <= now && (expiresAt === null || expiresAt > now)
    return isUp ? dayOf(publishedAt, timeZone) : null
  }

  /** Two that publish change the same counts and may both bring a new tag: the second waits here, before it holds any. */
  async function hold(): Promise<void> {
    await transaction
      .updateTable('listing_renewal')
      .set((e) => ({ last_id: e.ref('last_id') }))
      .execute()
  }

  return { list, unlist, unlistOver, relist, countDue }
}

type Row = { article_id: number; category_id: number; counted_day: string | null }

const countedRow = (row: Row): CountedRow => ({
  articleId: row.article_id,
  categoryId: row.category_id,
  day: row.counted_day,
})
