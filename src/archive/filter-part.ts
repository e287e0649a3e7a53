import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import { everywhere } from '../listings/index.ts'
import { keepTogether } from '../text/display.ts'
import { categoryParameter } from './paths.ts'
import type { ArchiveWords } from './words.ts'

/** Categories with news in a period, to narrow its list by. */
export type FilterPart = { choices: Choice[] }

/** What `part('archive/filter', page)` reads of a page. */
export type Filtered = { filter: FilterPart; words: ArchiveWords }

type Choice = { name: string; count: string; path: string; isHere: boolean }

type FilterParts = {
  /** Null while nothing is narrowed. */
  category: CategoryNode | null
  tree: CategoryTree
  counts: ReadonlyMap<number, number>
  /** Address of the list, narrowed to a category or not. */
  path: (category: CategoryNode | null) => string
  words: ArchiveWords
}

/** All, what was chosen and what lies above it, and the next level below. Hidden categories are not offered. */
export function filterPart({ category, tree, counts, path, words }: FilterParts): FilterPart {
  const chosen = category === null ? [] : tree.lineage(category.id)
  const below = (category?.children ?? tree.roots).filter(({ hiddenAt }) => hiddenAt === null)
  const choice = (node: CategoryNode | null): Choice => ({
    name: keepTogether(node?.name ?? words.allCategories),
    count: words.count(counts.get(node?.id ?? everywhere) ?? 0),
    path: path(node),
    isHere: node?.id === category?.id,
  })
  const choices = [null, ...chosen, ...below.filter(({ id }) => counts.has(id))].map(choice)
  return { choices: choices.length > 1 ? choices : [] }
}

/** What the address says besides its path. */
export const filterQuery = (category: CategoryNode | null): Record<string, string> => ({
  [categoryParameter]: category?.path.slice(1) ?? '',
})
