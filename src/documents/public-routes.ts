import { type Request, type Response, Router } from 'express'
import { notFound } from '../site/faults.ts'
import { documentReader } from './document-store.ts'
import { sendDocument } from './file-routes.ts'
import type { DocumentTools } from './index.ts'
import { publicFilesPath, publicPath } from './paths.ts'

/** Caches may keep a file and ask each time whether it is still the one: another may take its place under its address. */
const cacheControl = 'public, no-cache'

export function documentPublicRoutes({ config, database }: Pick<DocumentTools, 'config' | 'database'>): Router {
  const reader = documentReader(database.read)
  const router = Router()
  router.get(`${publicFilesPath}/:key/:name`, sendPublicFile)

  /** Documents that only drafts carry do not exist here. The key counts; the name behind it is for people. */
  async function sendPublicFile(req: Request, res: Response) {
    const document = (await reader.findPublicByKey(String(req.params['key']))) ?? notFound()
    const path = publicPath(document)
    if (req.path !== path) return res.set('Cache-Control', 'no-cache').redirect(301, path)
    sendDocument(res, { uploads: config.uploads, document, file: document.file, cacheControl })
  }

  return router
}
