import type { Request, Response } from 'express'
import { type DeskArticle, deskState, findArticleFor } from '../articles/index.ts'
import { articlePath } from '../news/index.ts'
import { deskArticlePath } from '../newsdesk/index.ts'
import { rulesReader } from '../rules/index.ts'
import { plainText } from '../search/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { dateWithTime } from '../text/dates.ts'
import { dismissalIssues, explanationIssues, noAnswer, readAnswer, type TypedAnswer } from './answer-form.ts'
import { type Answer, answerReport } from './answer-report.ts'
import type { ReportTools } from './index.ts'
import { openReports, reportScope } from './open-reports.ts'
import * as paths from './paths.ts'
import { afterParameter, type QueueParts, queuePage } from './queue-page.ts'
import { quoteStanding } from './quote.ts'
import type { Report } from './report.ts'
import { reportPage } from './report-page.ts'
import { type Place, reportReader } from './report-store.ts'
import { reportWords } from './words.ts'

const perPage = 25

type Opened = { report: Report; article: DeskArticle }
type Said = { typed?: TypedAnswer; issues?: Issue[]; isDone?: boolean; status?: number }

export function reportStaffRoutes(tools: ReportTools): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const { timeZone } = config
  const words = reportWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = reportReader(database.read)
  const routes = createStaffRouter()
  routes.get(paths.reportsPath, 'answer-readers', showOpen)
  routes.get(paths.answeredReportsPath, 'answer-readers', showAnswered)
  routes.get(paths.reportPath(':id'), 'answer-readers', showReport)
  routes.post(paths.correctionPath(':id'), 'answer-readers', answerByCorrection)
  routes.post(paths.explanationPath(':id'), 'answer-readers', answerByExplanation)
  routes.post(paths.dismissalPath(':id'), 'answer-readers', dismiss)

  async function showOpen(req: Request, res: Response, { staff, desk }: Visit) {
    const after = await placeIn(req)
    const rows = await reader.listOpen(await reportScope(database.read, staff), after, perPage + 1)
    await showQueue(res, { staff, desk }, { list: 'open', rows, after: after?.id ?? null })
  }

  async function showAnswered(req: Request, res: Response, { staff, desk }: Visit) {
    const after = await placeIn(req)
    const rows = await reader.listAnswered(await reportScope(database.read, staff), after, perPage + 1)
    await showQueue(res, { staff, desk }, { list: 'answered', rows, after: after?.id ?? null })
  }

  async function showQueue(
    res: Response,
    { staff, desk }: Pick<Visit, 'staff' | 'desk'>,
    shown: Pick<QueueParts, 'list' | 'rows' | 'after'>,
  ) {
    const page = queuePage({
      ...shown,
      perPage,
      openCount: await openReports(database, staff).count(),
      isAsked: (await rulesReader(database.read).get()).readerReports,
      now: world.clock.now(),
      timeZone,
      words,
    })
    await showNewsroom(res, 'reader-reports/queue', page, desk)
  }

  /** Null on the first page; a report that is not there, as after an erasure, leads there too. */
  async function placeIn(req: Request): Promise<Place | null> {
    const id = idFrom(req.query[afterParameter])
    return id === null ? null : reader.findPlace(id)
  }

  async function showReport(req: Request, res: Response, visit: Visit) {
    await answerWith(res, visit, await reportIn(req, visit), { isDone: 'xong' in req.query })
  }

  async function answerByCorrection(req: Request, res: Response, visit: Visit) {
    const opened = await openReportIn(req, visit)
    if ((await answer(visit, opened, { kind: 'corrected' })) === 'answered') return backTo(res, opened)
    const since = dateWithTime(opened.report.at, timeZone)
    const issues = [{ field: 'correction', text: words.noCorrection(since) }]
    await answerWith(res, visit, opened, { issues, status: 422 })
  }

  async function answerByExplanation(req: Request, res: Response, visit: Visit) {
    const opened = await openReportIn(req, visit)
    const { article } = opened
    const typed = readAnswer((req.body ?? {}) as Submitted)
    const issues = explanationIssues(typed, words, brokenLetters)
    if (issues.length > 0) return answerWith(res, visit, opened, { typed, issues, status: 422 })
    if (article.liveEditionId === null || !isRead(article)) conflict()
    await answer(visit, opened, { kind: 'explained', note: typed.explanation, liveEditionId: article.liveEditionId })
    backTo(res, opened)
  }

  async function dismiss(req: Request, res: Response, visit: Visit) {
    const opened = await openReportIn(req, visit)
    const typed = readAnswer((req.body ?? {}) as Submitted)
    const issues = dismissalIssues(typed, words, brokenLetters)
    if (issues.length > 0) return answerWith(res, visit, opened, { typed, issues, status: 422 })
    await answer(visit, opened, { kind: typed.verdict, note: typed.note })
    backTo(res, opened)
  }

  const answer = ({ staff }: Visit, { report }: Opened, chosen: Answer) =>
    answerReport({ database, now: world.clock.now(), names: words.answers }, staff, report, chosen)

  const backTo = (res: Response, { report }: Opened) => res.redirect(303, `${paths.reportPath(report.id)}?xong`)

  async function answerWith(res: Response, { desk }: Visit, { report, article }: Opened, said: Said) {
    const page = reportPage({
      report,
      article: { editorPath: deskArticlePath(article.id), publicAddress: publicAddress(article) },
      standing: quoteStanding(report.quote, await textOf(article.liveEditionId), await textOf(report.editionId)),
      typed: said.typed ?? noAnswer,
      issues: said.issues ?? [],
      isDone: said.isDone ?? false,
      now: world.clock.now(),
      timeZone,
      words,
      toFix,
    })
    await showNewsroom(res, 'reader-reports/report', page, desk, said.status ?? 200)
  }

  /** The report of the address, for somebody who may work on its article; to anybody else it does not exist. */
  async function reportIn(req: Request, { staff }: Visit): Promise<Opened> {
    const report = (await reader.find(idFrom(req.params['id']) ?? notFound())) ?? notFound()
    const article = (await findArticleFor(database, report.articleId, staff)) ?? notFound()
    return { report, article }
  }

  async function openReportIn(req: Request, visit: Visit): Promise<Opened> {
    const opened = await reportIn(req, visit)
    return opened.report.answer === null ? opened : conflict()
  }

  async function textOf(editionId: number | null): Promise<string | null> {
    const texts = editionId === null ? null : await reader.findTexts(editionId)
    return texts && [...texts.lines, plainText(texts.bodyHtml)].join('\n')
  }

  const publicAddress = (article: DeskArticle): string | null =>
    isRead(article) ? (config.staffPort ? config.siteUrl : '') + articlePath(article) : null

  /** Its page is there for readers, in lists or not. */
  const isRead = (article: DeskArticle): boolean =>
    ['live', 'expired', 'withdrawn'].includes(deskState(article, world.clock.now()))

  return routes
}
