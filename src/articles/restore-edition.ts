import { notFound } from '../site/faults.ts'
import type { DeskActor, DeskTools } from './act-on-article.ts'
import { noChange } from './content.ts'
import { deskArticleReader } from './desk-article-store.ts'
import { isUnrenderable, type RenderTools, renderBody } from './render-body.ts'
import { saveArticle } from './save-article.ts'

export type RestoreWish = { articleId: number; version: number; editionId: number }

/** An old edition becomes a new draft; what readers have stays. Its date and what it told readers belong to the past. */
export async function restoreEdition(
  tools: DeskTools & RenderTools,
  by: DeskActor,
  { articleId, version, editionId }: RestoreWish,
): Promise<'restored' | 'conflict'> {
  const reader = deskArticleReader(tools.database.read)
  const article = (await reader.find(articleId)) ?? notFound()
  const old = (await reader.findContent(articleId, editionId)) ?? notFound()
  const content = { ...old, publishAt: article.content.publishAt, change: noChange }
  const rendering = await renderBody(tools, content.body, 'public')
  const body = isUnrenderable(rendering)
    ? { html: '', pictureIds: [] }
    : { html: rendering.html, pictureIds: [...new Set(rendering.shown.map(({ id }) => id))] }
  const outcome = await saveArticle(tools, by, { articleId, version, formKey: null, content, body, isRestored: true })
  return 'article' in outcome ? 'restored' : 'conflict'
}
