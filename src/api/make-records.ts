import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import { type Document, documentType, downloadName, publicPath } from '../documents/index.ts'
import { portableHtml } from '../feeds/index.ts'
import { type Picture, pictureView } from '../media/index.ts'
import { type Article, articlePath, type Headline, type Update } from '../news/index.ts'
import { zonedIso } from '../text/dates.ts'
import type {
  ArticleRecord,
  ArticleSummary,
  CategoryLink,
  CategoryRecord,
  DocumentRecord,
  PictureRecord,
  UpdateRecord,
} from './records.ts'

export type RecordTools = { siteUrl: string; timeZone: string }

export type Around = {
  tree: CategoryTree
  pictures: ReadonlyMap<number, Picture>
  updatedAt: string | null
}

export type Beside = { documents: readonly Document[]; updates: readonly Update[] }

export function articleSummary(article: Headline, around: Around, tools: RecordTools): ArticleSummary {
  const { timeZone, siteUrl } = tools
  const category = around.tree.find(article.categoryId)
  const picture = around.pictures.get(article.coverPictureId ?? 0)
  return {
    id: article.id,
    url: siteUrl + articlePath(article),
    title: article.title,
    summary: article.lead,
    category: category ? categoryLink(category, tools) : null,
    publishedAt: zonedIso(article.publishedAt, timeZone),
    updatedAt: moment(around.updatedAt, timeZone),
    expiresAt: moment(article.expiresAt, timeZone),
    picture: picture ? pictureRecord(picture, tools) : null,
  }
}

export function articleRecord(article: Article, around: Around, beside: Beside, tools: RecordTools): ArticleRecord {
  const { siteUrl } = tools
  return {
    ...articleSummary(article, around, tools),
    html: portableHtml(article.bodyHtml, siteUrl + articlePath(article)),
    author: article.author,
    unit: article.unit,
    source: article.source && { name: article.source.name, url: article.source.address },
    tags: article.tags,
    documents: beside.documents
      .filter(({ publicSince }) => publicSince !== null)
      .map((one) => documentRecord(one, tools)),
    updates: beside.updates.map((update) => updateRecord(update, tools)),
  }
}

const categoryLink = ({ id, name, path }: CategoryNode, { siteUrl }: RecordTools): CategoryLink => ({
  id,
  name,
  url: siteUrl + path,
})

export const categoryRecord = (node: CategoryNode, tools: RecordTools): CategoryRecord => ({
  ...categoryLink(node, tools),
  description: node.description,
  parentId: node.parentId,
})

export function pictureRecord(picture: Picture, { siteUrl }: RecordTools): PictureRecord {
  const { largest, width, height, alternativeText } = pictureView(picture, { sizes: '100vw', loading: 'lazy' })
  const { id, caption, credit } = picture
  return { id, url: siteUrl + largest, width, height, alternativeText, caption, credit }
}

export function documentRecord(document: Document, { siteUrl, timeZone }: RecordTools): DocumentRecord {
  const { id, title, description, publicSince, file } = document
  return {
    id,
    url: siteUrl + publicPath(document),
    title,
    description,
    fileName: downloadName(file.originalName, file.kind),
    type: documentType(file.kind),
    bytes: file.bytes,
    pages: file.pages,
    sha256: file.sha256,
    publishedAt: zonedIso(publicSince ?? file.receivedAt, timeZone),
  }
}

export const updateRecord = (update: Update, { timeZone }: RecordTools): UpdateRecord => ({
  kind: update.kind,
  at: zonedIso(update.at, timeZone),
  note: update.note,
  wrong: update.wrong,
  right: update.right,
})

const moment = (instant: string | null, timeZone: string) => (instant === null ? null : zonedIso(instant, timeZone))
