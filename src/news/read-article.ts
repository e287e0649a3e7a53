import { categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { pictureReader, pictureView } from '../media/index.ts'
import { rulesReader } from '../rules/index.ts'
import type { Article, Ending } from './article.ts'
import { type ArticleParts, coverWish } from './article-page.ts'
import { articleReader } from './article-store.ts'
import { articleReportPath } from './paths.ts'
import { socialPicture } from './social-picture.ts'
import { updateReader } from './update-store.ts'

/** Three to show, and the two that may be next to the article. */
const mostRelated = 5

export type ShownArticle = { article: Article; ending: Ending | null }
type Surroundings = Pick<ArticleParts, 'lineage' | 'cover' | 'neighbours' | 'related' | 'updates' | 'reportPath'>

/** What stands around an article on its page. */
export async function readSurroundings(
  database: Database,
  { article, ending }: ShownArticle,
  now: string,
): Promise<Surroundings> {
  const articles = articleReader(database.read)
  const tree = await categoryReader(database.read).getTree()
  const pictures = await pictureReader(database.read).listByIds(article.coverPictureId ? [article.coverPictureId] : [])
  const picture = pictures.get(article.coverPictureId ?? 0)
  const view = picture && pictureView(picture, coverWish)
  const { readerReports } = await rulesReader(database.read).get()
  return {
    lineage: article.categoryId === null ? [] : tree.lineage(article.categoryId),
    cover: picture && view ? { picture, view, social: socialPicture(picture, view) } : null,
    neighbours: await articles.findNeighbours(article, now),
    related: await articles.listRelated(article, mostRelated, now),
    updates: await updateReader(database.read).listOf(article.id),
    reportPath: readerReports && ending === null ? articleReportPath(article) : null,
  }
}
