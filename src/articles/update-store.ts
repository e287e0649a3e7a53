import type { Writer } from '../database/index.ts'
import type { Change } from './content.ts'

/** An explanation answers a reader who reported an error; it has a note alone. */
export type UpdateLine = Omit<Change, 'kind'> & { kind: Change['kind'] | 'explanation' }

/** What readers are told of an article after its publication. Lines are added, never changed. */
export function updateWriter(transaction: Writer, now: string) {
  return {
    /** Gives the id of the line. */
    async tell(articleId: number, editionId: number, { kind, note, wrong, right }: UpdateLine): Promise<number> {
      const { id } = await transaction
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
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
  }
}
