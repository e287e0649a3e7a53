import { type Article, articleReader } from '../news/index.ts'
import { completeQuery, findTitles, type SearchTools } from './find-articles.ts'
import { synonymReader } from './synonym-store.ts'

const mostSuggestions = 8
const shortestTyped = 2

/** Articles whose titles hold what was typed so far, the best first. */
export async function listSuggestions(tools: SearchTools, typed: string): Promise<Article[]> {
  const { database, now } = tools
  const groups = await synonymReader(database.read).listGroups()
  const query = await completeQuery(database.read, typed, groups)
  if (query.text.length < shortestTyped) return []
  const documents = await findTitles(tools, query, mostSuggestions)
  const articles = await Promise.all(
    documents.map(({ articleId }) => articleReader(database.read).findPublished(articleId, now)),
  )
  return articles.filter((article) => article !== null)
}
