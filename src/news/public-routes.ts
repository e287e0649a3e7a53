import { type NextFunction, type Request, type Response, Router } from 'express'
import { categoryReader } from '../categories/index.ts'
import { gone, notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import { pageAddress, pageNumber, pageParameter } from '../site/pagination.ts'
import type { Article } from './article.ts'
import { articlePage } from './article-page.ts'
import { articleReader } from './article-store.ts'
import { categoryPage } from './category-page.ts'
import { homePage } from './home-page.ts'
import type { NewsTools } from './index.ts'
import { articlePath, homePath } from './paths.ts'
import { readSurroundings } from './read-article.ts'
import { readCategory } from './read-category.ts'
import { readHome } from './read-home.ts'
import { newsWords } from './words.ts'

export function newsPublicRoutes({ database, config, world, show }: NewsTools): Router {
  const words = newsWords[config.language]
  const { siteUrl, timeZone } = config
  const articles = articleReader(database.read)
  const categories = categoryReader(database.read)
  const router = Router()
  router.get(homePath, showHome)
  router.get('/tin-bai/:address', showArticle)
  router.get('/*path', showCategory)

  async function showHome(_req: Request, res: Response) {
    const now = world.clock.now()
    await show(res, 'news/home', homePage({ ...(await readHome(database, now)), now, timeZone, words }))
  }

  async function showArticle(req: Request<{ address: string }>, res: Response) {
    const now = world.clock.now()
    const article = await findArticle(idIn(req.params.address), now)
    const path = articlePath(article)
    if (req.path !== path) return res.redirect(301, path)
    const surroundings = await readSurroundings(database, article, now)
    await show(res, 'news/article', articlePage({ article, ...surroundings, path, siteUrl, timeZone, words }))
  }

  async function findArticle(id: number, now: string): Promise<Article> {
    const article = await articles.findPublished(id, now)
    if (article) return article
    const absence = await articles.findAbsence(id, now)
    return absence ? gone(absence.since) : notFound()
  }

  async function showCategory(req: Request<{ path: string[] }>, res: Response, next: NextFunction) {
    const path = categoryPathIn(req.params.path)
    const id = path === null ? null : await categories.findIdByPath(path)
    const tree = await categories.getTree()
    const node = tree.find(id)
    if (!node) return next()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    if (req.path !== node.path) return res.redirect(301, pageAddress(node.path, {}, page))
    const content = (await readCategory(database, { node, tree, page, now: world.clock.now() })) ?? notFound()
    await show(res, 'news/category', categoryPage({ ...content, timeZone, words }))
  }

  return router
}

/** The number at the end counts; the words before it are for people. */
const idIn = (address: string): number => idFrom(address.match(/(?:^|-)(\d+)$/)?.[1]) ?? notFound()

/** Null for what no category can be called, so that it never reaches the database. */
function categoryPathIn(steps: string[]): string | null {
  const path = `/${[steps]
    .flat()
    .filter((step) => step !== '')
    .join('/')}`.toLowerCase()
  return /^[a-z0-9/-]+$/.test(path) ? path : null
}
