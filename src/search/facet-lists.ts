import { keepTogether } from '../text/display.ts'
import { compareVietnamese } from '../text/order.ts'
import type { Results } from './read-results.ts'
import { type SearchRequest, searchAddress } from './search-request.ts'
import type { SearchWords } from './words.ts'

/** One way to narrow the results; the first entry takes the condition back. */
export type FacetList = {
  title: string
  entries: { name: string; count: string; address: string; isCurrent: boolean }[]
}

type Conditions = { facets: FacetList[]; chosen: { name: string; address: string }[] }
type Choice = { name: string; count: number; change: Partial<SearchRequest>; isCurrent: boolean }

const mostCategories = 10
const mostYears = 8

export function facetLists(request: SearchRequest, results: Results, words: SearchWords): Conditions {
  const categories = categoryChoices(request, results)
  const years = yearChoices(request, results, words)
  const lists = [
    { title: words.categories, choices: categories, none: { categoryId: null }, isOpen: request.categoryId === null },
    { title: words.time, choices: years, none: { year: null }, isOpen: request.year === null },
  ]
  return {
    facets: lists
      // One choice that changes nothing is none.
      .filter(({ choices, isOpen }) => choices.length > (isOpen ? 1 : 0))
      .map(({ title, choices, none, isOpen }) => {
        const all = { name: words.all, count: isOpen ? total(results, words) : '', change: none, isCurrent: isOpen }
        const counted = choices.map((choice) => ({ ...choice, count: words.plain(choice.count) }))
        return { title, entries: [all, ...counted].map((choice) => entry(request, choice)) }
      }),
    chosen: chosenConditions(request, results, words),
  }
}

const total = ({ count, isMore }: Results, words: SearchWords): string => (isMore ? '' : words.plain(count))

const entry = (request: SearchRequest, choice: Omit<Choice, 'count'> & { count: string }) => ({
  name: choice.name,
  count: choice.count,
  isCurrent: choice.isCurrent,
  address: searchAddress(request, choice.change),
})

function categoryChoices(request: SearchRequest, { facets, tree }: Results): Choice[] {
  return [...facets.categories]
    .flatMap(([categoryId, count]) => {
      const node = tree.find(categoryId)
      const isCurrent = categoryId === request.categoryId
      return node ? [{ name: keepTogether(node.name), count, change: { categoryId }, isCurrent }] : []
    })
    .sort((a, b) => b.count - a.count || compareVietnamese(a.name, b.name))
    .slice(0, mostCategories)
}

function yearChoices(request: SearchRequest, { facets }: Results, words: SearchWords): Choice[] {
  return [...facets.years]
    .sort(([a], [b]) => b - a)
    .slice(0, mostYears)
    .map(([year, count]) => ({ name: words.year(year), count, change: { year }, isCurrent: year === request.year }))
}

function chosenConditions(request: SearchRequest, { tree }: Results, words: SearchWords): Conditions['chosen'] {
  const category = tree.find(request.categoryId)
  return [
    ...(category ? [{ name: keepTogether(category.name), address: searchAddress(request, { categoryId: null }) }] : []),
    ...(request.year ? [{ name: words.year(request.year), address: searchAddress(request, { year: null }) }] : []),
  ]
}
