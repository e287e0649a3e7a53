import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { Months } from '../news/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { pageAddress } from '../site/pagination.ts'
import type { Blank } from './blank-part.ts'
import { type FilterPart, filterPart, filterQuery } from './filter-part.ts'
import { monthsPart } from './months-part.ts'
import { archivePath, categoryParameter } from './paths.ts'
import type { ArchiveWords } from './words.ts'

/** The months of a year, and all years. */
export type YearPage = PublicPage &
  Blank & {
    words: ArchiveWords
    crumbs: Crumbs
    title: string
    filter: FilterPart
    months: Months
  }

export type YearParts = {
  year: string
  /** The first page of the archive shows its newest year and has no year in its address. */
  isRoot: boolean
  category: CategoryNode | null
  tree: CategoryTree
  categoryCounts: ReadonlyMap<number, number>
  months: ReadonlyMap<string, number>
  years: ReadonlyMap<string, number>
  words: ArchiveWords
}

export function yearPage(parts: YearParts): YearPage {
  const { year, isRoot, category, words, years } = parts
  const address = (key: string, node = category) => pageAddress(archivePath(key), filterQuery(node), 1)
  const here = isRoot ? '' : year
  const name = isRoot ? words.archive : words.inYear(year)
  const title = category === null ? name : words.within(name, category.pageName)
  const isEmpty = !years.has(year)
  return {
    head: {
      title,
      description: isRoot ? words.archiveDescription : words.periodDescription(title),
      path: isEmpty && !isRoot ? null : address(here),
      kind: 'website',
      picture: null,
    },
    reads: [categoryParameter],
    place: category?.path ?? null,
    words,
    crumbs: {
      above: isRoot ? [] : [{ name: words.archive, path: address('') }],
      here: isRoot ? words.archive : year,
      shortened: isRoot ? words.archive : year,
    },
    title,
    filter: filterPart({ ...parts, counts: parts.categoryCounts, path: (node) => address(here, node) }),
    months: monthsPart({ ...parts, path: address }),
    blank: isEmpty ? blank(parts, address) : null,
  }
}

function blank({ year, years, words }: YearParts, address: (key: string) => string): YearPage['blank'] {
  if (years.size === 0) return { title: words.noNews, text: words.noNewsHelp, nearest: null }
  const distance = (one: string) => Math.abs(Number(one) - Number(year))
  const [nearest = ''] = [...years.keys()].sort((a, b) => distance(a) - distance(b))
  return {
    title: words.nothing.year(year),
    text: words.nearest.year,
    nearest: { text: nearest, path: address(nearest) },
  }
}
