import type { Writer } from '../database/index.ts'

/** Where an article stands. Whether readers see it follows from these columns at the moment of reading. */
export function articleWriter(transaction: Writer, now: string) {
  const article = (id: number) => transaction.updateTable('articles').where('id', '=', id)

  return {
    async setDraft(id: number, editionId: number, slug: string | null): Promise<void> {
      await article(id)
        .set((e) => ({
          draft_edition_id: editionId,
          version: e('version', '+', 1),
          changed_at: now,
          ...(slug ? { slug } : {}),
        }))
        .execute()
    },

    async goLive(id: number, editionId: number, slug: string, publishedAt: string): Promise<void> {
      await article(id)
        .set((e) => ({
          slug,
          live_edition_id: editionId,
          draft_edition_id: null,
          published_at: publishedAt,
          withdrawn_at: null,
          version: e('version', '+', 1),
          changed_at: now,
        }))
        .execute()
    },

    async takeDown(id: number): Promise<void> {
      await article(id)
        .set((e) => ({ withdrawn_at: now, version: e('version', '+', 1), changed_at: now }))
        .execute()
    },

    async trash(id: number): Promise<void> {
      await article(id)
        .set((e) => ({ deleted_at: now, version: e('version', '+', 1), changed_at: now }))
        .execute()
    },

    /** Back as a draft that readers do not see: what was live is taken down, so that restoring never publishes. */
    async restore(id: number): Promise<void> {
      await article(id)
        .set((e) => ({
          deleted_at: null,
          withdrawn_at: e.case().when('live_edition_id', 'is not', null).then(now).else(null).end(),
          version: e('version', '+', 1),
          changed_at: now,
        }))
        .execute()
    },
  }
}
