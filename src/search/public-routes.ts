import { type Request, type Response, Router } from 'express'
import { articlePath } from '../news/index.ts'
import { addressGroup } from '../site/address-group.ts'
import { Fault, notFound } from '../site/faults.ts'
import { readLine } from '../site/forms.ts'
import type { SearchTools } from './index.ts'
import { listSuggestions } from './list-suggestions.ts'
import { queryParameter, searchPath, suggestionsPath } from './paths.ts'
import { readResults } from './read-results.ts'
import { createSearchBudget, searchCost, suggestionCost } from './search-budget.ts'
import { searchPage } from './search-page.ts'
import { readRequest } from './search-request.ts'
import { searchWords } from './words.ts'

export function searchPublicRoutes({ database, config, world, show }: SearchTools): Router {
  const words = searchWords[config.language]
  const { timeZone } = config
  const budget = createSearchBudget()
  const router = Router()
  router.get(searchPath, showSearch)
  router.get(suggestionsPath, sendSuggestions)

  async function showSearch(req: Request, res: Response) {
    const now = world.clock.now()
    const asked = readRequest(req.query)
    const request = { ...asked, page: asked.page ?? notFound() }
    if (request.typed !== '') spend(req, res, searchCost)
    const results = (await readResults({ database, now, timeZone }, request)) ?? notFound()
    await show(res, 'search/results', searchPage(request, results, { words, timeZone }))
  }

  /** For the script beside the search field; the page needs none of it. */
  async function sendSuggestions(req: Request, res: Response) {
    spend(req, res, suggestionCost)
    const typed = readLine(req.query, queryParameter)
    const articles = await listSuggestions({ database, now: world.clock.now() }, typed)
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    res.json(articles.map((article) => ({ title: article.title, path: articlePath(article) })))
  }

  function spend(req: Request, res: Response, cost: number) {
    const seconds = budget.spend(addressGroup(req.ip ?? ''), cost, world.clock.now())
    if (seconds === 0) return
    res.set('Retry-After', String(seconds))
    throw new Fault(429)
  }

  return router
}
