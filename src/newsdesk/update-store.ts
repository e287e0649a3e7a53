import type { Writer } from '../database/index.ts'
import type { Change } from './content.ts'

/** What readers are told of an article after its publication. Lines are added, never changed. */
export function updateWriter(transaction: Writer, now: string) {
  return {
    async tell(articleId: number, editionId: number, { kind, note, wrong, right }: Change): Promise<void> {
      await transaction
        .insertInto('article_updates')
        .values({
          article_id: articleId,
          edition_id: editionId,
          at: now,
          kind,
          note,
          wrong_text: wrong,
          right_text: right,
        })
        .execute()
    },
  }
}
