import { join, resolve } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { notFound } from '../site/faults.ts'
import { keptFiles } from '../site/kept-files.ts'
import { forAMinute, forAYear, sendPicture } from '../site/send-picture.ts'
import type { StaffTools } from './index.ts'
import { filePath, publicFilesPath } from './paths.ts'
import type { Picture } from './picture.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { pictureReader } from './picture-store.ts'
import { nearestVariantName, variantNamed } from './picture-variants.ts'
import { cutSource, type Ratio, ratioArea, ratioCut, ratioCutPath, ratioIn } from './ratio-cut.ts'
import { sendVariant } from './variant-routes.ts'

/** About a hundred kilobytes each: every article of some years, or of some days while a search engine reads them all. */
const cutLimits = { most: 2_000, mostWaiting: 30 }

export function mediaPublicRoutes({ config, database, world, workshop }: StaffTools): Router {
  const reader = pictureReader(database.read)
  const cuts = keptFiles(resolve(config.uploads, 'made', 'cuts'), cutLimits)
  const router = Router()
  router.get(`${publicFilesPath}/:key/:file`, sendPublicFile)

  /** Pictures that only drafts show do not exist here. */
  async function sendPublicFile(req: Request, res: Response) {
    const [key, name] = [String(req.params['key']), String(req.params['file'])]
    const files = await reader.findPublicByKey(key, world.clock.now())
    if (!files) return leadToPresent(res, key, name)
    // Readers of feeds and other portals show them in pages of their own.
    res.set('Cross-Origin-Resource-Policy', 'cross-origin')
    const ratio = variantNamed(name, files) ? null : ratioIn(name)
    if (ratio) return sendCut(req, res, files, ratio)
    sendVariant(res, { uploads: config.uploads, files, name, cacheControl: forAYear })
  }

  /** Cut when somebody first asks; an address from before the main point moved leads to the present one. */
  async function sendCut(req: Request, res: Response, picture: Picture, ratio: Ratio) {
    const path = ratioCutPath(picture, ratio)
    if (req.path !== path) return res.set('Cache-Control', forAMinute).redirect(302, path)
    const cut = ratioCut(picture, ratio)
    const name = `${picture.key}-${ratio}-${cut.place}.jpg`
    const { width } = cutSource(picture)
    const source = join(pictureFiles(config.uploads).folderOf(picture.key), variantFile({ width, format: 'webp' }))
    await cuts.keep(name, () => workshop.cutRatio({ source, ...ratioArea(picture, cut) }))
    sendPicture(res, { folder: cuts.folder, file: name, type: 'image/jpeg', cacheControl: forAYear })
  }

  /** A picture that was cut or replaced has new addresses, and other sites keep the old ones. */
  async function leadToPresent(res: Response, oldKey: string, name: string) {
    const picture = (await reader.findPublicByOldKey(oldKey, world.clock.now())) ?? notFound()
    const ratio = ratioIn(name)
    const file = nearestVariantName(name, picture) ?? notFound()
    const path = ratio ? ratioCutPath(picture, ratio) : filePath(publicFilesPath, { key: picture.key, name: file })
    res.set('Cache-Control', forAMinute).redirect(302, path)
  }

  return router
}
