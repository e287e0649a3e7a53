import { socialCard } from '../cards/index.ts'
import type { Database } from '../database/index.ts'
import { documentReader, documentWords, filesPart } from '../documents/index.ts'
import { labelReader } from '../listings/index.ts'
import { pictureReader, pictureView } from '../media/index.ts'
import { gone, notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import type { Article, Ending } from './article.ts'
import { type ArticleParts, coverWish } from './article-page.ts'
import { articleReader } from './article-store.ts'
import type { NewsTools } from './index.ts'
import { articleReportPath } from './paths.ts'
import { socialPicture } from './social-picture.ts'
import { updateReader } from './update-store.ts'

/** Three to show, and the two that may be next to the article. */
const mostRelated = 5

export type ShownArticle = { article: Article; ending: Ending | null }
type Surroundings = Pick<
  ArticleParts,
  'lineage' | 'cover' | 'social' | 'neighbours' | 'related' | 'labels' | 'updates' | 'reportPath' | 'files'
>

/**
 * The article of an address below `/tin-bai/`. What readers had once keeps its page and says that it is withdrawn or over,
 * until it is deleted; then, and when they never had it, the answer is a fault.
 */
export async function getShown(database: Database, address: string, now: string): Promise<ShownArticle> {
  const articles = articleReader(database.read)
  const id = idIn(address)
  const article = await articles.findPublished(id, now)
  if (article) return { article, ending: null }
  const ended = await articles.findEnded(id, now)
  if (ended) return ended
  const since = await articles.findGone(id, now)
  return since === null ? notFound() : gone(since)
}

/** Of what readers may be sent to: what was withdrawn is not spread any further. */
export async function findSharedTitle(database: Database, id: number, now: string): Promise<string | null> {
  const articles = articleReader(database.read)
  const article = await articles.findPublished(id, now)
  if (article) return article.title
  const ended = await articles.findEnded(id, now)
  return ended?.ending.kind === 'expired' ? ended.article.title : null
}

/** The number at the end counts; the words before it are for people. */
const idIn = (address: string): number => idFrom(address.match(/(?:^|-)(\d+)$/)?.[1]) ?? notFound()

/** What stands around an article on its page. */
export async function readSurroundings(
  tools: NewsTools,
  { article, ending }: ShownArticle,
  now: string,
): Promise<Surroundings> {
  const { database, config } = tools
  const tree = await tools.readTree()
  const pictures = await pictureReader(database.read).listByIds(article.coverPictureId ? [article.coverPictureId] : [])
  const picture = pictures.get(article.coverPictureId ?? 0)
  const view = picture && pictureView(picture, coverWish)
  const { readerReports } = await tools.readRules()
  return {
    lineage: article.categoryId === null ? [] : tree.lineage(article.categoryId),
    cover: picture && view ? { picture, view } : null,
    social: (picture && socialPicture(picture)) ?? (await readCard(tools, article)),
    ...(await articleReader(database.read).findBeside(article, mostRelated, now)),
    labels: await labelReader(database.read).listOf(article.id),
    updates: await updateReader(database.read).listOf(article.id),
    files: filesPart(
      await documentReader(database.read).listOf(article.editionId ?? 0),
      documentWords[config.language],
    ),
    reportPath: readerReports && ending === null ? articleReportPath(article) : null,
  }
}

async function readCard({ config, readAgency }: NewsTools, { id, title }: Article) {
  const { agency } = await readAgency()
  return socialCard({ articleId: id, title }, agency, config.siteUrl)
}
