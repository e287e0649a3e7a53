import { readAgencyParts } from '../agency/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { documentReader } from '../documents/index.ts'
import { labelReader } from '../listings/index.ts'
import { pictureReader } from '../media/index.ts'
import { type Article, articleReader, type Headline, type List, updateReader } from '../news/index.ts'
import type { ListRequest, Part } from './list-request.ts'
import { articleRecord, articleSummary, categoryRecord, documentRecord } from './make-records.ts'
import { articlesPath, documentsPath } from './paths.ts'
import { Problem } from './problem.ts'
import type { ArticleRecord, ArticleSummary, CategoryRecord, DocumentRecord, Licence, ListRecord } from './records.ts'
import { shownReader } from './shown-store.ts'
import { apiWords } from './words.ts'

export type ReadTools = {
  config: Pick<Config, 'siteUrl' | 'language' | 'timeZone'>
  database: Pick<Database, 'read'>
}

/** Newest first; a page costs the same wherever in the archive it lies. */
export async function readArticles(
  tools: ReadTools,
  wish: ListRequest,
  now: string,
): Promise<ListRecord<ArticleSummary>> {
  const { config, database } = tools
  const articles = articleReader(database.read)
  const list = await listOf(tools, wish, now)
  const most = wish.limit + 1
  const found = await (async () => {
    if (wish.after === null) return articles.listNewestOf(list, now, most)
    const place = await articles.findPlace(wish.after, now)
    if (!place) throw new Problem(400, apiWords[config.language].wrongParameters.after)
    return articles.listOlder(list, place, now, most)
  })()
  const { since } = wish
  const wanted = since === null ? found : found.filter(({ publishedAt }) => publishedAt >= since)
  const shown = wanted.slice(0, wish.limit)
  return {
    items: await summarize(tools, shown),
    next: wanted.length > wish.limit ? nextAddress(config.siteUrl + articlesPath, wish, shown) : null,
    licence: await readLicence(tools),
  }
}

async function listOf({ database, config }: ReadTools, { category, tag }: ListRequest, now: string): Promise<List> {
  const words = apiWords[config.language]
  if (category !== null) {
    const id = await categoryReader(database.read).findIdByPath(`/${category}`)
    if (id === null) throw new Problem(404, words.noCategory)
    return { kind: 'category', id }
  }
  if (tag === null) return { kind: 'all' }
  const label = await labelReader(database.read).find('tag', tag, now)
  if (!label) throw new Problem(404, words.noTag)
  return { kind: 'label', id: label.id }
}

/** In their order. */
export async function summarize(
  { config, database }: ReadTools,
  headlines: readonly Headline[],
): Promise<ArticleSummary[]> {
  const tree = await categoryReader(database.read).getTree()
  const pictures = await pictureReader(database.read).listByIds(headlines.flatMap((one) => one.coverPictureId ?? []))
  const updated = await shownReader(database.read).listUpdated(headlines.map(({ id }) => id))
  return headlines.map((headline) => {
    const around = { tree, pictures, updatedAt: updated.get(headline.id) ?? null }
    return articleSummary(headline, around, config)
  })
}

/** What is withdrawn, over or deleted is gone; what readers never had does not exist. */
export async function readArticle(
  tools: ReadTools,
  id: number,
  now: string,
): Promise<ArticleRecord & { licence: Licence }> {
  const articles = articleReader(tools.database.read)
  const article = await articles.findPublished(id, now)
  if (article) return { ...(await completeArticle(tools, article)), licence: await readLicence(tools) }
  const isGone = (await articles.findEnded(id, now)) ?? (await articles.findGone(id, now))
  throw new Problem(isGone === null ? 404 : 410)
}

export async function completeArticle({ config, database }: ReadTools, article: Article): Promise<ArticleRecord> {
  const { read } = database
  const tree = await categoryReader(read).getTree()
  const pictures = await pictureReader(read).listByIds(article.coverPictureId ? [article.coverPictureId] : [])
  const documents = await documentReader(read).listOf(article.editionId ?? 0)
  const updates = await updateReader(read).listOf(article.id)
  return articleRecord(article, { tree, pictures, updatedAt: article.updatedAt }, { documents, updates }, config)
}

/** All of them, parents before children, as the menu has them. */
export async function readCategories(tools: ReadTools): Promise<ListRecord<CategoryRecord>> {
  const { roots } = await categoryReader(tools.database.read).getTree()
  const shown = (nodes: typeof roots): typeof roots =>
    nodes.filter(({ hiddenAt }) => hiddenAt === null).flatMap((node) => [node, ...shown(node.children)])
  return {
    items: shown(roots).map((node) => categoryRecord(node, tools.config)),
    next: null,
    licence: await readLicence(tools),
  }
}

export async function readDocuments(
  tools: ReadTools,
  { after, limit }: Part,
  now: string,
): Promise<ListRecord<DocumentRecord>> {
  const { config, database } = tools
  const ids = await shownReader(database.read).listDocumentIds({ after, most: limit + 1, first: 'newest' }, now)
  const documents = await documentReader(database.read).listByIds(ids.slice(0, limit))
  return {
    items: documents.map((document) => documentRecord(document, config)),
    next: ids.length > limit ? nextAddress(config.siteUrl + documentsPath, { after, limit }, documents) : null,
    licence: await readLicence(tools),
  }
}

export async function readLicence({ config, database }: ReadTools): Promise<Licence> {
  const { agency } = await readAgencyParts(database)
  const source = `${agency.portalKind} ${agency.shortName}`.trim()
  return { text: apiWords[config.language].licence(source), source, url: config.siteUrl }
}

function nextAddress(address: string, wish: Part & Partial<ListRequest>, items: readonly { id: number }[]): string {
  const { limit, category, tag, since } = wish
  const named = { category, tag, since, limit, after: items.at(-1)?.id }
  const pairs = Object.entries(named).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return `${address}?${new URLSearchParams(pairs)}`
}
