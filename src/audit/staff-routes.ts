import type { Request, Response } from 'express'
import { idFrom, type Submitted } from '../site/forms.ts'
import { sendCsv } from '../site/send-csv.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { dayOf } from '../text/dates.ts'
import { type AskedFilter, readAuditFilter } from './audit-filter-form.ts'
import { auditPage, filterNote } from './audit-page.ts'
import { type AuditStaff, auditReader } from './audit-store.ts'
import { exportLines } from './export-lines.ts'
import type { AuditTools } from './index.ts'
import { auditExportPath, auditPath } from './paths.ts'
import { auditWords } from './words.ts'

const perPage = 50

export function auditStaffRoutes({ database, world, config, showNewsroom, roleNames }: AuditTools): StaffRouter {
  const words = auditWords[config.language]
  const { toFix } = siteWords[config.language]
  const { timeZone } = config
  const reader = auditReader(database.read)
  const routes = createStaffRouter()
  routes.get(auditPath, 'read-audit', showLines)
  routes.post(auditExportPath, 'read-audit', sendLines)

  async function showLines(req: Request, res: Response, visit: Visit) {
    const staff = await reader.listStaff()
    await show(res, visit, staff, asked(req.query, staff), idFrom(req.query['before']))
  }

  async function sendLines(req: Request, res: Response, visit: Visit) {
    const staff = await reader.listStaff()
    const wish = asked(req.body as Submitted, staff)
    if (wish.issues.length > 0) return show(res, visit, staff, wish, null)
    const now = world.clock.now()
    const tools = { database, now, timeZone, words, roleNames }
    const lines = await exportLines(tools, visit.staff, wish.filter, filterNote(wish, staff, words))
    await sendCsv(res, `${words.fileName}-${dayOf(now, timeZone)}.csv`, lines)
  }

  async function show(res: Response, { desk }: Visit, staff: AuditStaff[], wish: AskedFilter, before: number | null) {
    const isAnswered = wish.issues.length === 0
    const after = before === null ? null : await reader.findPlace(before)
    const lines = isAnswered ? await reader.listLines(wish.filter, after, perPage + 1) : []
    const page = auditPage({ asked: wish, lines, perPage, before, staff, timeZone, words, roleNames, toFix })
    await showNewsroom(res, 'audit/lines', page, desk, isAnswered ? 200 : 422)
  }

  const asked = (form: Submitted, staff: AuditStaff[]): AskedFilter =>
    readAuditFilter(form, {
      words,
      timeZone,
      today: dayOf(world.clock.now(), timeZone),
      staffIds: staff.map(({ id }) => id),
    })

  return routes
}
