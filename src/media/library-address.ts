import { idFrom, readLine, type Submitted } from '../site/forms.ts'
import { type LibraryFilter, type LibraryWish, libraryFilters } from './library.ts'

/** What addresses say; `all` needs no word. */
export const filterSlugs: Record<LibraryFilter, string> = { all: '', missing: 'thieu-mo-ta', unused: 'chua-dung' }

/** Unknown words in an address are ignored. */
export function readWish(query: Submitted): LibraryWish {
  const slug = readLine(query, 'loc')
  return {
    filter: libraryFilters.find((filter) => filterSlugs[filter] === slug) ?? 'all',
    search: readLine(query, 'q').slice(0, 100),
    before: idFrom(query['before']),
  }
}

export function libraryAddress(path: string, { filter, search, before }: LibraryWish): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('loc', filterSlugs[filter])
  if (search) query.set('q', search)
  if (before) query.set('before', String(before))
  return query.size > 0 ? `${path}?${query}` : path
}
