import { type Request, type Response, Router } from 'express'
import { robotsText } from './robots.ts'

export function feedsPublicRoutes(): Router {
  const router = Router()
  router.get('/robots.txt', sendRobots)

  function sendRobots(_req: Request, res: Response) {
    res.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(robotsText())
  }

  return router
}
