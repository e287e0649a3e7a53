import type { Writer } from '../database/index.ts'

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

    async setDraft(id: number, editionId: number, slug: string | null): Promise<void> {
      await article(id)
        .set({ draft_edition_id: editionId, changed_at: now, ...(slug ? { slug } : {}) })
        .execute()
    },

    async goLive(id: number, editionId: number, slug: string, publishedAt: string): Promise<void> {
      await article(id)
        .set({
          slug,
          live_edition_id: editionId,
          draft_edition_id: null,
          published_at: publishedAt,
          withdrawn_at: null,
          changed_at: now,
        })
        .execute()
    },

    async takeDown(id: number): Promise<void> {
      await article(id).set({ withdrawn_at: now, changed_at: now }).execute()
    },

    async trash(id: number): Promise<void> {
      await article(id).set({ deleted_at: now, changed_at: now }).execute()
    },

    /** Back as a draft that readers do not see: what was live is taken down, so that restoring never publishes. */
    async restore(id: number): Promise<void> {
      await article(id)
        .set((e) => ({
          deleted_at: null,
          withdrawn_at: e.case().when('live_edition_id', 'is not', null).then(now).else(null).end(),
          changed_at: now,
        }))
        .execute()
    },
  }
}
