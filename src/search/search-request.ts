import { idFrom, readLine, type Submitted } from '../site/forms.ts'
import { pageAddress, pageNumber, pageParameter } from '../site/pagination.ts'
import { categoryParameter, newestFirst, orderParameter, queryParameter, searchPath, yearParameter } from './paths.ts'

export const perPage = 10

/** What the address of the search page asks for. */
export type SearchRequest = {
  typed: string
  categoryId: number | null
  year: number | null
  order: 'fit' | 'newest'
  page: number
}

/** Whatever cannot be understood is left out; only the page is null when no link of ours could carry it. */
export function readRequest(query: Submitted): Omit<SearchRequest, 'page'> & { page: number | null } {
  const year = /^(19|20|21)\d\d$/.exec(readLine(query, yearParameter))
  return {
    typed: readLine(query, queryParameter),
    categoryId: idFrom(readLine(query, categoryParameter)),
    year: year ? Number(year[0]) : null,
    order: readLine(query, orderParameter) === newestFirst ? 'newest' : 'fit',
    page: pageNumber(query[pageParameter]),
  }
}

/** The address of the same search with something changed; on its first page, unless the page is what changes. */
export function searchAddress(request: SearchRequest, change: Partial<SearchRequest>): string {
  const { typed, categoryId, year, order, page } = { ...request, page: 1, ...change }
  const query = {
    [queryParameter]: typed,
    [categoryParameter]: String(categoryId ?? ''),
    [yearParameter]: String(year ?? ''),
    [orderParameter]: order === 'newest' ? newestFirst : '',
  }
  return pageAddress(searchPath, query, page)
}
