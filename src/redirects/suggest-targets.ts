import type { Database } from '../database/index.ts'
import { articlePath } from '../news/index.ts'
import { listSuggestions } from '../search/index.ts'
import { wordsOfAddress } from './missed-address.ts'

export type Suggested = { title: string; path: string }

const mostSuggested = 5
const fewestWords = 3

/** Articles whose titles hold the words of an old address; with fewer words when all of them are in none. */
export async function suggestTargets(tools: { database: Database; now: string }, old: string): Promise<Suggested[]> {
  let words = wordsOfAddress(old).split(' ').filter(Boolean)
  while (words.length > 0) {
    const articles = await listSuggestions(tools, words.join(' '))
    if (articles.length > 0)
      return articles.slice(0, mostSuggested).map((article) => ({ title: article.title, path: articlePath(article) }))
    // Old portals cut addresses in the middle of a word, at their end.
    words = words.length > fewestWords ? words.slice(0, Math.max(fewestWords, words.length - 2)) : []
  }
  return []
}
