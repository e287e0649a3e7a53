import { type NextFunction, type Request, type Response, Router } from 'express'
import { articleReportPath, getShown } from '../news/index.ts'
import { rulesReader } from '../rules/index.ts'
import { addressGroup } from '../site/address-group.ts'
import { notFound } from '../site/faults.ts'
import type { Submitted } from '../site/forms.ts'
import { publicForm } from '../site/public-form.ts'
import { siteWords } from '../site/words.ts'
import { type FormParts, reportFormPage, thanksPage } from './form-page.ts'
import type { ReportTools } from './index.ts'
import { reportFormPath } from './paths.ts'
import { createReportBudget } from './report-budget.ts'
import { nothingTyped, readReport, reportIssues } from './report-form.ts'
import { sendReport } from './send-report.ts'
import { reportWords } from './words.ts'

/** Three times the longest report: a browser sends nine bytes for a letter such as ệ. */
const largestForm = '64kb'
const mostFields = 20

type ArticleRequest = Request<{ address: string }>

export function reportPublicRoutes(tools: ReportTools): Router {
  const { database, config, world, show } = tools
  const words = reportWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const budget = createReportBudget(config.workers)
  const router = Router()
  router.get(reportFormPath, assertAsked, showForm)
  router.post(reportFormPath, assertAsked, publicForm(largestForm, mostFields), receiveReport)

  /** While the newsroom does not ask for reports, nothing is here. */
  async function assertAsked(_req: Request, res: Response, next: NextFunction) {
    if (!(await rulesReader(database.read).get()).readerReports) notFound()
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    next()
  }

  async function showForm(req: ArticleRequest, res: Response) {
    const article = await articleIn(req)
    const isDone = 'xong' in req.query
    const path = articleReportPath(article)
    if (req.path !== path) return res.redirect(301, isDone ? `${path}?xong` : path)
    if (isDone) return show(res, 'reader-reports/thanks', thanksPage(article, words))
    await answerForm(res, 200, { article, typed: nothingTyped, issues: [], wait: 0 })
  }

  async function receiveReport(req: ArticleRequest, res: Response) {
    const article = await articleIn(req)
    const thanks = `${articleReportPath(article)}?xong`
    const typed = readReport((req.body ?? {}) as Submitted)
    // Whoever fills what nobody sees is a program, and is not told that it was found out.
    if (typed.isTrapped) return res.redirect(303, thanks)
    const issues = reportIssues(typed, words, brokenLetters)
    if (issues.length > 0) return answerForm(res, 422, { article, typed, issues, wait: 0 })
    const wait = budget.spend(addressGroup(req.ip ?? ''), world.clock.now())
    if (wait > 0) {
      res.set('Retry-After', String(wait))
      return answerForm(res, 429, { article, typed, issues, wait })
    }
    await sendReport(tools, article.id, typed)
    res.redirect(303, thanks)
  }

  const answerForm = (res: Response, status: number, parts: Omit<FormParts, 'words' | 'toFix'>) =>
    show(res, 'reader-reports/form', reportFormPage({ ...parts, words, toFix }), status)

  const articleIn = async ({ params }: ArticleRequest) =>
    (await getShown(database, params.address, world.clock.now())).article

  return router
}
