import type { Writer } from '../database/index.ts'
import { rendererVersion } from '../markdown/index.ts'
import { fold } from '../text/fold.ts'
import type { Content } from './content.ts'

/** A body that the renderer has cleaned, with the pictures it shows. */
export type RenderedBody = { html: string; pictureIds: number[] }

export function editionWriter(transaction: Writer, now: string) {
  async function setPictures(editionId: number, pictureIds: number[]) {
    await transaction.deleteFrom('edition_pictures').where('edition_id', '=', editionId).execute()
    const rows = pictureIds.map((pictureId) => ({ edition_id: editionId, picture_id: pictureId }))
    if (rows.length > 0) await transaction.insertInto('edition_pictures').values(rows).execute()
  }

  return {
    async addArticle(slug: string, createdBy: number | null): Promise<number> {
      const row = await transaction
        .insertInto('articles')
        .values({ slug, version: 1, created_at: now, created_by: createdBy, changed_at: now })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    /** A published edition never changes, so writing goes on in a new one. */
    async addEdition(articleId: number, content: Content, body: RenderedBody, savedBy: number | null): Promise<number> {
      const row = await transaction
        .insertInto('editions')
        .values({ article_id: articleId, ...contentRow(content, body, savedBy, now) })
        .returning('id')
        .executeTakeFirstOrThrow()
      await setPictures(row.id, body.pictureIds)
      return row.id
    },

    async changeEdition(id: number, content: Content, body: RenderedBody, savedBy: number | null): Promise<void> {
      await transaction
        .updateTable('editions')
        .set(contentRow(content, body, savedBy, now))
        .where('id', '=', id)
        .where('published_at', 'is', null)
        .execute()
      await setPictures(id, body.pictureIds)
    },

    async markPublished(editionId: number): Promise<void> {
      await transaction.updateTable('editions').set({ published_at: now }).where('id', '=', editionId).execute()
    },

    /** What readers get follows from the Markdown: it may be made again without a new edition. */
    async replaceHtml(editionId: number, html: string): Promise<void> {
      await transaction
        .updateTable('editions')
        .set({ body_html: html, renderer: rendererVersion })
        .where('id', '=', editionId)
        .execute()
    },
  }
}

function contentRow(content: Content, body: RenderedBody, savedBy: number | null, now: string) {
  return {
    slug: content.slug,
    title: content.title,
    title_key: fold(content.title),
    lead: content.lead,
    body: content.body,
    body_html: body.html,
    renderer: rendererVersion,
    category_id: content.categoryId,
    author: content.author,
    unit: content.unit,
    source_name: content.sourceName,
    source_address: content.sourceAddress,
    tags: JSON.stringify(content.tags),
    cover_picture_id: content.coverPictureId,
    publish_at: content.publishAt,
    saved_at: now,
    saved_by: savedBy,
  }
}
