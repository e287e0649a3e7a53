import express, { type Express, type RequestHandler } from 'express'
import type { Config } from '../config.ts'
import { type Assets, assetsPath } from './assets.ts'
import { safeHeaders } from './headers.ts'

/** What stands before every page of a port. `watch` sees each request first. */
export function createSite(
  { siteUrl, trustProxy }: Pick<Config, 'siteUrl' | 'trustProxy'>,
  assets: Assets,
  watch: RequestHandler,
): Express {
  const site = express()
  site.disable('x-powered-by')
  site.disable('etag')
  site.set('trust proxy', [...trustProxy])
  site.use(watch)
  site.use(safeHeaders(siteUrl))
  site.get(`${assetsPath}/:fingerprint/*path`, assets.answer)
  site.get('/favicon.ico', (req, res) => assets.answerFile(req, res, 'images/favicon.ico'))
  return site
}
