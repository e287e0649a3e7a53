import { type CategoryTree, categoryReader } from '../categories/index.ts'
import { type Article, articleReader } from '../news/index.ts'
import { countPages } from '../site/pagination.ts'
import { didYouMean } from './did-you-mean.ts'
import { countFacets, type Facets, yearTime } from './facets.ts'
import { completeQuery, findArticles, mostShown, type SearchTools, type SearchWish } from './find-articles.ts'
import type { CompletedQuery } from './query-expression.ts'
import { perPage, type SearchRequest } from './search-request.ts'
import { synonymReader } from './synonym-store.ts'

export type Results = {
  query: CompletedQuery
  tree: CategoryTree
  /** How many were found, at most `mostShown`. */
  count: number
  isMore: boolean
  facets: Facets
  /** Those of the page, in order. */
  articles: Article[]
  /** What the reader may have meant, when nothing was found. */
  meant: string | null
}

type ResultTools = SearchTools & { timeZone: string }

/** Null for a page after the last one. */
export async function readResults(tools: ResultTools, request: SearchRequest): Promise<Results | null> {
  const { database, now, timeZone } = tools
  const groups = await synonymReader(database.read).listGroups()
  const tree = await categoryReader(database.read).getTree()
  const query = await completeQuery(database.read, request.typed, groups)
  const wish = wishOf(request, tree, timeZone)
  const { documents, candidates } = await findArticles(tools, query, wish)
  const count = Math.min(candidates.length, mostShown)
  if (request.page > countPages(count, perPage)) return null

  const shown = documents.slice((request.page - 1) * perPage)
  const articles = await Promise.all(
    shown.map(({ articleId }) => articleReader(database.read).findPublished(articleId, now)),
  )
  return {
    query,
    tree,
    count,
    isMore: candidates.length > count,
    facets: countFacets(candidates, timeZone),
    articles: articles.filter((article) => article !== null),
    meant: count > 0 ? null : await didYouMean(tools, query, groups, wish),
  }
}

/** A category stands for everything below it, so that moving one needs no new index. */
function wishOf({ categoryId, year, order, page }: SearchRequest, tree: CategoryTree, timeZone: string): SearchWish {
  return {
    order,
    most: Math.min(page * perPage, mostShown),
    categoryIds: tree.find(categoryId) ? tree.branch(categoryId ?? 0).map(({ id }) => id) : null,
    time: year === null ? null : yearTime(year, timeZone),
  }
}
