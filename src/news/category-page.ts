import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { PictureWish } from '../media/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { type Pages, pageAddress, pageParameter, paginate } from '../site/pagination.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Headline } from './article.ts'
import { type Months, type RailPart, rankedLinks } from './rail-part.ts'
import { noticeValidity, type Story, type StoryTools, story } from './story-part.ts'
import type { NewsWords } from './words.ts'

export type CategoryPage = PublicPage & {
  words: NewsWords
  crumbs: Crumbs
  name: string
  description: string
  children: { name: string; path: string; count: string }[]
  stories: Story[]
  pages: Pages
  rail: RailPart
}

/** The column beside an article or a list. */
export type Rail = Pick<CategoryPage, 'head' | 'place' | 'words' | 'rail'>

export type CategoryParts = StoryTools & {
  node: CategoryNode
  tree: CategoryTree
  /** Articles in each category, this one and its children; absent where there are none. */
  counts: ReadonlyMap<number, number>
  headlines: Headline[]
  months: Months | null
  mostRead: Headline[]
  page: number
  now: string
  words: NewsWords
}

export const perPage = 10
const longestDescription = 200
// The heading beside the thumbnail says what it shows; reading both aloud would only be longer.
const thumbnail = { sizes: '(min-width: 44rem) 13rem, 6.5rem', alternativeText: '' }

export function categoryPage(parts: CategoryParts): CategoryPage {
  const { node, tree, page, words, counts } = parts
  return {
    head: {
      title: page === 1 ? node.pageName : words.numberedTitle(node.pageName, page),
      description: shortenAtWord(node.description || words.categoryDescription(node.pageName), longestDescription),
      path: pageAddress(node.path, {}, page),
      kind: 'website',
      picture: null,
    },
    reads: [pageParameter],
    place: node.path,
    words,
    crumbs: { above: tree.lineage(node.id).slice(0, -1), here: node.name, shortened: node.name },
    name: keepTogether(node.name),
    description: keepTogether(node.description),
    children: childLinks(node, counts, words),
    stories: parts.headlines.map((headline, place) => listStory(headline, place, parts)),
    pages: paginate({
      here: page,
      perPage,
      total: counts.get(node.id) ?? 0,
      address: (number) => pageAddress(node.path, {}, number),
      range: words.range,
    }),
    rail: { months: parts.months, mostRead: rankedLinks(parts.mostRead) },
  }
}

const childLinks = ({ children }: CategoryNode, counts: ReadonlyMap<number, number>, words: NewsWords) =>
  children
    .filter((child) => child.hiddenAt === null)
    .map(({ id, name, path }) => ({ name: keepTogether(name), path, count: words.count(counts.get(id) ?? 0) }))

/** The first picture is on the first screen, so it may not wait. */
function listStory(headline: Headline, place: number, parts: CategoryParts): Story {
  const wish: PictureWish = { ...thumbnail, loading: place === 0 ? 'eager' : 'lazy' }
  const isBelow = headline.categoryId !== parts.node.id
  const category = isBelow ? keepTogether(parts.tree.find(headline.categoryId)?.name ?? '') : null
  return { ...story(headline, wish, parts), category, validity: noticeValidity(headline, parts) }
}
