import { type Request, type Response, Router } from 'express'
import { type CategoryNode, type CategoryTree, categoryReader } from '../categories/index.ts'
import { dayCountReader, type LabelKind, labelReader } from '../listings/index.ts'
import { articleReader, type List, type LongList } from '../news/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import { countPages, pageNumber, pageParameter } from '../site/pagination.ts'
import type { ArchiveTools } from './index.ts'
import { labelPage, labelPerPage } from './label-page.ts'
import { latestPage, latestPerPage } from './latest-page.ts'
import { mostReadPage } from './most-read-page.ts'
import { afterParameter, archivePath, categoryParameter, latestPath, mostReadPath, siteMapPath } from './paths.ts'
import { periodOf } from './period.ts'
import { periodPage } from './period-page.ts'
import { readPeriod, readStories, readYear } from './read-archive.ts'
import { siteMapPage } from './site-map-page.ts'
import { listUnits } from './unit-store.ts'
import { archiveWords } from './words.ts'
import { yearPage } from './year-page.ts'

const mostRanked = 20

/** Whatever else stands there never reaches the database. */
const isSlug = (text: string) => /^[a-z0-9-]+$/.test(text)

export function archivePublicRoutes({
  config,
  database,
  world,
  show,
  readTree,
  listMostRead,
  systemPages,
}: ArchiveTools): Router {
  const { language, timeZone } = config
  const words = archiveWords[language]
  const articles = articleReader(database.read)
  const asking = () => ({ database, now: world.clock.now(), timeZone })
  const router = Router()
  router.get(archivePath(), showArchive)
  router.get('/luu-tru/:year', showYear)
  router.get('/luu-tru/:year/:month', showPeriod)
  router.get('/luu-tru/:year/:month/:day', showPeriod)
  router.get(latestPath, showLatest)
  router.get(mostReadPath, showMostRead)
  router.get('/tu-khoa/:slug', (req, res) => showLabel('tag', req, res))
  router.get('/tac-gia/:slug', (req, res) => showLabel('author', req, res))
  router.get(siteMapPath, showSiteMap)

  async function showArchive(req: Request, res: Response) {
    const content = await readYear(asking(), { ...(await narrowedTo(req)), year: null })
    await show(res, 'archive/year', yearPage({ ...content, words }))
  }

  async function showYear(req: Request<{ year: string }>, res: Response) {
    const period = periodOf(req.params.year) ?? notFound()
    const content = await readYear(asking(), { ...(await narrowedTo(req)), year: period.key })
    await show(res, 'archive/year', yearPage({ ...content, words }))
  }

  async function showPeriod(req: Request<{ year: string; month: string; day?: string }>, res: Response) {
    const { year, month, day } = req.params
    const period = periodOf(year, month, day) ?? notFound()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    const content = (await readPeriod(asking(), { ...(await narrowedTo(req)), period, page })) ?? notFound()
    await show(res, 'archive/period', periodPage({ ...content, language, words }))
  }

  async function showLatest(req: Request, res: Response) {
    const after = req.query[afterParameter]
    const afterId = after === undefined ? null : (idFrom(after) ?? notFound())
    const { now } = asking()
    const all: List = { kind: 'all' }
    const headlines =
      afterId === null
        ? await articles.listNewestOf(all, now, latestPerPage + 1)
        : await articles.listOlder(all, (await articles.findPlace(afterId, now)) ?? notFound(), now, latestPerPage + 1)
    const stories = await readStories(asking(), headlines.slice(0, latestPerPage), await readTree())
    const hasMore = headlines.length > latestPerPage
    await show(res, 'archive/latest', latestPage({ ...stories, afterId, hasMore, words }))
  }

  async function showMostRead(_req: Request, res: Response) {
    const headlines = (await articles.listByIds(listMostRead(), world.clock.now())).slice(0, mostRanked)
    await show(res, 'archive/most-read', mostReadPage({ headlines, words }))
  }

  async function showLabel(kind: LabelKind, req: Request<{ slug: string }>, res: Response) {
    const { now } = asking()
    const page = pageNumber(req.query[pageParameter]) ?? notFound()
    const slug = isSlug(req.params.slug) ? req.params.slug : notFound()
    const label = (await labelReader(database.read).find(kind, slug, now)) ?? notFound()
    const list: LongList = { kind: 'label', id: label.id }
    const total = await articles.countOf(list, now)
    if (page > countPages(total, labelPerPage)) return notFound()
    const headlines = await articles.listSlice(list, { page, perPage: labelPerPage }, now)
    const ids = headlines.map(({ id }) => id)
    const units = kind === 'author' ? await listUnits(database.read, ids) : []
    const stories = await readStories(asking(), headlines, await readTree())
    await show(res, 'archive/label', labelPage({ ...stories, label, units, page, total, words }))
  }

  async function showSiteMap(_req: Request, res: Response) {
    const counts = dayCountReader(database.read, asking())
    const years = await counts.countBy('year', { from: '', to: '9999-12-31' })
    await show(res, 'archive/site-map', siteMapPage({ pages: systemPages, years, words }))
  }

  /** An old address of a category finds it too. */
  async function narrowedTo(req: Request): Promise<{ category: CategoryNode | null; tree: CategoryTree }> {
    const tree = await readTree()
    const wanted = req.query[categoryParameter]
    if (wanted === undefined || wanted === '') return { category: null, tree }
    if (typeof wanted !== 'string' || !wanted.split('/').every(isSlug)) return notFound()
    const path = `/${wanted}`
    const findOld = async () => tree.find(await categoryReader(database.read).findIdByPath(path))
    return { category: tree.findByPath(path) ?? (await findOld()) ?? notFound(), tree }
  }

  return router
}
