import { type Request, type Response, Router } from 'express'
import type { MediaTools } from './index.ts'
import { publicFilesPath } from './paths.ts'
import { pictureReader } from './picture-store.ts'
import { sendVariant } from './variant-routes.ts'

const cacheControl = 'public, max-age=31536000, immutable'

export function mediaPublicRoutes({ config, database }: MediaTools): Router {
  const reader = pictureReader(database.read)
  const router = Router()
  router.get(`${publicFilesPath}/:key/:file`, sendPublicFile)

  /** Pictures that only drafts show do not exist here. */
  async function sendPublicFile(req: Request, res: Response) {
    const picture = await reader.findPublicByKey(String(req.params['key']))
    sendVariant(res, { uploads: config.uploads, picture, name: String(req.params['file']), cacheControl })
  }

  return router
}
