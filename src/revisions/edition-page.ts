import { savedLine } from './comparison-page.ts'
import { type ContentField, contentFields, type Names } from './content-fields.ts'
import type { Edition, EditionHead, PresentArticle } from './edition.ts'
import { standingOf } from './history-page.ts'
import * as paths from './paths.ts'
import type { RevisionWords } from './words.ts'

export type EditionPage = {
  title: string
  words: RevisionWords
  article: { title: string; path: string }
  historyPath: string
  slipPath: string
  saved: string
  standing: string | null
  hash: string | null
  lead: string
  bodyHtml: string
  bodyIssue: string | null
  /** What it says besides title, lead and body; empty fields are left out. */
  fields: ContentField[]
  comparePath: string | null
  restoring: { action: string; edition: number; version: number } | null
  /** Why its content cannot be restored. */
  obstacle: string | null
}

type EditionParts = {
  article: PresentArticle
  edition: Edition
  editions: EditionHead[]
  /** Null where no page can be made of the body. */
  bodyHtml: string | null
  names: Names
}

const shownApart = ['title', 'lead', 'body']

export function editionPage({ article, edition, editions, bodyHtml, names }: EditionParts): EditionPage {
  const { words, timeZone } = names
  const isNewest = edition.number === editions.length
  const obstacle = obstacleOf(isNewest, article, words)
  return {
    title: words.editionTitle(edition.number, edition.content.title),
    words,
    article: { title: article.content.title, path: paths.deskPath(article.id) },
    historyPath: paths.historyPath(article.id),
    slipPath: paths.editionSlipPath(article.id, edition.number),
    saved: savedLine(edition, timeZone, words),
    standing: standingOf(edition, article, words),
    hash: edition.hash || null,
    lead: edition.content.lead,
    bodyHtml: bodyHtml ?? '',
    bodyIssue: bodyHtml === null ? words.unrenderable : bodyHtml === '' ? words.noText : null,
    fields: contentFields(edition.content, names).filter(
      ({ name, value }) => value !== '' && !shownApart.includes(name),
    ),
    comparePath: isNewest ? null : paths.comparedPath(article.id, edition.number, editions.length),
    restoring: obstacle
      ? null
      : { action: paths.restoreEditionPath(article.id), edition: edition.number, version: article.version },
    obstacle,
  }
}

function obstacleOf(isNewest: boolean, { deletedAt }: PresentArticle, words: RevisionWords): string | null {
  if (isNewest) return words.isNewest
  return deletedAt === null ? null : words.inTrash
}
