import { idFrom, readLine, type Submitted } from '../site/forms.ts'
import { type LibraryFilter, type LibraryLook, type LibraryWish, libraryFilters } from './library.ts'

/** What addresses say; `all` needs no word. */
export const filterSlugs: Record<LibraryFilter, string> = {
  all: '',
  missing: 'thieu-mo-ta',
  unsourced: 'thieu-nguon',
  unused: 'chua-dung',
  alike: 'trung',
}

/** The same of how it is shown; a grid needs no word. */
export const lookSlugs: Record<LibraryLook, string> = { grid: '', list: 'danh-sach' }

/** Unknown words in an address are ignored. */
export function readWish(query: Submitted): LibraryWish {
  const slug = readLine(query, 'loc')
  return {
    filter: libraryFilters.find((filter) => filterSlugs[filter] === slug) ?? 'all',
    look: readLine(query, 'xem') === lookSlugs.list ? 'list' : 'grid',
    search: readLine(query, 'q').slice(0, 100),
    before: idFrom(query['before']),
  }
}

export function libraryAddress(path: string, { filter, look, search, before }: LibraryWish): string {
  const query = new URLSearchParams()
  if (look !== 'grid') query.set('xem', lookSlugs[look])
  if (filter !== 'all') query.set('loc', filterSlugs[filter])
  if (search) query.set('q', search)
  if (before) query.set('before', String(before))
  return query.size > 0 ? `${path}?${query}` : path
}
