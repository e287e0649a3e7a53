import {
  type Content,
  type DeskArticle,
  isToldToReaders,
  isUnrenderable,
  publicDate,
  type RenderTools,
  renderBody,
} from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { documentReader, documentWords, filesPart, staffFilePath } from '../documents/index.ts'
import { type Audience, pictureReader, pictureView } from '../media/index.ts'
import {
  type ArticlePage,
  articlePage,
  type Cover,
  coverWish,
  newsWords,
  type Update,
  updateReader,
} from '../news/index.ts'
import type { World } from '../site/world.ts'
import { newsdeskWords } from './words.ts'

export type PreviewTools = RenderTools & {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
}

export type PreviewWish = {
  content: Content
  /** With what readers have had of it; null for what stands in a form. */
  article: DeskArticle | null
  audience: Audience
}

/** Exactly the page that readers would get if this were published now; it has no address of its own. */
export async function readPreview(
  tools: PreviewTools,
  { content, article, audience }: PreviewWish,
): Promise<ArticlePage> {
  const { database, config, world } = tools
  const now = world.clock.now()
  const tree = await categoryReader(database.read).getTree()
  const updates = await readUpdates(database, content, article, now)
  return articlePage({
    article: {
      id: article?.id ?? 0,
      editionId: null,
      title: content.title || newsdeskWords[config.language].newTitle,
      slug: content.slug,
      lead: content.lead,
      bodyHtml: await previewBody(tools, content.body, audience),
      categoryId: content.categoryId,
      author: content.author,
      unit: content.unit,
      source: content.sourceName ? { name: content.sourceName, address: content.sourceAddress } : null,
      tags: content.tags,
      coverPictureId: content.coverPictureId,
      publishedAt: publicDate(content.publishAt, article, now),
      updatedAt: updates.find(({ kind }) => kind !== 'explanation')?.at ?? null,
      expiresAt: content.expireAt,
    },
    ending: null,
    updates,
    reportPath: null,
    files: await readFiles(tools, content, audience),
    lineage: content.categoryId === null ? [] : tree.lineage(content.categoryId),
    cover: await readCover(database, content, audience),
    social: null,
    neighbours: { previous: null, next: null },
    related: [],
    path: null,
    siteUrl: config.siteUrl,
    timeZone: config.timeZone,
    language: config.language,
    words: newsWords[config.language],
  })
}

/** Whoever has no account gets those alone that are public already. */
async function readFiles({ database, config }: PreviewTools, { documentIds }: Content, audience: Audience) {
  const documents = await documentReader(database.read).listByIds(documentIds)
  const words = documentWords[config.language]
  if (audience === 'staff') return filesPart(documents, words, staffFilePath)
  return filesPart(
    documents.filter(({ publicSince }) => publicSince !== null),
    words,
  )
}

/** The body as HTML; what cannot be rendered says so. */
export async function previewBody(
  tools: RenderTools & { config: Pick<Config, 'language'> },
  body: string,
  audience: Audience,
): Promise<string> {
  const rendering = await renderBody(tools, body, audience)
  if (!isUnrenderable(rendering)) return rendering.html
  return `<p>${newsdeskWords[tools.config.language].unrenderable.replaceAll('>', '&gt;')}</p>`
}

/** Newest first: what readers would be told of this change, and what they were told before. */
async function readUpdates(
  { read }: Database,
  content: Content,
  article: DeskArticle | null,
  now: string,
): Promise<Update[]> {
  const told = article === null ? [] : await updateReader(read).listOf(article.id)
  const { kind, note, wrong, right } = content.change
  if (kind === 'minor' || !isToldToReaders(content, article, now)) return told
  return [{ kind, at: now, note, wrong, right }, ...told]
}

async function readCover({ read }: Database, { coverPictureId }: Content, audience: Audience): Promise<Cover | null> {
  const picture = coverPictureId === null ? null : await pictureReader(read).find(coverPictureId)
  return picture && { picture, view: pictureView(picture, { ...coverWish, audience }) }
}
