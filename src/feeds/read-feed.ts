import { findPlainFile, pictureReader } from '../media/index.ts'
import { type Article, articleReader, type List, updateReader } from '../news/index.ts'
import { articleEntry, correctionEntry, type EntryTools } from './entry.ts'
import { beforeAllNews, type Entry, type Feed, mostEntries, publicUpdate } from './feed.ts'
import { feedTexts } from './feed-texts.ts'
import type { FeedSource } from './find-source.ts'
import type { FeedsTools } from './index.ts'
import { feedPath } from './paths.ts'
import { updatedReader } from './update-store.ts'
import { feedWords } from './words.ts'

export type FeedTools = Pick<FeedsTools, 'config' | 'database' | 'readTree' | 'readAgency'>

export async function readFeed(tools: FeedTools, source: FeedSource, now: string): Promise<Feed> {
  const { siteUrl, language } = tools.config
  const words = feedWords[language]
  const { agency } = await tools.readAgency()
  const entries =
    source.kind === 'corrections' ? await listCorrections(tools, now) : await listArticles(tools, source, now)
  return {
    ...feedTexts(source, agency, words),
    id: siteUrl + (source.kind === 'category' ? `/#chuyen-muc-${source.category.id}` : source.path),
    language,
    address: siteUrl + source.path,
    addresses: {
      rss: siteUrl + feedPath('rss', source.path),
      atom: siteUrl + feedPath('atom', source.path),
      json: siteUrl + feedPath('json', source.path),
    },
    publisher: agency.unit,
    updatedAt: entries.reduce((latest, entry) => (entry.updatedAt > latest ? entry.updatedAt : latest), beforeAllNews),
    entries,
  }
}

async function listCorrections({ config, database }: FeedTools, now: string): Promise<Entry[]> {
  const corrections = await updateReader(database.read).listCorrections({ page: 1, perPage: mostEntries }, now)
  return corrections.map((correction) => correctionEntry(correction, entryTools(config)))
}

async function listArticles(
  { config, database, readTree }: FeedTools,
  source: FeedSource,
  now: string,
): Promise<Entry[]> {
  const articles = await listFreshest(database, listOf(source), now)
  const tree = await readTree()
  const pictures = await pictureReader(database.read).listByIds(articles.flatMap((one) => one.coverPictureId ?? []))
  return Promise.all(
    articles.map(async (article) => {
      const picture = pictures.get(article.coverPictureId ?? 0)
      const file = picture ? await findPlainFile(config.uploads, picture) : null
      const cover = picture && file ? { picture, file } : null
      const category = tree.find(article.categoryId)?.name ?? null
      return articleEntry(article, { category, cover }, entryTools(config))
    }),
  )
}

/**
 * Those that told readers something last. Who was published before the thirtieth newest gets in only by an update since then,
 * so that nothing older is looked at.
 */
async function listFreshest({ read }: FeedTools['database'], list: List, now: string): Promise<Article[]> {
  const articles = articleReader(read)
  const newest = await articles.listNewestOf(list, now, mostEntries)
  const since = newest[mostEntries - 1]?.publishedAt
  const updated = since ? await updatedReader(read).listUpdatedSince(list, since, mostEntries, now) : []
  const ids = new Set([...newest.map(({ id }) => id), ...updated])
  return (await articles.listWhole([...ids], now))
    .sort((a, b) => compare(publicUpdate(b), publicUpdate(a)) || b.id - a.id)
    .slice(0, mostEntries)
}

const entryTools = ({ siteUrl, language }: FeedTools['config']): EntryTools => ({ siteUrl, words: feedWords[language] })

function listOf(source: FeedSource): List {
  if (source.kind === 'category') return { kind: 'category', id: source.category.id }
  return source.kind === 'label' ? { kind: 'label', id: source.label.id } : { kind: 'all' }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
