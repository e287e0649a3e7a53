import { correctionsPath, homePath } from '../news/index.ts'
import type { Crumbs, MenuNode, PublicPage } from '../site/layout.ts'
import { keepTogether } from '../text/display.ts'
import { formatNames } from './feed.ts'
import { feedFormats, feedPath, feedsPath } from './paths.ts'
import type { FeedWords } from './words.ts'

/** Every feed of the portal. */
export type FeedsPage = PublicPage & {
  words: FeedWords
  crumbs: Crumbs
  formats: string[]
  /** What is new, corrections, and each category followed by those below it. */
  groups: FeedRow[][]
}

type FeedRow = { name: string; links: { format: string; path: string }[] }

export function feedsPage(menu: readonly MenuNode[], words: FeedWords): FeedsPage {
  return {
    head: { title: words.feeds, description: words.feedsIntro, path: feedsPath, kind: 'website', picture: null },
    place: feedsPath,
    reads: [],
    words,
    crumbs: { above: [], here: words.feeds, shortened: words.feeds },
    formats: feedFormats.map((format) => formatNames[format]),
    groups: [[row(words.newest, homePath)], [row(words.corrections, correctionsPath)], ...menu.map(rowsOf)],
  }
}

const rowsOf = ({ name, path, children }: MenuNode): FeedRow[] => [row(name, path), ...children.flatMap(rowsOf)]

const row = (name: string, pagePath: string): FeedRow => ({
  name: keepTogether(name),
  links: feedFormats.map((format) => ({ format: formatNames[format], path: feedPath(format, pagePath) })),
})
