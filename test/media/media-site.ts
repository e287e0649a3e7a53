import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import express from 'express'
import type { Database } from '../../src/database/index.ts'
import { createMedia } from '../../src/media/index.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { createErrorPages } from '../../src/site/error-page.ts'
import { icons } from '../../src/site/icons.ts'
import type { Permission } from '../../src/site/permissions.ts'
import type { ShowNewsroom } from '../../src/site/show.ts'
import { rememberVisit, type Visit } from '../../src/site/staff-router.ts'
import { createViews } from '../../src/site/views.ts'
import { siteWords } from '../../src/site/words.ts'
import { realWorld } from '../../src/site/world.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { testClock } from '../support/test-clock.ts'
import { temporaryDatabase, temporaryFolder } from './given-media.ts'

export const formToken = 'the-token'
const views = createViews(resolve(import.meta.dirname, '../../views'))
const desk = { name: 'Hương', role: '', accountPath: '', signOutPath: '', formToken, entries: [] }
const visit: Omit<Visit, 'staff'> = {
  sessionHash: '',
  desk,
  isFormToken: (token) => token === formToken,
}

export type MediaSite = {
  origin: string
  port: number
  database: Database
  uploads: string
  rerendered: number[]
  /** Files below the folder of uploads. */
  listFiles(): Promise<string[]>
}

/** Sent with a request, it comes from somebody else who may do the same. */
export const asColleague = { 'x-colleague': '1' }

/** The room alone, behind an open door: somebody who may do only this asks everything. */
export async function mediaSite(permissions: Permission[] = ['manage-pictures']): Promise<MediaSite> {
  const database = await temporaryDatabase()
  const uploads = await temporaryFolder()
  const world = { ...realWorld('silent'), clock: testClock('2017-02-16T01:58:00Z') }
  const config = { uploads, language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const
  const rerendered: number[] = []
  const rerender = async (id: number) => void rerendered.push(id)
  const media = createMedia({
    config,
    database,
    world,
    showNewsroom: showAlone,
    search: pictureSearch(database),
    rerender,
  })
  const { error } = createErrorPages({
    config,
    world,
    show: () => Promise.reject(new Error('no layout here')),
    pages: { answerWithLast: () => false },
  })
  const [id, colleagueId] = [await employ(database, 'huong'), await employ(database, 'binh')]

  const site = express().disable('etag')
  site.use((req, res, next) => {
    const staff = {
      id: req.get('x-colleague') ? colleagueId : id,
      name: 'Hương',
      email: '',
      categoryIds: null,
      may: (permission: Permission) => permissions.includes(permission),
    }
    rememberVisit(res, { ...visit, staff })
    next()
  })
  site.use(express.urlencoded({ extended: false }), media.staffRoutes.router, media.publicRoutes, error)
  const server = createServer(site)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closeAfterTest(async () => {
    server.close()
    server.closeAllConnections()
    await media.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    database,
    uploads,
    rerendered,
    listFiles: () => listFiles(uploads),
  }
}

/** The view without its layout, which belongs to the whole portal. */
const showAlone: ShowNewsroom = async (res, view, page, itsDesk, status = 200) => {
  const site = { words: siteWords.vi, icons, asset: (file: string) => `/tep-tinh/${file}` }
  res
    .status(status)
    .type('html')
    .end(views.render(view, { ...page, desk: itsDesk }, site))
}

async function employ({ write }: Database, mailbox: string): Promise<number> {
  const person = {
    email: `${mailbox}@dakpo.gialai.gov.vn`,
    name: 'Lan Hương',
    role: 'reporter',
    created_at: '2017-01-01T00:00:00.000Z',
  }
  return (await write.insertInto('staff').values(person).returning('id').executeTakeFirstOrThrow()).id
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
