import { type Request, type Response, Router } from 'express'
import { notFound } from '../site/faults.ts'
import type { MediaTools } from './index.ts'
import { filePath, publicFilesPath } from './paths.ts'
import { pictureReader } from './picture-store.ts'
import { nearestVariantName } from './picture-variants.ts'
import { sendVariant } from './variant-routes.ts'

const forAYear = 'public, max-age=31536000, immutable'
const forAMinute = 'public, max-age=60'

export function mediaPublicRoutes({ config, database, world }: MediaTools): Router {
  const reader = pictureReader(database.read)
  const router = Router()
  router.get(`${publicFilesPath}/:key/:file`, sendPublicFile)

  /** Pictures that only drafts show do not exist here. */
  async function sendPublicFile(req: Request, res: Response) {
    const [key, name] = [String(req.params['key']), String(req.params['file'])]
    const files = await reader.findPublicByKey(key, world.clock.now())
    if (!files) return leadToPresent(res, key, name)
    sendVariant(res, { uploads: config.uploads, files, name, cacheControl: forAYear })
  }

  /** A picture that was cut or replaced has new addresses, and other sites keep the old ones. */
  async function leadToPresent(res: Response, oldKey: string, name: string) {
    const picture = (await reader.findPublicByOldKey(oldKey, world.clock.now())) ?? notFound()
    const file = nearestVariantName(name, picture) ?? notFound()
    res.set('Cache-Control', forAMinute).redirect(302, filePath(publicFilesPath, { key: picture.key, name: file }))
  }

  return router
}
