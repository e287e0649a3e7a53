import type { Request, Response } from 'express'
import { categoryReader } from '../categories/index.ts'
import { deskWordingIn } from '../newsdesk/index.ts'
import { readLine, type Submitted } from '../site/forms.ts'
import { sendCsv } from '../site/send-csv.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { csvOfReport } from './export-report.ts'
import type { DashboardTools } from './index.ts'
import { monthNameOf, parseMonth } from './month.ts'
import { dashboardPath, monthParameter, reportFilePath, reportPath } from './paths.ts'
import { readBoard } from './read-board.ts'
import { walkReport } from './read-report.ts'
import { type ReportParts, reportPage } from './report-page.ts'
import { dashboardWords } from './words.ts'

export function dashboardStaffRoutes(tools: DashboardTools): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const words = dashboardWords[config.language]
  const { genres } = deskWordingIn(config.language)
  const { toFix } = siteWords[config.language]
  const routes = createStaffRouter()
  routes.get(dashboardPath, 'write-articles', showBoard)
  routes.get(reportPath, 'review-articles', showReport)
  routes.get(reportFilePath, 'review-articles', sendReport)

  async function showBoard(_req: Request, res: Response, { staff, desk }: Visit) {
    await showNewsroom(res, 'dashboard/board', await readBoard(tools, staff), desk)
  }

  async function showReport(req: Request, res: Response, visit: Visit) {
    const asked = monthIn(req)
    const articles =
      asked.month === null ? [] : (await Array.fromAsync(walkReport(tools, visit.staff, asked.month))).flat()
    await answerReport(res, visit, { ...asked, articles })
  }

  async function sendReport(req: Request, res: Response, visit: Visit) {
    const { typed, month } = monthIn(req)
    if (month === null) return answerReport(res, visit, { typed, month, articles: [] })
    const { timeZone, siteUrl } = config
    const pieces = csvOfReport(walkReport(tools, visit.staff, month), {
      tree: await readTree(),
      timeZone,
      siteUrl,
      words,
      genres,
    })
    await sendCsv(res, words.fileName(month), pieces)
  }

  async function answerReport(
    res: Response,
    { staff, desk }: Visit,
    parts: Pick<ReportParts, 'typed' | 'month' | 'articles'>,
  ) {
    const page = reportPage({
      ...parts,
      thisMonth: thisMonth(),
      isScoped: staff.categoryIds !== null,
      tree: await readTree(),
      timeZone: config.timeZone,
      siteUrl: config.staffPort ? config.siteUrl : '',
      words,
      genreNames: genres,
      toFix,
    })
    await showNewsroom(res, 'dashboard/report', page, desk, parts.month === null ? 422 : 200)
  }

  /** Without a month it is the present one. */
  function monthIn({ query }: Request) {
    const typed = readLine(query as Submitted, monthParameter)
    return { typed, month: typed === '' ? thisMonth() : parseMonth(typed) }
  }

  const thisMonth = () => monthNameOf(world.clock.now(), config.timeZone)
  const readTree = () => categoryReader(database.read).getTree()

  return routes
}
