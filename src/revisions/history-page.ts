import type { Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { type EditionHead, type PresentArticle, shortHash } from './edition.ts'
import type { HistoryEntry } from './history.ts'
import * as paths from './paths.ts'
import type { RevisionWords } from './words.ts'

export type HistoryPage = {
  title: string
  words: RevisionWords
  article: { title: string; path: string }
  slipPath: string
  notice: Notice
  /** Null while there is only one edition. */
  comparison: { action: string; older: string; newer: string } | null
  rows: HistoryRow[]
}

export type HistoryRow = {
  act: string
  note: string
  who: string
  at: string
  moment: string
  edition: EditionPart | null
  /** Where an edition may be chosen, in the row that tells of its saving. */
  choice: { number: number; isOlder: boolean; isNewer: boolean } | null
}

type EditionPart = {
  name: string
  number: number
  code: string | null
  /** What readers or the desk have of it now. */
  standing: string | null
  path: string
  previousPath: string | null
}

type HistoryParts = {
  article: PresentArticle
  entries: HistoryEntry[]
  editions: EditionHead[]
  /** The number of the edition that was just made of an old one. */
  restoredAs: number | null
  timeZone: string
  words: RevisionWords
  /** How acts are called. */
  acts: Readonly<Record<string, string>>
}

export function historyPage(parts: HistoryParts): HistoryPage {
  const { article, entries, editions, restoredAs, words } = parts
  return {
    title: words.historyTitle,
    words,
    article: { title: article.content.title, path: paths.deskPath(article.id) },
    slipPath: paths.slipPath(article.id),
    notice: restoredAs === null ? null : { kind: 'ok', text: words.restored(restoredAs) },
    comparison:
      editions.length < 2
        ? null
        : { action: paths.comparisonPath(article.id), older: paths.olderParameter, newer: paths.newerParameter },
    rows: entries.map((entry) => historyRow(entry, parts)),
  }
}

function historyRow(entry: HistoryEntry, { article, editions, timeZone, words, acts }: HistoryParts): HistoryRow {
  const { edition } = entry
  const newest = editions.length
  return {
    act: acts[entry.act] ?? entry.act,
    note: entry.note,
    who: entry.staffName || words.portal,
    at: dateWithTime(entry.at, timeZone),
    moment: zonedIso(entry.at, timeZone),
    edition: edition && editionPart(edition, entry.isFirst, article, words),
    choice:
      edition && entry.isFirst && newest > 1
        ? { number: edition.number, isOlder: edition.number === newest - 1, isNewer: edition.number === newest }
        : null,
  }
}

function editionPart(
  edition: EditionHead,
  isFirst: boolean,
  article: PresentArticle,
  words: RevisionWords,
): EditionPart {
  const hash = shortHash(edition)
  const { number } = edition
  return {
    name: words.edition(number),
    number,
    code: hash && words.code(hash),
    standing: isFirst ? standingOf(edition, article, words) : null,
    path: paths.editionPath(article.id, number),
    previousPath: number > 1 ? paths.comparedPath(article.id, number - 1, number) : null,
  }
}

export function standingOf({ id }: EditionHead, article: PresentArticle, words: RevisionWords): string | null {
  if (id === article.liveEditionId && article.publishedAt !== null) return words.live
  return id === article.draftEditionId ? words.draft : null
}
