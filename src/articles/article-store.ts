import type { Writer } from '../database/index.ts'
import type { Signature, Stage } from './desk-article.ts'

/** What an edition brings with it when readers get it. */
export type Launch = {
  editionId: number
  slug: string
  publishedAt: string
  expiresAt: string | null
  /** Readers are told that there is something new. */
  isUpdate: boolean
  /** Null when it passed the gates. */
  unreviewed: { by: number | null } | null
}

const unsigned = { submitted_at: null, submitted_by: null, reviewed_at: null, reviewed_by: null }

/** Where an article stands. Whether readers see it follows from these columns at the moment of reading. */
export function articleWriter(transaction: Writer, now: string) {
  const article = (id: number) => transaction.updateTable('articles').where('id', '=', id)

  return {
    /** Takes the version that the writer had before her; false when somebody saved meanwhile, however close behind. */
    async claim(id: number, version: number): Promise<boolean> {
      const claimed = await article(id)
        .set({ version: version + 1 })
        .where('version', '=', version)
        .returning('id')
        .execute()
      return claimed.length > 0
    },

    /** Another text than the one that was signed is a draft again. */
    async setDraft(id: number, editionId: number, slug: string | null): Promise<void> {
      await article(id)
        .set({ draft_edition_id: editionId, stage: 'draft', ...unsigned, changed_at: now, ...(slug ? { slug } : {}) })
        .execute()
    },

    /** Back to whoever writes, with all signatures gone. */
    async reopen(id: number, stage: Extract<Stage, 'draft' | 'returned'>): Promise<void> {
      await article(id)
        .set({ stage, ...unsigned, changed_at: now })
        .execute()
    },

    async submit(id: number, { at, staffId }: Signature): Promise<void> {
      await article(id).set({ stage: 'submitted', submitted_at: at, submitted_by: staffId, changed_at: now }).execute()
    },

    async review(id: number, { at, staffId }: Signature): Promise<void> {
      await article(id).set({ stage: 'reviewed', reviewed_at: at, reviewed_by: staffId, changed_at: now }).execute()
    },

    async goLive(id: number, launch: Launch): Promise<void> {
      await article(id)
        .set({
          slug: launch.slug,
          live_edition_id: launch.editionId,
          draft_edition_id: null,
          stage: 'draft',
          published_at: launch.publishedAt,
          expires_at: launch.expiresAt,
          withdrawn_at: null,
          withdrawn_reason: '',
          unreviewed_since: launch.unreviewed ? now : null,
          unreviewed_by: launch.unreviewed?.by ?? null,
          changed_at: now,
          ...(launch.isUpdate ? { updated_at: now } : {}),
        })
        .execute()
    },

    async countersign(id: number): Promise<void> {
      await article(id).set({ unreviewed_since: null, unreviewed_by: null, changed_at: now }).execute()
    },

    async withdraw(id: number, reason: string): Promise<void> {
      await article(id).set({ withdrawn_at: now, withdrawn_reason: reason, changed_at: now }).execute()
    },

    async trash(id: number): Promise<void> {
      await article(id).set({ deleted_at: now, changed_at: now }).execute()
    },

    /** Back as a draft that readers do not see: what was live is taken down, so that restoring never publishes. */
    async restore(id: number): Promise<void> {
      await article(id)
        .set((e) => ({
          deleted_at: null,
          withdrawn_at: e
            .case()
            .when('live_edition_id', 'is not', null)
            .then(e.fn.coalesce('withdrawn_at', e.val(now)))
            .else(null)
            .end(),
          changed_at: now,
        }))
        .execute()
    },
  }
}
