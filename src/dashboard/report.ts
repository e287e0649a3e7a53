import { type Genre, genres } from '../articles/index.ts'
import { toneKey } from '../text/fold.ts'
import { compareVietnamese } from '../text/order.ts'

/** A published article as the month's report lists it. */
export type ReportedArticle = {
  id: number
  slug: string
  title: string
  /** As typed in the byline, which the royalty goes to; may be empty. */
  author: string
  /** The account that it was begun with. */
  account: string
  unit: string
  genre: Genre
  categoryId: number | null
  /** The public date; ISO 8601 UTC. */
  publishedAt: string
  isWithdrawn: boolean
  /** The cover and those of the body, each once. */
  pictures: number
  words: number
}

export type Tally = {
  articles: number
  byGenre: Record<Genre, number>
  withdrawn: number
  pictures: number
  words: number
}

export type PersonTally = Tally & { author: string; accounts: string[] }

/** How many articles of a category have this byline. */
export type PublishedCount = { categoryId: number | null; author: string; count: number }

export function tallyOf(articles: readonly ReportedArticle[]): Tally {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  const counts = genres.map((genre): [Genre, number] => [genre, articles.filter((one) => one.genre === genre).length])
  return {
    articles: articles.length,
    byGenre: Object.fromEntries(counts) as Record<Genre, number>,
    withdrawn: articles.filter(({ isWithdrawn }) => isWithdrawn).length,
    pictures: sum(articles.map(({ pictures }) => pictures)),
    words: sum(articles.map(({ words }) => words)),
  }
}

/** In the order of names; articles without a byline come last. */
export function personTallies(articles: readonly ReportedArticle[]): PersonTally[] {
  const groups = Map.groupBy(articles, ({ author }) => toneKey(author))
  return [...groups.values()]
    .map((hers) => ({
      author: hers[0]?.author ?? '',
      accounts: [...new Set(hers.map(({ account }) => account).filter(Boolean))].sort(compareVietnamese),
      ...tallyOf(hers),
    }))
    .sort((a, b) => Number(a.author === '') - Number(b.author === '') || compareVietnamese(a.author, b.author))
}

export type NamedCount = { name: string; count: number }

/** Counts with one key are one; the largest first, equal ones in the order of names. */
export function countBy(
  counts: readonly PublishedCount[],
  { keyOf, nameOf }: Record<'keyOf' | 'nameOf', (count: PublishedCount) => string>,
): NamedCount[] {
  const groups = [...Map.groupBy(counts, keyOf).values()]
  return groups
    .map((group) => ({
      name: group[0] ? nameOf(group[0]) : '',
      count: group.reduce((total, { count }) => total + count, 0),
    }))
    .sort((a, b) => b.count - a.count || compareVietnamese(a.name, b.name))
}
