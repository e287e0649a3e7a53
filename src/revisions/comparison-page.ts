import { compareWords, lineSides, type SidesPart, textSides } from '../compare/index.ts'
import { dateWithTime } from '../text/dates.ts'
import { type ContentField, contentFields, type Names } from './content-fields.ts'
import type { Edition, EditionHead, PresentArticle } from './edition.ts'
import * as paths from './paths.ts'
import type { RevisionWords } from './words.ts'

export type ComparisonPage = {
  title: string
  words: RevisionWords
  article: { title: string; path: string }
  historyPath: string
  editions: { name: string; saved: string; path: string }[]
  /** Only fields in which the editions differ. */
  changes: { name: string; label: string; sides: SidesPart }[]
  /** The names of all others. */
  unchanged: string
}

type ComparisonParts = {
  article: PresentArticle
  older: Edition
  newer: Edition
  names: Names
  language: 'vi' | 'en'
}

export function comparisonPage({ article, older, newer, names, language }: ComparisonParts): ComparisonPage {
  const { words, timeZone } = names
  const fields = pairs(contentFields(older.content, names), contentFields(newer.content, names))
  const editions = { before: words.edition(older.number), after: words.edition(newer.number) }
  return {
    title: words.comparisonTitle(older.number, newer.number),
    words,
    article: { title: article.content.title, path: paths.deskPath(article.id) },
    historyPath: paths.historyPath(article.id),
    editions: [older, newer].map((edition) => ({
      name: words.edition(edition.number),
      saved: savedLine(edition, timeZone, words),
      path: paths.editionPath(article.id, edition.number),
    })),
    changes: fields.filter(isChanged).map(({ before, after }) => ({
      name: after.name,
      label: after.label,
      sides: (after.isText ? textSides : lineSides)({
        before: before.value,
        after: after.value,
        names: editions,
        words: compareWords[language],
      }),
    })),
    unchanged: fields
      .filter((pair) => !isChanged(pair))
      .map(({ after }) => after.label)
      .join(', '),
  }
}

type FieldPair = { before: ContentField; after: ContentField }

const pairs = (before: ContentField[], after: ContentField[]): FieldPair[] =>
  after.flatMap((field, index) => {
    const other = before[index]
    return other ? { before: other, after: field } : []
  })

const isChanged = ({ before, after }: FieldPair) => before.value !== after.value

export const savedLine = ({ savedAt, savedByName }: EditionHead, timeZone: string, words: RevisionWords): string =>
  words.savedBy(savedByName, dateWithTime(savedAt, timeZone))
