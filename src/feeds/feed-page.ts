import type { Crumbs, PublicPage } from '../site/layout.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { keepTogether } from '../text/display.ts'
import { type Feed, formatNames } from './feed.ts'
import { type FeedFormat, feedFormats, feedsPath } from './paths.ts'
import type { FeedWords } from './words.ts'

/** What a person gets who opens a feed. */
export type FeedPage = PublicPage & {
  words: FeedWords
  crumbs: Crumbs
  title: string
  addresses: { format: string; address: string }[]
  entries: { title: string; address: string; date: { text: string; machine: string } }[]
  feedsPath: string
}

type FeedPageParts = { feed: Feed; name: string; opened: FeedFormat; timeZone: string; words: FeedWords }

/** The address that was opened stands first. Without a canonical address nobody indexes it: what it shows stands elsewhere. */
export function feedPage({ feed, name, opened, timeZone, words }: FeedPageParts): FeedPage {
  const title = words.pageTitle(name)
  const formats = [opened, ...feedFormats.filter((format) => format !== opened)]
  return {
    head: { title, description: words.pageIntro, path: null, kind: 'website', picture: null },
    place: null,
    words,
    crumbs: { above: [{ name: words.feeds, path: feedsPath }], here: name, shortened: name },
    title: keepTogether(title),
    addresses: formats.map((format) => ({ format: formatNames[format], address: feed.addresses[format] })),
    entries: feed.entries.map((entry) => ({
      title: keepTogether(entry.title),
      address: entry.address,
      date: { text: dateWithTime(entry.updatedAt, timeZone), machine: zonedIso(entry.updatedAt, timeZone) },
    })),
    feedsPath,
  }
}
