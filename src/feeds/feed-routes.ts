import type { IncomingMessage } from 'node:http'
import { type Request, type Response, Router } from 'express'
import { menuOf } from '../categories/index.ts'
import { notFound } from '../site/faults.ts'
import { sendKeptText } from '../site/send-text.ts'
import { atomText } from './atom.ts'
import { feedTypes } from './feed.ts'
import { feedPage } from './feed-page.ts'
import { feedName } from './feed-texts.ts'
import { feedsPage } from './feeds-page.ts'
import { type FeedSource, findSource, portalSource } from './find-source.ts'
import type { FeedsTools } from './index.ts'
import { jsonFeedText } from './json-feed.ts'
import { type FeedFormat, feedFormats, feedPath, feedPattern, feedsPath, isFeedPath, pagePathOf } from './paths.ts'
import { readFeed } from './read-feed.ts'
import { rssText } from './rss.ts'
import { feedWords } from './words.ts'

/** What is scheduled appears within a minute. */
const forAMinute = 'public, max-age=60'
const textIn = { rss: rssText, atom: atomText, json: jsonFeedText }

export function feedRoutes(tools: FeedsTools): Router {
  const { config, world, show, pages, readTree } = tools
  const { timeZone } = config
  const words = feedWords[config.language]
  const router = Router()
  router.get(feedsPath, showFeeds)
  for (const format of feedFormats) {
    router.get(feedPath(format, portalSource.path), (req, res) => answer(req, res, format, portalSource))
    router.get(feedPattern(format), (req, res) => answerPage(req, res, format))
  }

  async function showFeeds(_req: Request, res: Response) {
    await show(res, 'feeds/feeds', feedsPage(menuOf(await readTree()), words))
  }

  async function answerPage(req: Request, res: Response, format: FeedFormat) {
    const pagePath = pagePathOf(format, req.path) ?? notFound()
    const source = (await findSource(tools, pagePath, world.clock.now())) ?? notFound()
    const path = feedPath(format, source.path)
    if (req.path !== path) return res.redirect(301, path)
    await answer(req, res, format, source)
  }

  async function answer(req: Request, res: Response, format: FeedFormat, source: FeedSource) {
    const feed = await readFeed(tools, source, world.clock.now())
    res.vary('Accept')
    if (isPerson(req, format)) {
      const page = feedPage({ feed, name: feedName(source, words), opened: format, timeZone, words })
      return show(res, 'feeds/feed', page)
    }
    // Readers of feeds are mostly pages of other sites.
    res.set({ 'Cache-Control': forAMinute, 'Access-Control-Allow-Origin': '*' })
    res.set('Cross-Origin-Resource-Policy', 'cross-origin')
    await sendKeptText(pages, res, feedTypes[format], textIn[format](feed, timeZone))
  }

  return router
}

/** What keeps feeds ready does not look at what a browser likes best. */
export const mayBePerson = ({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean =>
  isFeedPath(url) && (headers.accept ?? '').includes('text/html')

/** Browsers like HTML best; programs that read feeds name a feed first, anything at all, or nothing. */
const isPerson = (req: Request, format: FeedFormat): boolean =>
  req.accepts([feedTypes[format], 'application/xml', 'text/xml', 'application/json', 'text/html']) === 'text/html'
