import { type Article, articlePath } from '../news/index.ts'
import type { PublicPage } from '../site/layout.ts'
import { type Pages, paginate } from '../site/pagination.ts'
import { shortDate, zonedIso } from '../text/dates.ts'
import { keepTogether } from '../text/display.ts'
import { createMarker, type Marker, type Pieces } from './excerpt.ts'
import { type FacetList, facetLists } from './facet-lists.ts'
import { searchPath, suggestionsPath } from './paths.ts'
import { plainText } from './plain-text.ts'
import type { Results } from './read-results.ts'
import { perPage, type SearchRequest, searchAddress } from './search-request.ts'
import type { SearchWords } from './words.ts'

export type SearchPage = PublicPage & {
  words: SearchWords
  form: { action: string; input: SearchInput; notice: string | null }
  /** Null before anything was typed. */
  answer: Answer | Silence | null
}

/** A field to search in, with what the script of suggestions needs. */
export type SearchInput = {
  id: string
  value: string
  placeholder: string | null
  suggestionsPath: string
  words: Pick<SearchWords, 'suggested' | 'suggestions' | 'noSuggestions'>
}

export type ShownAnswer = Answer & { words: SearchWords }
export type ShownSilence = Silence & { words: SearchWords }

export type Answer = {
  kind: 'results'
  title: string
  orders: { name: string; address: string | null }[]
  facets: FacetList[]
  chosen: { name: string; address: string }[]
  results: Result[]
  pages: Pages
}

/** Nothing was found, and what may help. */
export type Silence = {
  kind: 'nothing'
  title: string
  help: string[]
  meant: { text: string; address: string } | null
  withoutConditions: string | null
}

export type Result = {
  path: string
  title: Pieces
  excerpt: Pieces
  kind: string
  category: string | null
  date: { text: string; machine: string }
}

/** A book among the articles must not cost the reader of a list. */
const mostHtmlRead = 100_000

type PageTools = { words: SearchWords; timeZone: string }

/** The query never stands in the title of the page: strangers could make our pages say anything in other people's lists. */
export function searchPage(asked: SearchRequest, results: Results, tools: PageTools): SearchPage {
  const { words } = tools
  const request = { ...asked, typed: results.query.text }
  return {
    head: { title: words.title, description: words.description, path: null, kind: 'website', picture: null },
    place: searchPath,
    words,
    form: {
      action: searchPath,
      input: { id: 'words', value: request.typed, placeholder: null, suggestionsPath, words },
      notice: results.query.isCut ? words.cut : null,
    },
    answer: answerTo(request, results, tools),
  }
}

function answerTo(request: SearchRequest, results: Results, tools: PageTools): SearchPage['answer'] {
  if (request.typed === '') return null
  return results.count === 0 ? silence(request, results, tools) : answer(request, results, tools)
}

function silence(request: SearchRequest, { query, meant }: Results, { words }: PageTools): Silence {
  const hasWords = query.units.length > 0
  const hasConditions = request.categoryId !== null || request.year !== null
  return {
    kind: 'nothing',
    title: hasWords ? words.nothing : words.nothingToFind,
    help: hasWords ? words.advice : [words.nothingToFindHelp],
    meant: meant === null ? null : { text: meant, address: searchAddress(request, { typed: meant }) },
    withoutConditions: hasWords && hasConditions ? searchAddress(request, { categoryId: null, year: null }) : null,
  }
}

function answer(request: SearchRequest, results: Results, tools: PageTools): Answer {
  const { words } = tools
  const marker = createMarker(results.query)
  return {
    kind: 'results',
    title: results.isMore ? words.moreResults(results.count) : words.results(results.count),
    orders: [
      { name: words.fit, address: request.order === 'fit' ? null : searchAddress(request, { order: 'fit' }) },
      { name: words.newest, address: request.order === 'newest' ? null : searchAddress(request, { order: 'newest' }) },
    ],
    ...facetLists(request, results, words),
    results: results.articles.map((article) => result(article, marker, results, tools)),
    pages: paginate({
      here: request.page,
      perPage,
      total: results.count,
      address: (page) => searchAddress(request, { page }),
      range: words.range,
    }),
  }
}

function result(article: Article, marker: Marker, { tree }: Results, { words, timeZone }: PageTools): Result {
  return {
    path: articlePath(article),
    title: marker.mark(keepTogether(article.title)),
    excerpt: marker.excerpt(
      [article.lead, plainText(article.bodyHtml.slice(0, mostHtmlRead))].filter(Boolean).join('\n'),
    ),
    kind: words.kinds.article,
    category: keepTogether(tree.find(article.categoryId)?.name ?? '') || null,
    date: { text: shortDate(article.publishedAt, timeZone), machine: zonedIso(article.publishedAt, timeZone) },
  }
}
