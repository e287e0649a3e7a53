import { type NextFunction, type Request, type Response, Router } from 'express'
import encodeQr from 'qr'
import { categoryReader } from '../categories/index.ts'
import { playerOrigins } from '../markdown/index.ts'
import { notFound } from '../site/faults.ts'
import { allowFrames } from '../site/headers.ts'
import { countPages, pageAddress, pageNumber, pageParameter } from '../site/pagination.ts'
import { articlePage } from './article-page.ts'
import { categoryPage } from './category-page.ts'
import { correctionsPage, correctionsPerPage } from './corrections-page.ts'
import { homePage } from './home-page.ts'
import type { NewsTools } from './index.ts'
import { mostReadReader } from './most-read.ts'
import { articlePath, correctionsPath, homePath, qrEnding } from './paths.ts'
import { getShown, readSurroundings } from './read-article.ts'
import { readCategory } from './read-category.ts'
import { readHome } from './read-home.ts'
import { updateReader } from './update-store.ts'
import { newsWords } from './words.ts'

/** Modules around a QR code, as its standard asks. */
const quietZone = 4
const forADay = 'public, max-age=86400'

const mostOnHome = 5
const mostBesideArticle = 4
const mostBesideList = 3

export function newsPublicRoutes(tools: NewsTools): Router {
  const { database, config, world, show, readTree, readMonths } = tools
  const words = newsWords[config.language]
  const { siteUrl, timeZone } = config
  const updates = updateReader(database.read)
  const categories = categoryReader(database.read)
  const readMostRead = mostReadReader(tools)
  const router = Router()
  router.get(homePath, showHome)
  router.get('/tin-bai/:address', showArticle)
  router.get(`/tin-bai/:address${qrEnding}`, sendQr)
  router.get(correctionsPath, showCorrections)
  router.get('/*path', showCategory)

  async function showHome(_req: Request, res: Response) {
    const now = world.clock.now()
    const mostRead = await readMostRead(mostOnHome)
    await show(res, 'news/home', homePage({ ...(await readHome(tools, now)), mostRead, now, timeZone, words }))
  }

  async function showArticle(req: Request<{ address: string }>, res: Response) {
    const now = world.clock.now()
    const shown = await getShown(database, req.params.address, now)
    const path = articlePath(shown.article)
    if (req.path !== path) return res.redirect(301, path)
    const surroundings = await readSurroundings(tools, shown, now)
    const mostRead = await readMostRead(mostBesideArticle)
    const page = articlePage({ ...shown, ...surroundings, ...config, mostRead, path, words })
    if (page.playsVideos) allowFrames(res, playerOrigins)
    await show(res, 'news/article', page)
  }

  /** As small as it can be, so that it is read from a poor print too. */
  async function sendQr(req: Request<{ address: string }>, res: Response) {
    const { article, ending } = await getShown(database, req.params.address, world.clock.now())
    if (ending?.kind === 'withdrawn') return notFound()
    const path = articlePath(article)
    if (req.path !== path + qrEnding) return res.redirect(301, path + qrEnding)
    const svg = encodeQr(siteUrl + path, 'svg', { border: quietZone, optimize: true })
    res.type('svg').set('Cache-Control', forADay).set('X-Robots-Tag', 'noindex').send(svg)
  }

  async function showCorrections(req: Request, res: Response) {
    const now = world.clock.now()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    const total = await updates.countCorrections(now)
    if (page > countPages(total, correctionsPerPage)) return notFound()
    const corrections = await updates.listCorrections({ page, perPage: correctionsPerPage }, now)
    await show(res, 'news/corrections', correctionsPage({ corrections, page, total, timeZone, words }))
  }

  async function showCategory(req: Request<{ path: string[] }>, res: Response, next: NextFunction) {
    const path = categoryPathIn(req.params.path)
    if (path === null) return next()
    const tree = await readTree()
    const node = tree.findByPath(path) ?? tree.find(await categories.findIdByPath(path))
    if (!node) return next()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    if (req.path !== node.path) return res.redirect(301, pageAddress(node.path, {}, page))
    const now = world.clock.now()
    const content = (await readCategory(database, { node, tree, page, now })) ?? notFound()
    const beside = { months: await readMonths(node), mostRead: await readMostRead(mostBesideList) }
    await show(res, 'news/category', categoryPage({ ...content, ...beside, now, timeZone, words }))
  }

  return router
}

/** Null for what no category can be called, so that it never reaches the database. */
function categoryPathIn(steps: string[]): string | null {
  const path = `/${[steps]
    .flat()
    .filter((step) => step !== '')
    .join('/')}`.toLowerCase()
  return /^[a-z0-9/-]+$/.test(path) ? path : null
}
