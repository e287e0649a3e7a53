import { createHash } from 'node:crypto'
import type { Content } from './content.ts'

/**
 * SHA-256 in hexadecimal digits over everything that an edition holds: who signed off an edition can be shown that it is
 * still the same. Fields are taken in this order, as one JSON array.
 */
export function contentHash(content: Content): string {
  const { change } = content
  const parts = [
    content.title,
    content.slug,
    content.lead,
    content.body,
    content.categoryId,
    content.genre,
    content.author,
    content.unit,
    content.sourceName,
    content.sourceAddress,
    content.tags,
    content.coverPictureId,
    content.publishAt,
    content.expireAt,
    content.pinUntil,
    [change.kind, change.note, change.wrong, change.right],
    // Editions from before there were attachments keep their hashes.
    ...(content.documentIds.length > 0 ? [content.documentIds] : []),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
