import { type Request, type Response, Router } from 'express'
import { feedRoutes } from './feed-routes.ts'
import type { FeedsTools } from './index.ts'
import { refusalText, robotsText } from './robots.ts'
import { sitemapRoutes } from './sitemap-routes.ts'

export function feedsPublicRoutes(tools: FeedsTools): Router {
  const router = Router()
  router.get('/robots.txt', sendRobots)
  router.use(sitemapRoutes(tools), feedRoutes(tools))

  function sendRobots(req: Request, res: Response) {
    const text = tools.indexing.isWanted(req) ? robotsText(tools.config.siteUrl) : refusalText
    res.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(text)
  }

  return router
}
