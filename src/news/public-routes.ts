import { type NextFunction, type Request, type Response, Router } from 'express'
import { categoryReader } from '../categories/index.ts'
import { notFound } from '../site/faults.ts'
import { countPages, pageAddress, pageNumber, pageParameter } from '../site/pagination.ts'
import { articlePage } from './article-page.ts'
import { categoryPage } from './category-page.ts'
import { correctionsPage, correctionsPerPage } from './corrections-page.ts'
import { homePage } from './home-page.ts'
import type { NewsTools } from './index.ts'
import { articlePath, correctionsPath, homePath } from './paths.ts'
import { getShown, readSurroundings } from './read-article.ts'
import { readCategory } from './read-category.ts'
import { readHome } from './read-home.ts'
import { updateReader } from './update-store.ts'
import { newsWords } from './words.ts'

export function newsPublicRoutes({ database, config, world, show }: NewsTools): Router {
  const words = newsWords[config.language]
  const { siteUrl, timeZone } = config
  const updates = updateReader(database.read)
  const categories = categoryReader(database.read)
  const router = Router()
  router.get(homePath, showHome)
  router.get('/tin-bai/:address', showArticle)
  router.get(correctionsPath, showCorrections)
  router.get('/*path', showCategory)

  async function showHome(_req: Request, res: Response) {
    const now = world.clock.now()
    await show(res, 'news/home', homePage({ ...(await readHome(database, now)), now, timeZone, words }))
  }

  async function showArticle(req: Request<{ address: string }>, res: Response) {
    const now = world.clock.now()
    const shown = await getShown(database, req.params.address, now)
    const path = articlePath(shown.article)
    if (req.path !== path) return res.redirect(301, path)
    const surroundings = await readSurroundings(database, shown, { now, language: config.language })
    await show(res, 'news/article', articlePage({ ...shown, ...surroundings, path, siteUrl, timeZone, words }))
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
    const id = path === null ? null : await categories.findIdByPath(path)
    const tree = await categories.getTree()
    const node = tree.find(id)
    if (!node) return next()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    if (req.path !== node.path) return res.redirect(301, pageAddress(node.path, {}, page))
    const now = world.clock.now()
    const content = (await readCategory(database, { node, tree, page, now })) ?? notFound()
    await show(res, 'news/category', categoryPage({ ...content, now, timeZone, words }))
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
