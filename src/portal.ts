import type { RequestListener } from 'node:http'
import { resolve } from 'node:path'
import express, { type Express, Router } from 'express'
import { accountWords, createAccounts, listStaffMembers } from './accounts/index.ts'
import { contactPath, createAgency } from './agency/index.ts'
import { type Announcements, createAnnouncements } from './announcements/index.ts'
import { createApi } from './api/index.ts'
import { createArchive } from './archive/index.ts'
import { articleLinks } from './article-links.ts'
import { createArticles, deskArticleReader, findArticleFor, listWhoMayOpen } from './articles/index.ts'
import { createAudit } from './audit/index.ts'
import { createCards } from './cards/index.ts'
import { createCategories } from './categories/index.ts'
import type { Config } from './config.ts'
import { createDashboard } from './dashboard/index.ts'
import { type Database, migrate, openDatabase } from './database/index.ts'
import { createDiscussion } from './discussion/index.ts'
import { createDocuments } from './documents/index.ts'
import { eraseElsewhere } from './erase-elsewhere.ts'
import { createFeeds, mayBePerson } from './feeds/index.ts'
import { renewListings } from './listings/index.ts'
import { createMedia } from './media/index.ts'
import { createMetrics, type Metrics } from './metrics/index.ts'
import { articleIdIn, createNews, findSharedTitle, nextMoment } from './news/index.ts'
import { createNewsdesk, deskArticlePath } from './newsdesk/index.ts'
import { newsroomMenu } from './newsroom-menu.ts'
import { createPreviews, readApproval } from './previews/index.ts'
import { createReaderReports } from './reader-reports/index.ts'
import { createReadership } from './readership/index.ts'
import { createRedirects } from './redirects/index.ts'
import { reindexArticles } from './reindex-articles.ts'
import { createRevisions } from './revisions/index.ts'
import { createRules } from './rules/index.ts'
import { isUntouched, loadSample } from './sample/index.ts'
import { createSearch, type Progress, pictureSearch } from './search/index.ts'
import { createSharedParts } from './shared-parts.ts'
import { readAssets } from './site/assets.ts'
import { type AddressOf, clientAddress } from './site/client-address.ts'
import { createSite } from './site/create-site.ts'
import { createErrorPages } from './site/error-page.ts'
import { notFound } from './site/faults.ts'
import { refuseBrokenText } from './site/forms.ts'
import { privateHeaders } from './site/headers.ts'
import { createIndexing } from './site/indexing.ts'
import { isInside, onlyNewsroom } from './site/newsroom-only.ts'
import { createPageCache } from './site/page-cache.ts'
import { createShow } from './site/show.ts'
import { refuseForeignForms, type StaffRoute } from './site/staff-router.ts'
import { createViews } from './site/views.ts'
import type { World } from './site/world.ts'
import { indexedPages, ownPages, sitePages } from './site-pages.ts'
import { createWordDrafts } from './word-drafts/index.ts'

export type Portal = {
  /** Answers readers, and staff too unless staff have a port of their own. */
  publicSite: RequestListener
  /** Answers staff alone; null without `STAFF_PORT`. */
  staffSite: Express | null
  database: Database
  staffRoutes: StaffRoute[]
  metrics: Metrics
  /** Who is told of articles: for the process that leads. */
  announcements: Pick<Announcements, 'settle' | 'deliver'>
  /** Fills an installation that nobody has used yet with the sample district; false when somebody has. */
  fillIfUntouched(): Promise<boolean>
  /** Makes HTML and search indexes again that an older version made. */
  renewOutdated(): Promise<void>
  /** What the passing of time brings with it: for the start and once a minute. Running it late or twice does no harm. */
  catchUp(): Promise<void>
  /** The part of it that each process does for itself, when another does the rest: what it counted in memory. */
  catchUpHere(): Promise<void>
  /** Makes every search index again while everybody goes on; gives how many entries it made. */
  rebuildSearch(onProgress: Progress): Promise<number>
  close(): Promise<void>
}

const root = resolve(import.meta.dirname, '..')
export const migrationsFolder = resolve(root, 'migrations')
/** A whole article with room to spare; longer ones are refused by the form, with everything typed kept. */
const largestForm = '8mb'

