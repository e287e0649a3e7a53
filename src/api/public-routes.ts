import { type ErrorRequestHandler, type NextFunction, type Request, type Response, Router } from 'express'
import { Fault } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import { sendKeptText, sendText } from '../site/send-text.ts'
import { guidePage } from './guide-page.ts'
import type { ApiTools } from './index.ts'
import { readDocumentsRequest, readListRequest } from './list-request.ts'
import { openApi } from './openapi.ts'
import {
  apiRoot,
  articleItemPath,
  articlesPath,
  categoriesPath,
  documentsPath,
  guidePath,
  openApiPath,
} from './paths.ts'
import { Problem, type ProblemStatus, problemRecord } from './problem.ts'
import { readArticle, readArticles, readCategories, readDocuments, readLicence } from './read-api.ts'
import { apiWords } from './words.ts'

/** What is scheduled appears within a minute. */
const forAMinute = 'public, max-age=60'
const forADay = '86400'
const type = 'application/json'

export function apiPublicRoutes(tools: ApiTools): Router {
  const { config, world, show, pages } = tools
  const words = apiWords[config.language]
  const router = Router()
  router.get(guidePath, showGuide)
  router.use(apiRoot, openToAll)
  router.get(apiRoot, (_req, res) => res.redirect(302, guidePath))
  router.get(articlesPath, sendArticles)
  router.get(articleItemPath(':id'), sendArticle)
  router.get(categoriesPath, sendCategories)
  router.get(documentsPath, sendDocuments)
  router.get(openApiPath, sendOpenApi)
  router.use(apiRoot, refuse, answerProblem as ErrorRequestHandler)

  async function showGuide(_req: Request, res: Response) {
    const licence = await readLicence(tools)
    await show(res, 'api/guide', guidePage({ words, licence, siteUrl: config.siteUrl }))
  }

  /** Nothing here is meant for one person, so a page of any other site may read it. */
  function openToAll(req: Request, res: Response, next: NextFunction) {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' })
    res.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Robots-Tag': 'noindex' })
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    res.set('Allow', 'GET, HEAD, OPTIONS')
    if (req.method !== 'OPTIONS') throw new Problem(405)
    res.set({ 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': 'If-None-Match' })
    res.set('Access-Control-Max-Age', forADay).status(204).end()
  }

  async function sendArticles(req: Request, res: Response) {
    const wish = readListRequest(req.query, { timeZone: config.timeZone, words })
    sendList(res, await readArticles(tools, wish, world.clock.now()))
  }

  async function sendArticle(req: Request<{ id: string }>, res: Response) {
    const id = idFrom(req.params.id)
    if (id === null) throw new Problem(404)
    await send(res, await readArticle(tools, id, world.clock.now()))
  }

  async function sendCategories(_req: Request, res: Response) {
    await send(res, await readCategories(tools))
  }

  async function sendDocuments(req: Request, res: Response) {
    sendList(res, await readDocuments(tools, readDocumentsRequest(req.query, words), world.clock.now()))
  }

  async function sendOpenApi(_req: Request, res: Response) {
    const { source } = await readLicence(tools)
    await send(res, openApi({ siteUrl: config.siteUrl, source, words }))
  }

  async function send(res: Response, record: object) {
    res.set('Cache-Control', forAMinute)
    await sendKeptText(pages, res, type, JSON.stringify(record))
  }

  /** Not kept: what is kept takes no notice of a misspelt filter. */
  function sendList(res: Response, record: object) {
    res.set('Cache-Control', forAMinute)
    sendText(res, type, JSON.stringify(record))
  }

  function refuse() {
    throw new Problem(404)
  }

  function answerProblem(error: unknown, req: Request, res: Response, next: NextFunction) {
    if (res.headersSent) return next(error)
    const problem = problemOf(error)
    const reference = problem.status === 500 ? world.random(4).toString('hex') : null
    if (reference) world.log.error({ err: error, reference, method: req.method, path: req.path }, 'bug')
    res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json')
    res.set('Content-Language', config.language).end(JSON.stringify(problemRecord(problem, words, reference)))
  }

  return router
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = error instanceof Fault ? error.status : (error as { status?: unknown }).status
  if (typeof status !== 'number' || status < 400 || status > 499) return new Problem(500)
  const known: ProblemStatus[] = [404, 410]
  return new Problem(known.find((one) => one === status) ?? 400)
}
