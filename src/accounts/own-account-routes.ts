import type { Request, Response } from 'express'
import { auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import { type Issue, readTyped, type Submitted } from '../site/forms.ts'
import type { StaffMember, StaffRouter, Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { newPasswordIssues, ownPasswordIssues, personalWords, readNewPassword } from './account-form.ts'
import { accountPage } from './account-page.ts'
import { checkOwnPassword } from './check-own-password.ts'
import type { Cookies } from './cookies.ts'
import type { AccountTools } from './index.ts'
import { setPassword } from './manage-staff.ts'
import * as paths from './paths.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { sessionReader, sessionWriter } from './session-store.ts'
import { staffReader } from './staff-store.ts'
import { accountWords } from './words.ts'

/** What everybody may do with her own account: sign out, change her password, end sessions. */
export function addOwnAccountRoutes(routes: StaffRouter, tools: AccountTools, cookies: Cookies) {
  const { database, config, world, showNewsroom } = tools
  const words = accountWords[config.language]
  const { toFix } = siteWords[config.language]
  const reader = staffReader(database.read)
  routes.post(paths.signOutPath, 'use-own-account', signOut)
  routes.get(paths.accountPath, 'use-own-account', (req, res, visit) => showAccount(req, res, visit, []))
  routes.post(paths.ownPasswordPath, 'use-own-account', changeOwnPassword)
  routes.post(paths.endOtherSessionsPath, 'use-own-account', endOtherSessions)
  routes.post(paths.endSessionPath(':session'), 'use-own-account', endSession)

  async function signOut(_req: Request, res: Response, { staff, sessionHash }: Visit) {
    const now = world.clock.now()
    await inTransaction(database, async (transaction) => {
      await sessionWriter(transaction, now).end(sessionHash)
      await auditWriter(transaction, now).record(staff, 'signed-out', subjectOf(staff))
    })
    cookies.end(res)
    res.redirect(303, paths.signInPath)
  }

  async function showAccount(req: Request, res: Response, visit: Visit, issues: Issue[]) {
    const sessions = await sessionReader(database.read).listOf(visit.staff.id, world.clock.now())
    const staff = (await reader.find(visit.staff.id)) ?? notFound()
    const page = accountPage({
      sessions,
      sessionHash: visit.sessionHash,
      hasSecondFactor: staff.hasSecondFactor,
      issues,
      done: String(req.query['xong'] ?? ''),
      timeZone: config.timeZone,
      words,
      factorWords: secondFactorWords[config.language],
      toFix,
    })
    await showNewsroom(res, 'accounts/account', page, visit.desk, issues.length > 0 ? 422 : 200)
  }

  async function changeOwnPassword(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const wish = readNewPassword(form)
    const password = readTyped(form, 'currentPassword')
    const check = await checkOwnPassword({ database, world }, { staff: visit.staff, password, address: req.ip ?? '' })
    const issues = [
      ...ownPasswordIssues(check, 'currentPassword', words),
      ...newPasswordIssues(wish, personalWords(visit.staff), words),
    ]
    if (issues.length > 0) return showAccount(req, res, visit, issues)
    const staff = (await reader.find(visit.staff.id)) ?? notFound()
    await setPassword({ database, world }, visit.staff, staff, wish.password, visit.sessionHash)
    res.redirect(303, `${paths.accountPath}?xong=mat-khau`)
  }

  async function endOtherSessions(_req: Request, res: Response, { staff, sessionHash }: Visit) {
    const now = world.clock.now()
    await inTransaction(database, async (transaction) => {
      await sessionWriter(transaction, now).endAllOf(staff.id, sessionHash)
      await auditWriter(transaction, now).record(staff, 'ended-sessions', subjectOf(staff))
    })
    res.redirect(303, `${paths.accountPath}?xong=phien`)
  }

  async function endSession(req: Request, res: Response, { staff, sessionHash }: Visit) {
    const now = world.clock.now()
    const hers = await sessionReader(database.read).listOf(staff.id, now)
    const session = hers.find(({ id }) => id === req.params['session'])
    // It ended by itself while she looked at the list: the list says so.
    if (!session) return res.redirect(303, paths.accountPath)
    await inTransaction(database, async (transaction) => {
      await sessionWriter(transaction, now).end(session.tokenHash)
      await auditWriter(transaction, now).record(staff, 'ended-sessions', subjectOf(staff))
    })
    if (session.tokenHash === sessionHash) cookies.end(res)
    res.redirect(303, `${paths.accountPath}?xong=mot-phien`)
  }
}

const subjectOf = ({ id, name }: StaffMember) => ({ kind: 'staff', id, title: name }) as const
