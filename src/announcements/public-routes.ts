import { type Request, type Response, Router } from 'express'
import type { Config } from '../config.ts'
import { keyFilePath } from './receiver.ts'

/** Search engines read here that whoever tells them of this site speaks for it. Without a key there is no such file. */
export function announcementPublicRoutes({
  indexnowKey,
  isStaging,
}: Pick<Config, 'indexnowKey' | 'isStaging'>): Router {
  const router = Router()
  if (indexnowKey === null || isStaging) return router
  router.get(keyFilePath(indexnowKey), (_req: Request, res: Response) => {
    res.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(indexnowKey)
  })
  return router
}
