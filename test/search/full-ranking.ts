import type { Expression } from '../../src/search/expression.ts'
import { type IndexText, indexText, type PlacedWords } from '../../src/search/index-text.ts'
import { adjacent, type CompletedQuery, exact, finished, inTitle, matching } from '../../src/search/query-expression.ts'
import { ranked } from '../../src/search/ranking.ts'
import type { FoundDocument, SearchDocument } from '../../src/search/search-document.ts'

/** Ids of everything that matches, in order: without any engine, any candidates or any bound. */
export function fullRanking(documents: SearchDocument[], query: CompletedQuery): number[] {
  if (query.units.length === 0) return []
  const texts = documents.map((document) => ({ document, text: indexText(document) }))
  const matches = texts.filter(({ text }) => holds(text, matching(query)))
  const keysOf = (fact: Expression | null) =>
    new Set(matches.flatMap(({ document, text }) => (fact && holds(text, fact) ? document.articleId : [])))
  const marked = exact(query)
  const facts = {
    title: keysOf(inTitle(matching(query))),
    adjacent: keysOf(adjacent(query)),
    exact: keysOf(marked),
    exactTitle: keysOf(marked && inTitle(marked)),
    finished: keysOf(query.completions.length > 0 ? finished(query) : null),
  }
  return ranked(matches.map(found), query, facts, documents.length).map(({ articleId }) => articleId)
}

const found = ({ document, text }: { document: SearchDocument; text: IndexText }): FoundDocument => ({
  articleId: document.articleId,
  orderKey: document.articleId,
  categoryId: document.categoryId,
  publishedAt: document.publishedAt,
  fields: text.fields,
})

export function holds(text: PlacedWords, expression: Expression): boolean {
  if ('all' in expression) return expression.all.every((part) => holds(text, part))
  if ('any' in expression) return expression.any.some((part) => holds(text, part))
  const words = 'begun' in expression ? expression.begun : expression.phrase
  const isWord = (step: number, known = '') =>
    'begun' in expression && step === words.length - 1 ? known.startsWith(words[step] ?? '') : known === words[step]
  const isInRun = text.runs.some((run) =>
    run.some((_, place) => words.every((_, step) => isWord(step, run[place + step]))),
  )
  return isInRun || (words.length === 1 && text.loose.some((word) => isWord(0, word)))
}
