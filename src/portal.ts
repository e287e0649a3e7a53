import { resolve } from 'node:path'
import express, { type Express, type RequestHandler, Router } from 'express'
import { accountWords, createAccounts, listStaffMembers } from './accounts/index.ts'
import { createAgency, readAgencyParts } from './agency/index.ts'
import { articleLinks } from './article-links.ts'
import { createArticles, deskArticleReader, findArticleFor, listWhoMayOpen } from './articles/index.ts'
import { createAudit } from './audit/index.ts'
import { createCategories, readMenu } from './categories/index.ts'
import type { Config } from './config.ts'
import { createDashboard } from './dashboard/index.ts'
import { type Database, migrate, openDatabase, type Writer } from './database/index.ts'
import { createDiscussion, eraseDiscussion } from './discussion/index.ts'
import { createDocuments, eraseAttachments } from './documents/index.ts'
import { createFeeds } from './feeds/index.ts'
import { createMedia } from './media/index.ts'
import { createNews } from './news/index.ts'
import { createNewsdesk } from './newsdesk/index.ts'
import { newsroomMenu } from './newsroom-menu.ts'
import { answerSentence, createPreviews, erasePreviews, latestAnswer, previewWords } from './previews/index.ts'
import { createReaderReports, eraseReports } from './reader-reports/index.ts'
import { createRevisions } from './revisions/index.ts'
import { createRules } from './rules/index.ts'
import { isUntouched, loadSample } from './sample/index.ts'
import {
  createSearch,
  deskSearchWriter,
  type Progress,
  pictureSearch,
  searchBox,
  searchWords,
  searchWriter,
} from './search/index.ts'
import { assetsPath, readAssets } from './site/assets.ts'
import { createErrorPages } from './site/error-page.ts'
import { notFound } from './site/faults.ts'
import { refuseBrokenText } from './site/forms.ts'
import { privateHeaders, safeHeaders } from './site/headers.ts'
import { createShow } from './site/show.ts'
import { refuseForeignForms, type StaffRoute } from './site/staff-router.ts'
import { createViews } from './site/views.ts'
import type { World } from './site/world.ts'

