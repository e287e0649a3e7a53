import type { CategoryTree } from '../categories/index.ts'
import type { PictureWish } from '../media/index.ts'
import type { PublicPage } from '../site/layout.ts'
import { clockTime, isSameDay } from '../text/dates.ts'
import { keepTogether } from '../text/display.ts'
import type { Headline } from './article.ts'
import { type BlockRow, blockRows, type HomeCategory } from './home-blocks.ts'
import { homePath } from './paths.ts'
import { type RankedLink, rankedLinks } from './rail-part.ts'
import { type Story, type StoryTools, story } from './story-part.ts'
import type { NewsWords } from './words.ts'

export type HomePage = PublicPage & {
  words: NewsWords
  /** Null while the portal has no article. */
  top: Story | null
  more: Story[]
  newest: Story[]
  rows: BlockRow[]
  mostRead: RankedLink[]
}

export type HomeParts = StoryTools & {
  /** One sentence about the portal, for search engines. */
  description: string
  /** They stand first, in this order, and nowhere else on the page. */
  pinned: Headline[]
  newest: Headline[]
  categories: HomeCategory[]
  mostRead: Headline[]
  tree: CategoryTree
  now: string
  words: NewsWords
}

const mostLeading = 5
const mostNewest = 6
const topPicture: PictureWish = { sizes: '(min-width: 60rem) 28rem, (min-width: 48rem) 50vw, 74vw', loading: 'eager' }
const morePicture: PictureWish = { sizes: '(min-width: 48rem) 13rem, 7rem', loading: 'lazy' }

export function homePage(everything: HomeParts): HomePage {
  const parts = withoutRepeats(everything)
  const { top, more, newest } = opening(parts)
  const shown = new Set([top, ...more].flatMap((headline) => headline?.id ?? []))
  return {
    head: { title: null, description: parts.description, path: homePath, kind: 'website', picture: null },
    reads: [],
    place: homePath,
    words: parts.words,
    top: top ? { ...story(top, topPicture, parts), category: categoryName(top, parts) } : null,
    more: more.map((headline) => story(headline, morePicture, parts)),
    newest: newest.map((headline) => newestStory(headline, parts)),
    rows: blockRows(parts.categories, shown, parts),
    mostRead: rankedLinks(parts.mostRead),
  }
}

function withoutRepeats(parts: HomeParts): HomeParts {
  const pinned = new Set(parts.pinned.map(({ id }) => id))
  const others = (headlines: Headline[]) => headlines.filter(({ id }) => !pinned.has(id))
  const categories = parts.categories.map(({ category, headlines }) => ({ category, headlines: others(headlines) }))
  return { ...parts, newest: others(parts.newest), categories }
}

/** The newest with a picture lead after what is pinned; the list of the newest goes on with what is not beside it. */
function opening({ pinned, newest, pictures }: HomeParts) {
  const pictured = newest.filter(({ coverPictureId }) => pictures.has(coverPictureId ?? 0))
  const [top = newest[0], ...more] = [...pinned, ...pictured].slice(0, mostLeading)
  const rest = newest.filter((headline) => headline !== top && !more.includes(headline))
  return { top, more, newest: rest.slice(0, mostNewest) }
}

const categoryName = ({ categoryId }: Headline, { tree }: HomeParts) => keepTogether(tree.find(categoryId)?.name ?? '')

function newestStory(headline: Headline, parts: HomeParts): Story {
  const shown = story(headline, null, parts)
  if (!isSameDay(headline.publishedAt, parts.now, parts.timeZone)) return shown
  const text = parts.words.todayAt(clockTime(headline.publishedAt, parts.timeZone))
  return { ...shown, date: { ...shown.date, text } }
}
