import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import express from 'express'
import { mayDo } from '../../src/accounts/index.ts'
import { readAgencyParts } from '../../src/agency/index.ts'
import type { Database } from '../../src/database/index.ts'
import { createDiscussion, type DiscussionParts } from '../../src/discussion/index.ts'
import { assetsPath, readAssets } from '../../src/site/assets.ts'
import { createErrorPages } from '../../src/site/error-page.ts'
import { notFound } from '../../src/site/faults.ts'
import { refuseBrokenText } from '../../src/site/forms.ts'
import { safeHeaders } from '../../src/site/headers.ts'
import type { Desk } from '../../src/site/layout.ts'
import { createShow } from '../../src/site/show.ts'
import {
  createStaffRouter,
  refuseForeignForms,
  rememberVisit,
  type StaffMember,
  type Visit,
} from '../../src/site/staff-router.ts'
import { createViews, type Views } from '../../src/site/views.ts'
import { realWorld } from '../../src/site/world.ts'
import { temporaryDatabase } from '../media/given-media.ts'
import { type Client, createClient } from '../support/client.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import type { Person } from '../support/people.ts'
import { type TestClock, testClock } from '../support/test-clock.ts'
import { countingDatabase, employed, findArticle, listEmployed } from './given-discussion.ts'

export type DiscussionSite = {
  origin: string
  database: Database
  clock: TestClock
  /** Her browser; she is known by a cookie with her id instead of a session. */
  as(person: Person): Client
  idOf(person: Person): Promise<number>
  /** What the room asked of the database while `work` ran. */
  countQueries(work: () => Promise<unknown>): Promise<number>
}

/** Holds the id of her account. */
export const personCookie = 'person'
const root = resolve(import.meta.dirname, '../..')
const standIn = 'editor stand-in'

/** The room alone, beside a page that stands in for the editor: it has a version and what the room shows there. */
export async function discussionSite(): Promise<DiscussionSite> {
  const database = await temporaryDatabase()
  const counted = countingDatabase(database)
  const clock = testClock('2017-02-17T03:00:00Z')
  const world = { ...realWorld('silent'), clock }
  const { origin, answerWith } = await openDoor()
  const config = {
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    siteUrl: origin,
    staffUrl: origin,
    staffPort: null,
  } as const
  const assets = readAssets(resolve(root, 'public'))
  const search = {
    id: '',
    value: '',
    placeholder: null,
    suggestionsPath: '',
    words: { suggested: '', suggestions: '', noSuggestions: '' },
  }
  const readShared = async () => ({
    ...(await readAgencyParts(database)),
    menu: [],
    search: { action: '', formName: '', keywords: '', find: '', input: search },
    feedsAt: () => [],
    card: null,
  })
  const views = withStandIn(createViews(resolve(root, 'views')))
  const { show, showNewsroom } = createShow({
    config,
    world,
    views,
    assets,
    readShared,
    pages: { keep: async () => {} },
  })

  const discussion = createDiscussion({
    config,
    world,
    database: counted.database,
    showNewsroom,
    mayOpen: async (articleId, staff) => {
      const article = await findArticle(database, articleId)
      return article && mayWorkOn(article, staff) ? article : null
    },
    listColleagues: async (articleId) => {
      const article = (await findArticle(database, articleId)) ?? notFound()
      const staff = (await listEmployed(database)).map(memberOf)
      return staff.filter((member) => mayWorkOn(article, member))
    },
    currentVersion: async (articleId) => (await findArticle(database, articleId)) ?? notFound(),
  })

  const own = createStaffRouter()
  own.get('/quan-tri/tai-khoan', 'use-own-account', (_req, res, { desk }) => {
    res.end(`<input name="form-token" value="${desk.formToken}">`)
  })
  own.get('/quan-tri/bai-viet/:id', 'write-articles', async (req, res, visit) => {
    const article = (await findArticle(database, Number(req.params['id']))) ?? notFound()
    const parts = await discussion.readParts(article.id, visit)
    await showNewsroom(res, standIn, { ...article, parts } as StandIn, visit.desk)
  })

  const site = express().disable('etag')
  site.use(safeHeaders(origin), refuseForeignForms(origin))
  site.get(`${assetsPath}/:fingerprint/*path`, assets.answer)
  site.get('/favicon.ico', (req, res) => assets.answerFile(req, res, 'images/favicon.ico'))
  site.use(async (req, res, next) => {
    const staff = (await listEmployed(database)).find(({ id }) => req.get('cookie') === `${personCookie}=${id}`)
    if (staff) rememberVisit(res, visitOf(memberOf(staff)))
    next()
  })
  site.use(express.urlencoded({ extended: false, limit: '1mb', verify: refuseBrokenText }))
  site.use(own.router, discussion.staffRoutes.router, () => notFound())
  site.use(createErrorPages({ config, world, show, pages: { answerWithLast: () => false } }).error)
  answerWith(site)

  const idOf = (person: Person) => employed(database, person)
  return {
    origin,
    database,
    clock,
    as: (person) =>
      createClient(origin, {}, async ({ cookies }) => void cookies.set(personCookie, String(await idOf(person)))),
    idOf,
    countQueries: counted.countQueries,
  }
}

const mayWorkOn = (article: { createdBy: number | null }, staff: StaffMember) =>
  article.createdBy === staff.id || staff.may('edit-all-articles')

const memberOf = ({ id, name, email, role }: Omit<Person, 'password'> & { id: number }): StaffMember => ({
  id,
  name,
  email,
  categoryIds: null,
  may: (permission) => mayDo(role, permission),
})

function visitOf(staff: StaffMember): Visit {
  const formToken = `token-of-${staff.id}`
  const desk: Desk = { name: staff.name, role: '', accountPath: '/', signOutPath: '/', formToken, entries: [] }
  return { staff, sessionHash: '', desk, isFormToken: (token) => token === formToken }
}

type StandIn = { title: string; version: number; parts: DiscussionParts }

function withStandIn(views: Views): Views {
  const editor = ({ version, parts }: StandIn, site: object) => `<main id="main">
    <h1>Sửa tin</h1>
    ${views.render('discussion/parts/presence', parts.presence, site)}
    <form data-editor><input type="hidden" name="version" value="${version}"></form>
    ${views.render('discussion/parts/comments', parts.comments, site)}</main>`
  return {
    render: (name, page, site) => (name === standIn ? editor(page as StandIn, site) : views.render(name, page, site)),
  }
}

async function openDoor() {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closeAfterTest(async () => {
    server.close()
    server.closeAllConnections()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (site: express.Express) => void server.on('request', site),
  }
}
