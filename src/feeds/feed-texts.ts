import type { AgencyBlock } from '../site/layout.ts'
import type { FeedSource } from './find-source.ts'
import type { FeedWords } from './words.ts'

type Agency = Pick<AgencyBlock, 'portalKind' | 'shortName' | 'description'>

/** What a feed is called in a list of feeds. */
export function feedName(source: FeedSource, words: FeedWords): string {
  if (source.kind === 'category') return source.category.name
  if (source.kind === 'label') return source.label.name
  return source.kind === 'corrections' ? words.corrections : words.newest
}

/** What a feed is called where feeds of many sites stand beside each other. */
export function feedTexts(source: FeedSource, agency: Agency, words: FeedWords) {
  return {
    title: words.title(feedName(source, words), agency.shortName),
    description: descriptionOf(source, agency, words),
  }
}

function descriptionOf(source: FeedSource, agency: Agency, words: FeedWords): string {
  if (source.kind === 'corrections') return words.correctionsDescription
  if (source.kind === 'label') return words.labelDescription[source.label.kind](source.label.name)
  if (source.kind === 'portal') return agency.description || words.portalDescription(agency.shortName)
  return source.category.description || words.categoryDescription(source.category.name)
}
