import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Reader, Writer } from '../database/index.ts'
import type { Expression } from './expression.ts'
import type { IndexText } from './index-text.ts'
import { dayBefore, dayKeys, type Keys } from './order-key.ts'
import type { FoundDocument, SearchDocument } from './search-document.ts'
import type { SearchIndex } from './search-index.ts'

/** Which part of the index to walk; the newest, at most so many. */
export type Walk = { expression: Expression; keys: Keys; most: number }
/** Instants; both ends belong to it. */
export type Published = { from: string; upTo: string }

export function documentReader(database: Reader, index: SearchIndex) {
  return {
    /** Keys of what matches, whether or not its hour has come. */
    async listKeys(walk: Walk): Promise<number[]> {
      const { rows } = await sql<{ order_key: number }>`
        select ${index.key} as order_key from search_index where ${index.holds(walk.expression, walk.keys)}
        order by ${index.key} desc limit ${walk.most}`.execute(database)
      return rows.map((row) => row.order_key)
    },

    /** Of those that were published then, what readers see now. */
    async listFound(walk: Walk, published: Published, now: string): Promise<FoundDocument[]> {
      const { rows } = await sql<FoundRow>`
        select ${index.key} as order_key, article_id, category_id, published_at, fields
        from search_index ${index.joinDocuments}
        where ${index.holds(walk.expression, walk.keys)}
          and published_at >= ${published.from} and published_at <= ${published.upTo}
          and (expires_at is null or expires_at > ${now})
        order by ${index.key} desc limit ${walk.most}`.execute(database)
      return rows.map(foundDocument)
    },
  }
}

type FoundRow = {
  order_key: number
  article_id: number
  category_id: number | null
  published_at: string
  fields: string
}

const foundDocument = (row: FoundRow): FoundDocument => ({
  articleId: row.article_id,
  orderKey: row.order_key,
  categoryId: row.category_id,
  publishedAt: row.published_at,
  fields: row.fields,
})

export type KnownDocument = { articleId: number; orderKey: number; words: string[]; isCounted: boolean }

export function documentWriter(transaction: Writer) {
  const known = () =>
    transaction
      .selectFrom('search_documents')
      .innerJoin('search_document_words', 'search_document_words.article_id', 'search_documents.article_id')
      .select(['search_documents.article_id', 'order_key', 'words', 'counted_at'])

  return {
    async find(articleId: number): Promise<KnownDocument | null> {
      const row = await known().where('search_documents.article_id', '=', articleId).executeTakeFirst()
      return row ? knownDocument(row) : null
    },

    /** Those whose hour has come since their words were last counted. */
    async listDue(now: string, most: number): Promise<KnownDocument[]> {
      const rows = await known()
        .where('counted_at', 'is', null)
        .where('published_at', '<=', now)
        .orderBy('published_at')
        .limit(most)
        .execute()
      return rows.map(knownDocument)
    },

    /** Those that are over, for readers and soon for the index. */
    async listEnded(now: string, most: number): Promise<KnownDocument[]> {
      const rows = await known().where('expires_at', '<=', now).orderBy('expires_at').limit(most).execute()
      return rows.map(knownDocument)
    },

    /** A number for one more document of that day: after those that it has, or in a day before once it is full. */
    async takeKey(publishedAt: string): Promise<number> {
      for (let day = dayKeys(publishedAt); ; day = dayBefore(day)) {
        const { last } = await transaction
          .selectFrom('search_documents')
          .select((e) => e.fn.max('order_key').as('last'))
          .where('order_key', '>=', day.from)
          .where('order_key', '<', day.before)
          .executeTakeFirstOrThrow()
        const next = last === null ? day.from : last + 1
        if (next < day.before) return next
      }
    },

    async listIds(after: number, upTo: number): Promise<number[]> {
      const rows = await transaction
        .selectFrom('search_documents')
        .select('article_id')
        .where('article_id', '>', after)
        .where('article_id', '<=', upTo)
        .execute()
      return rows.map((row) => row.article_id)
    },

    async add(document: SearchDocument, key: number, text: IndexText, countedAt: string | null): Promise<void> {
      await transaction
        .insertInto('search_documents')
        .values({
          order_key: key,
          article_id: document.articleId,
          kind: document.kind,
          category_id: document.categoryId,
          published_at: document.publishedAt,
          expires_at: document.expiresAt,
          fields: text.fields,
          counted_at: countedAt,
        })
        .execute()
      await transaction
        .insertInto('search_document_words')
        .values({ article_id: document.articleId, words: deflateRawSync(text.words.join(' ')) })
        .execute()
    },

    async markCounted(articleId: number, now: string): Promise<void> {
      await transaction
        .updateTable('search_documents')
        .set({ counted_at: now })
        .where('article_id', '=', articleId)
        .execute()
    },

    async remove(articleId: number): Promise<void> {
      await transaction.deleteFrom('search_document_words').where('article_id', '=', articleId).execute()
      await transaction.deleteFrom('search_documents').where('article_id', '=', articleId).execute()
    },
  }
}

type KnownRow = { article_id: number; order_key: number; words: Buffer; counted_at: string | null }

const knownDocument = (row: KnownRow): KnownDocument => ({
  articleId: row.article_id,
  orderKey: row.order_key,
  words: inflateRawSync(row.words).toString().split(' ').filter(Boolean),
  isCounted: row.counted_at !== null,
})
