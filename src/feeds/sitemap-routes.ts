import { type Request, type Response, Router } from 'express'
import { menuOf } from '../categories/index.ts'
import { labelPath } from '../listings/index.ts'
import { articlePath } from '../news/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import type { MenuNode } from '../site/layout.ts'
import { sendPublicPieces } from '../site/send-pieces.ts'
import { sendKeptText, sendText } from '../site/send-text.ts'
import { zonedIso } from '../text/dates.ts'
import type { FeedsTools } from './index.ts'
import { sitemapLabelReader } from './label-store.ts'
import { articlesSitemapPath, labelsSitemapPath, newsSitemapPath, pagesSitemapPath, sitemapPath } from './paths.ts'
import { newsSitemap, pagesSitemap, sitemapIndex } from './sitemap.ts'
import { sitemapReader } from './sitemap-store.ts'
import { writeArticles } from './write-sitemap.ts'

const type = 'application/xml'
/** What is scheduled appears within a minute. */
const forAMinute = 'public, max-age=60'
/** Raised with every change of what the parts hold, so that nobody is told that they are unchanged. */
const partsVersion = 1
const newsMs = 48 * 60 * 60_000
const mostNews = 1_000

export function sitemapRoutes({ database, config, world, pages, pagePaths, readTree, readAgency }: FeedsTools): Router {
  const { siteUrl, timeZone, language } = config
  const reader = sitemapReader(database.read)
  const labels = sitemapLabelReader(database.read)
  const router = Router()
  router.get(sitemapPath, sendIndex)
  router.get(pagesSitemapPath, sendPages)
  router.get(labelsSitemapPath(':part'), sendLabels)
  router.get(articlesSitemapPath(':part'), sendArticles)
  router.get(newsSitemapPath, sendNews)

  async function sendIndex(_req: Request, res: Response) {
    const now = world.clock.now()
    const paths = [
      pagesSitemapPath,
      ...(await labels.listParts(now)).map(labelsSitemapPath),
      ...(await reader.listParts(now)).map(articlesSitemapPath),
    ]
    res.set('Cache-Control', forAMinute)
    await sendKeptText(pages, res, type, sitemapIndex(paths.map((path) => siteUrl + path)))
  }

  async function sendPages(_req: Request, res: Response) {
    await sendPaths(res, [...pagePaths, ...menuOf(await readTree()).flatMap(pathsOf)])
  }

  async function sendLabels(req: Request<{ part: string }>, res: Response) {
    const listed = await labels.list(idFrom(req.params.part) ?? notFound(), world.clock.now())
    if (listed.length === 0) return notFound()
    await sendPaths(res, listed.map(labelPath))
  }

  /** Lists change with each article in them, so nothing is said about when. */
  async function sendPaths(res: Response, paths: string[]) {
    const listed = paths.map((path) => ({ address: siteUrl + path, changedAt: null, pictures: [] }))
    res.set('Cache-Control', forAMinute)
    await sendKeptText(pages, res, type, pagesSitemap(listed))
  }

  async function sendArticles(req: Request<{ part: string }>, res: Response) {
    const now = world.clock.now()
    const part = idFrom(req.params.part) ?? notFound()
    if (!(await reader.holdsAny(part, now))) return notFound()
    res.type(`${type}; charset=utf-8`).set('Cache-Control', forAMinute).vary('Accept-Encoding')
    // Weak: the file of a picture may have moved, and its old address then leads to the new one.
    res.set('ETag', `W/"${partsVersion}-${await reader.getMark(part, now)}"`)
    if (req.fresh) return void res.status(304).end()
    if (req.method === 'HEAD') return void res.end()
    await sendPublicPieces(res, writeArticles({ database, siteUrl, now }, part))
  }

  /** Not kept: articles leave it by the hour. */
  async function sendNews(_req: Request, res: Response) {
    const now = world.clock.now()
    const since = new Date(Date.parse(now) - newsMs).toISOString()
    const { agency } = await readAgency()
    const articles = (await reader.listNews(since, mostNews, now)).map((article) => ({
      address: siteUrl + articlePath(article),
      title: article.title,
      publishedAt: zonedIso(article.publishedAt, timeZone),
    }))
    res.set('Cache-Control', forAMinute)
    sendText(res, type, newsSitemap(articles, { name: `${agency.portalKind} ${agency.shortName}`, language }))
  }

  return router
}

const pathsOf = ({ path, children }: MenuNode): string[] => [path, ...children.flatMap(pathsOf)]
