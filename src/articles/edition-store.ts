import type { Writer } from '../database/index.ts'
import { documentWriter } from '../documents/index.ts'
import { rendererVersion } from '../markdown/index.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'

/** A body that the renderer has cleaned, with the pictures it shows. */
export type RenderedBody = { html: string; pictureIds: number[] }

export function editionWriter(transaction: Writer, now: string) {
  async function setPictures(editionId: number, pictureIds: number[]) {
    await transaction.deleteFrom('edition_pictures').where('edition_id', '=', editionId).execute()
    const rows = pictureIds.map((pictureId) => ({ edition_id: editionId, picture_id: pictureId }))
    if (rows.length > 0) await transaction.insertInto('edition_pictures').values(rows).execute()
  }

  return {
    /** Null when the same form has made an article before. */
    async addArticle(slug: string, createdBy: number | null, formKey: string | null): Promise<number | null> {
      const row = await transaction
        .insertInto('articles')
        .values({ slug, version: 1, created_at: now, created_by: createdBy, changed_at: now, form_key: formKey })
        .onConflict((conflict) => conflict.column('form_key').where('form_key', 'is not', null).doNothing())
        .returning('id')
        .executeTakeFirst()
      return row?.id ?? null
    },

    /** An edition never changes, so every save of something new makes another. */
    async addEdition(articleId: number, content: Content, body: RenderedBody, savedBy: number | null): Promise<number> {
      const row = await transaction
        .insertInto('editions')
        .values({ article_id: articleId, ...contentRow(content, body, savedBy, now) })
        .returning('id')
        .executeTakeFirstOrThrow()
      await setPictures(row.id, body.pictureIds)
      await documentWriter(transaction, now).setOf(row.id, content.documentIds)
      return row.id
    },

    /** What nobody is shown any more needs no HTML; its Markdown stays. */
    async dropHtml(editionId: number): Promise<void> {
      await transaction
        .updateTable('editions')
        .set({ body_html: '', renderer: '' })
        .where('id', '=', editionId)
        .where('published_at', 'is', null)
        .execute()
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
    content_hash: contentHash(content),
    genre: content.genre,
    expire_at: content.expireAt,
    pin_until: content.pinUntil,
    change_kind: content.change.kind,
    change_note: content.change.note,
    wrong_text: content.change.wrong,
    right_text: content.change.right,
    saved_at: now,
    saved_by: savedBy,
  }
}
