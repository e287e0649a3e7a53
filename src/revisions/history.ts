import type { Act } from '../audit/index.ts'
import type { EditionHead } from './edition.ts'

/** Something that happened to an article, told when it happened. */
export type ArticleEvent = { at: string; staffName: string; act: Act; note: string; editionId: number | null }

export type HistoryEntry = Omit<ArticleEvent, 'editionId'> & {
  edition: EditionHead | null
  /** Whether the edition was saved here; later entries only name it. */
  isFirst: boolean
}

/** Newest first. Editions that no event tells of, from before events were kept, were saved. */
export function historyOf(events: readonly ArticleEvent[], editions: readonly EditionHead[]): HistoryEntry[] {
  const toldOf = new Set(events.map(({ editionId }) => editionId))
  const untold = editions.filter(({ id }) => !toldOf.has(id)).map(savedEvent)
  const byId = new Map(editions.map((edition) => [edition.id, edition]))
  const seen = new Set<number>()

  return [...untold, ...events]
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map(({ editionId, ...event }) => {
      const edition = byId.get(editionId ?? 0) ?? null
      const isFirst = edition !== null && !seen.has(edition.id)
      if (edition) seen.add(edition.id)
      return { ...event, edition, isFirst }
    })
    .reverse()
}

const savedEvent = (edition: EditionHead): ArticleEvent => ({
  at: edition.savedAt,
  staffName: edition.savedByName,
  act: 'saved',
  note: '',
  editionId: edition.id,
})
