import { keepTogether } from '../text/display.ts'
import type { Headline } from './article.ts'
import { articlePath } from './paths.ts'

/** The archive of one year, beside lists; the archive room makes it. */
export type Months = {
  title: string
  /** Those without news have no address. */
  months: { name: string; count: string; path: string | null }[]
  /** Newest first. */
  years: { name: string; count: string; path: string; isHere: boolean }[]
}

export type RailPart = { months: Months | null; mostRead: RankedLink[] }

/** A line of the list of what was read most. */
export type RankedLink = { title: string; path: string }

export const rankedLinks = (headlines: readonly Headline[]): RankedLink[] =>
  headlines.map((headline) => ({ title: keepTogether(headline.title), path: articlePath(headline) }))
