import type { Story } from '../news/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { timeWithDate } from '../text/dates.ts'
import { afterParameter, archivePath, latestPath, olderPath } from './paths.ts'
import { type StoryParts, shownStories } from './stories-part.ts'
import type { ArchiveWords } from './words.ts'

/** All news by date. It goes on after the last article of a page, so that what is new meanwhile moves nothing. */
export type LatestPage = PublicPage & {
  words: ArchiveWords
  crumbs: Crumbs
  stories: Story[]
  isFirst: boolean
  newestPath: string
  olderPath: string | null
  archivePath: string
}

export type LatestParts = StoryParts & {
  /** After which article it goes on; null on the first page. */
  afterId: number | null
  hasMore: boolean
  words: ArchiveWords
}

export const latestPerPage = 20

export function latestPage(parts: LatestParts): LatestPage {
  const { headlines, afterId, hasMore, timeZone, words } = parts
  const [first, last] = [headlines[0], headlines.at(-1)]
  return {
    head: {
      // Who keeps a page of long ago among many, or searches for one, tells them by this.
      title: first && afterId !== null ? words.latestFrom(timeWithDate(first.publishedAt, timeZone)) : words.latest,
      description: words.latestDescription,
      path: afterId === null ? latestPath : olderPath(afterId),
      kind: 'website',
      picture: null,
    },
    reads: [afterParameter],
    place: latestPath,
    words,
    crumbs: { above: [], here: words.latest, shortened: words.latest },
    stories: shownStories(parts),
    isFirst: afterId === null,
    newestPath: latestPath,
    olderPath: last && hasMore ? olderPath(last.id) : null,
    archivePath: archivePath(),
  }
}
