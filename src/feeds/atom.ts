import { zonedIso } from '../text/dates.ts'
import { type Entry, type Feed, feedTypes } from './feed.ts'
import { branch, leaf, xmlDocument } from './xml.ts'

/** Atom 1.0: RFC 4287 */
export function atomText(feed: Feed, timeZone: string): string {
  const parts = [
    leaf('id', feed.id),
    leaf('title', feed.title),
    leaf('subtitle', feed.description),
    leaf('updated', zonedIso(feed.updatedAt, timeZone)),
    leaf('link', null, { rel: 'self', type: feedTypes.atom, href: feed.addresses.atom }),
    leaf('link', null, { rel: 'alternate', type: 'text/html', href: feed.address }),
    branch('author', [leaf('name', feed.publisher)]),
    ...feed.entries.map((entry) => entryElement(entry, timeZone)),
  ]
  return xmlDocument(branch('feed', parts, { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }))
}

function entryElement(entry: Entry, timeZone: string): string {
  const { enclosure } = entry
  return branch('entry', [
    leaf('id', entry.id),
    leaf('title', entry.title),
    leaf('published', zonedIso(entry.publishedAt, timeZone)),
    leaf('updated', zonedIso(entry.updatedAt, timeZone)),
    leaf('link', null, { rel: 'alternate', type: 'text/html', href: entry.address }),
    ...(entry.author ? [branch('author', [leaf('name', entry.author)])] : []),
    ...entry.labels.map((term) => leaf('category', null, { term })),
    leaf('summary', entry.summary),
    leaf('content', entry.contentHtml, { type: 'html' }),
    ...(enclosure
      ? [
          leaf('link', null, {
            rel: 'enclosure',
            href: enclosure.address,
            length: enclosure.bytes,
            type: enclosure.type,
          }),
        ]
      : []),
  ])
}
