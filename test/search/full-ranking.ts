import type { Expression } from '../../src/search/expression.ts'
import { type IndexText, indexText } from '../../src/search/index-text.ts'
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

export function holds(text: IndexText, expression: Expression): boolean {
  if ('all' in expression) return expression.all.every((part) => holds(text, part))
  if ('any' in expression) return expression.any.some((part) => holds(text, part))
  const { phrase } = expression
  const isInRun = text.runs.some((run) =>
    run.some((_, place) => phrase.every((word, step) => run[place + step] === word)),
  )
  return isInRun || (phrase.length === 1 && text.loose.includes(phrase[0] ?? ''))
}