/** The plan of the house: builds every room by hand and mounts every route. */
export async function createPortal(config: Config, world: World): Promise<Portal> {
  const database = await openDatabase(config)
  await migrate(database, migrationsFolder)

  const views = createViews(resolve(root, 'views'))
  const assets = readAssets(resolve(root, 'public'))
  const addressOf: AddressOf = (req) => clientAddress(req, publicSite.get('trust proxy fn'))
  const readership = createReadership({ config, world, articleIdIn, addressOf })
  const pages = createPageCache({
    world,
    contentVersion: database.contentVersion,
    nextMoment: async (now) => readership.orNextRanking(await nextMoment(database.read, now, config.timeZone)),
    mostBytes: config.pageCacheMegabytes * 1024 * 1024,
  })
  const indexing = createIndexing(config)
  const shared = createSharedParts({ config, database })
  const { show, showNewsroom, showPart } = createShow({ config, world, views, assets, pages, ...shared })
  const tools = { config, world, database, assets, show, showNewsroom, ...shared }

  const agency = createAgency(tools)
  const rules = createRules(tools)
  const audit = createAudit({ ...tools, roleNames: accountWords[config.language].roleNames })
  const feeds = createFeeds({ ...tools, indexing, pages, pagePaths: indexedPages(contactPath) })
  const archive = createArchive({ ...tools, ...readership, systemPages: sitePages(config.language, contactPath) })
  const news = createNews({ ...tools, ...readership, readMonths: archive.readMonths })
  const cards = createCards({ ...tools, findTitle: (id) => findSharedTitle(database, id, world.clock.now()) })
  const articles = createArticles({ ...tools, eraseElsewhere })
  const discussion = createDiscussion({
    ...tools,
    mayOpen: async (id, staff) => {
      const article = await findArticleFor(database, id, staff)
      return article && { title: article.content.title }
    },
    listColleagues: async (id) => listWhoMayOpen(database, id, await listStaffMembers(database.read)),
    currentVersion: async (id) => (await deskArticleReader(database.read).find(id)) ?? notFound(),
  })
  const media = createMedia({ ...tools, search: pictureSearch(database), rerender: articles.rerenderPicture })
  const documents = createDocuments({ ...tools, reindex: reindexArticles(tools) })
  const wordDrafts = createWordDrafts({
    ...tools,
    markdown: articles.markdown,
    pictures: media.intake,
    documents: documents.intake,
  })
  const newsdesk = createNewsdesk({
    ...tools,
    showPart,
    readApproval: (edition) => readApproval(tools, edition),
    linksAbout: articleLinks(config.language),
    markdown: articles.markdown,
    readDiscussion: discussion.readParts,
    wordFiles: wordDrafts.opening,
  })
  const revisions = createRevisions({ ...tools, markdown: articles.markdown, restore: articles.restoreEdition })
  const previews = createPreviews({ ...tools, readPreview: newsdesk.readPreview, sendPicture: media.sendPrivately })
  const search = createSearch(tools)
  const categories = createCategories({ ...tools, relist: articles.relist, reindex: search.reindexCategory })
  const reports = createReaderReports(tools)
  const dashboard = createDashboard(tools)
  const announcements = createAnnouncements({ ...tools, articleDeskPath: deskArticlePath })
  const redirects = createRedirects({ ...tools, pages: ownPages(contactPath) })
  const menu = newsroomMenu(config.language, { hasReports: reports.isInUse })
  const accounts = createAccounts({ ...tools, menu })
  const staffRooms = [
    dashboard.staffRoutes,
    // Before the newsdesk, which takes whatever follows its own address for the number of an article.
    wordDrafts.staffRoutes,
    newsdesk.staffRoutes,
    discussion.staffRoutes,
    revisions.staffRoutes,
    previews.staffRoutes,
    reports.staffRoutes,
    media.staffRoutes,
    documents.staffRoutes,
    categories.staffRoutes,
    redirects.staffRoutes,
    search.staffRoutes,
    agency.staffRoutes,
    rules.staffRoutes,
    announcements.staffRoutes,
    accounts.staffRoutes,
    audit.staffRoutes,
  ]

  const errors = createErrorPages({ config, world, show, pages })
  const staffPages = Router().use(
    privateHeaders,
    refuseForeignForms(config.siteUrl),
    accounts.gateRoutes,
    accounts.requireSignIn,
    express.urlencoded({ extended: false, limit: largestForm, parameterLimit: 2_000, verify: refuseBrokenText }),
    ...staffRooms.map((room) => room.router),
    errors.unknownAddress,
  )
  const publicPages = Router().use(
    redirects.home,
    feeds.publicRoutes,
    announcements.publicRoutes,
    createApi({ ...tools, pages }).publicRoutes,
    agency.publicRoutes,
    media.publicRoutes,
    cards.publicRoutes,
    documents.publicRoutes,
    search.publicRoutes,
    reports.publicRoutes,
    previews.publicRoutes,
    archive.publicRoutes,
    // Last: whatever no other room answers may be the address of a category.
    news.publicRoutes,
    errors.unknownAddress,
    redirects.missing,
  )

  const queues = { pictures: media.inHand, documents: documents.inHand, words: wordDrafts.inHand }
  const metrics = createMetrics({ ...tools, pages, queues: { ...queues, texts: articles.markdown.inHand } })
  const publicSite = createSite(config, assets, metrics.watch)
  if (!config.staffPort) publicSite.use(onlyNewsroom(staffPages))
  publicSite.use(publicPages, errors.error)

  const staffSite = config.staffPort ? createSite(config, assets, metrics.watch) : null
  staffSite?.get('/', (_req, res) => res.redirect(303, '/quan-tri'))
  staffSite?.use(onlyNewsroom(staffPages), errors.unknownAddress, errors.error)

  async function catchUpHere(): Promise<void> {
    await readership.catchUp()
    await redirects.catchUp()
  }

  return {
    publicSite: (req, res) => {
      indexing.guard(req, res)
      readership.watch(req, res)
      if (isInside(req.url ?? '/') || mayBePerson(req) || redirects.mayBeOldHome(req.url ?? '/')) publicSite(req, res)
      else pages.answer(req, res, () => publicSite(req, res))
    },
    staffSite,
    database,
    staffRoutes: staffRooms.flatMap((room) => room.routes),
    metrics,
    announcements,
    fillIfUntouched: async () => {
      if (!(await isUntouched(database))) return false
      await loadSample({ ...tools, markdown: articles.markdown })
      return true
    },
    renewOutdated: async () => {
      await articles.rerenderOutdated()
      await renewListings(tools)
      await search.rebuildOutdated()
    },
    catchUp: async () => {
      await articles.catchUp()
      await media.catchUp()
      await wordDrafts.catchUp()
      await reports.forgetContacts()
      await announcements.catchUp()
      await catchUpHere()
    },
    catchUpHere,
    rebuildSearch: search.rebuild,
    close: async () => {
      metrics.close()
      await announcements.close()
      await wordDrafts.close()
      await media.close()
      await cards.close()
      await documents.close()
      await articles.close()
      await readership.close()
      await redirects.close()
      await database.close()
    },
  }
}
