import { zonedIso } from '../text/dates.ts'
import { type Entry, type Feed, feedTypes } from './feed.ts'
import { branch, leaf, xmlDocument } from './xml.ts'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** RSS 2.0: https://www.rssboard.org/rss-specification */
export function rssText(feed: Feed, timeZone: string): string {
  const channel = branch('channel', [
    leaf('title', feed.title),
    leaf('link', feed.address),
    leaf('description', feed.description),
    leaf('language', feed.language),
    leaf('lastBuildDate', mailDate(feed.updatedAt, timeZone)),
    leaf('atom:link', null, { rel: 'self', type: feedTypes.rss, href: feed.addresses.rss }),
    ...feed.entries.map((entry) => item(entry, timeZone)),
  ])
  return xmlDocument(branch('rss', [channel], { version: '2.0', ...namespaces }))
}

/** The author of RSS is an e-mail address; names are Dublin Core's. */
function item(entry: Entry, timeZone: string): string {
  const { enclosure } = entry
  return branch('item', [
    leaf('title', entry.title),
    leaf('link', entry.address),
    leaf('guid', entry.id, { isPermaLink: 'false' }),
    leaf('pubDate', mailDate(entry.publishedAt, timeZone)),
    leaf('atom:updated', zonedIso(entry.updatedAt, timeZone)),
    ...(entry.author ? [leaf('dc:creator', entry.author)] : []),
    ...entry.labels.map((label) => leaf('category', label)),
    leaf('description', entry.summary),
    leaf('content:encoded', entry.contentHtml),
    ...(enclosure
      ? [leaf('enclosure', null, { url: enclosure.address, length: enclosure.bytes, type: enclosure.type })]
      : []),
  ])
}

/** `Thu, 16 Feb 2017 16:40:00 +0700` (RFC 5322) */
export function mailDate(instant: string, timeZone: string): string {
  const [day = '', rest = ''] = zonedIso(instant, timeZone).split('T')
  const dayNames = new Date(day).toUTCString().slice(0, 'Thu, 16 Feb 2017'.length)
  return `${dayNames} ${rest.slice(0, 8)} ${rest.slice(8).replace(':', '')}`
}
