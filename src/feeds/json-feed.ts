import { zonedIso } from '../text/dates.ts'
import type { Entry, Feed } from './feed.ts'

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export const jsonFeedText = (feed: Feed, timeZone: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.address,
    feed_url: feed.addresses.json,
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.entries.map((entry) => item(entry, timeZone)),
  })

/** What is undefined is left out. */
const item = (entry: Entry, timeZone: string) => ({
  id: entry.id,
  url: entry.address,
  title: entry.title,
  summary: entry.summary,
  content_html: entry.contentHtml,
  date_published: zonedIso(entry.publishedAt, timeZone),
  date_modified: zonedIso(entry.updatedAt, timeZone),
  authors: entry.author ? [{ name: entry.author }] : undefined,
  tags: entry.labels,
  image: entry.enclosure?.address,
  attachments: entry.enclosure && [
    { url: entry.enclosure.address, mime_type: entry.enclosure.type, size_in_bytes: entry.enclosure.bytes },
  ],
})