export type Portal = {
  /** Answers readers, and staff too unless staff have a port of their own. */
  publicSite: Express
  /** Answers staff alone; null without `STAFF_PORT`. */
  staffSite: Express | null
  database: Database
  staffRoutes: StaffRoute[]
  /** Fills an installation that nobody has used yet with the sample district; false when somebody has. */
  fillIfUntouched(): Promise<boolean>
  /** Makes HTML and search indexes again that an older version made. */
  renewOutdated(): Promise<void>
  /** What the passing of time brings with it: for the start and once a minute. Running it late or twice does no harm. */
  catchUp(): Promise<void>
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
  const readShared = async () => ({
    ...(await readAgencyParts(database)),
    menu: await readMenu(database),
    search: searchBox(searchWords[config.language]),
  })
  const { show, showNewsroom, showPart } = createShow({ config, world, views, assets, readShared })
  const tools = { config, world, database, assets, show, showNewsroom }

  const agency = createAgency(tools)
  const rules = createRules(tools)
  const audit = createAudit({ ...tools, roleNames: accountWords[config.language].roleNames })
  const feeds = createFeeds()
  const news = createNews(tools)
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
  const newsdesk = createNewsdesk({
    ...tools,
    showPart,
    readApproval,
    linksAbout: articleLinks(config.language),
    markdown: articles.markdown,
    readDiscussion: discussion.readParts,
  })
  const revisions = createRevisions({ ...tools, markdown: articles.markdown, restore: articles.restoreEdition })
  const media = createMedia({ ...tools, search: pictureSearch(database), rerender: articles.rerenderPicture })
  const documents = createDocuments({ ...tools, reindex: followArticles })
  const previews = createPreviews({ ...tools, readPreview: newsdesk.readPreview, sendPicture: media.sendPrivately })
  const search = createSearch(tools)
  const categories = createCategories({ ...tools, relist: articles.relist, reindex: search.reindexCategory })
  const reports = createReaderReports(tools)
  const dashboard = createDashboard(tools)
  const menu = newsroomMenu(config.language, { hasReports: reports.isInUse })
  const accounts = createAccounts({ ...tools, menu })
  const staffRooms = [
    dashboard.staffRoutes,
    newsdesk.staffRoutes,
    discussion.staffRoutes,
    revisions.staffRoutes,
    previews.staffRoutes,
    reports.staffRoutes,
    media.staffRoutes,
    documents.staffRoutes,
    categories.staffRoutes,
    search.staffRoutes,
    agency.staffRoutes,
    rules.staffRoutes,
    accounts.staffRoutes,
    audit.staffRoutes,
  ]

  const errors = createErrorPages({ config, world, show })
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
    feeds.publicRoutes,
    agency.publicRoutes,
    media.publicRoutes,
    documents.publicRoutes,
    search.publicRoutes,
    reports.publicRoutes,
    previews.publicRoutes,
    // Last: whatever no other room answers may be the address of a category.
    news.publicRoutes,
    errors.unknownAddress,
  )

  const publicSite = createSite()
  if (!config.staffPort) publicSite.use(onlyNewsroom(staffPages))
  publicSite.use(publicPages, errors.error)

  const staffSite = config.staffPort ? createSite() : null
  staffSite?.get('/', (_req, res) => res.redirect(303, '/quan-tri'))
  staffSite?.use(onlyNewsroom(staffPages), errors.unknownAddress, errors.error)

  async function readApproval({ id, editionId }: { id: number; editionId: number }): Promise<string | null> {
    const answer = await latestAnswer(database.read, id)
    if (answer?.editionId !== editionId) return null
    return answerSentence(answer, config.timeZone, previewWords[config.language])
  }

  /** Whoever searches finds articles by what their documents say. */
  async function followArticles(transaction: Writer, articleIds: number[]): Promise<void> {
    const readers = searchWriter(database, transaction, world.clock.now())
    for (const id of articleIds) {
      await readers.follow(id)
      await deskSearchWriter(database, transaction).followArticle(id)
    }
  }

  function createSite(): Express {
    const site = express()
    site.disable('x-powered-by')
    site.disable('etag')
    site.set('trust proxy', [...config.trustProxy])
    site.use(safeHeaders(config.siteUrl))
    site.get(`${assetsPath}/:fingerprint/*path`, assets.answer)
    site.get('/favicon.ico', (req, res) => assets.answerFile(req, res, 'images/favicon.ico'))
    return site
  }

  return {
    publicSite,
    staffSite,
    database,
    staffRoutes: staffRooms.flatMap((room) => room.routes),
    fillIfUntouched: async () => {
      if (!(await isUntouched(database))) return false
      await loadSample({ ...tools, markdown: articles.markdown })
      return true
    },
    renewOutdated: async () => {
      await articles.rerenderOutdated()
      await search.rebuildOutdated()
    },
    catchUp: async () => {
      await articles.catchUp()
      await media.catchUp()
      await reports.forgetContacts()
    },
    rebuildSearch: search.rebuild,
    close: async () => {
      await media.close()
      await documents.close()
      await articles.close()
      await database.close()
    },
  }
}

/** Everything that is kept beside an article and is nobody's once it is erased. */
async function eraseElsewhere(transaction: Writer, articleId: number): Promise<void> {
  await eraseDiscussion(transaction, articleId)
  await eraseReports(transaction, articleId)
  await eraseAttachments(transaction, articleId)
  await erasePreviews(transaction, articleId)
}

/** Public pages must know neither session nor cookie, so nothing of the newsroom runs outside its own addresses. */
function onlyNewsroom(staffPages: RequestHandler): RequestHandler {
  return (req, res, next) => (isInside(req.path) ? staffPages(req, res, next) : next())
}

const isInside = (path: string) => /^\/quan-tri(\/|$)/i.test(path)
