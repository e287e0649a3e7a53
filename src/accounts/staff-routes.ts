import type { Request, Response } from 'express'
import { auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import {
  currentPasswordIssues,
  newPasswordIssues,
  personalWords,
  readNewPassword,
  readStaffDetails,
  staffIssues,
} from './account-form.ts'
import { accountPage } from './account-page.ts'
import type { Cookies } from './cookies.ts'
import type { AccountTools } from './index.ts'
import {
  changeStaff,
  closeStaff,
  inviteStaff,
  renewInvitation,
  reopenStaff,
  type StaffDetails,
  setPassword,
} from './manage-staff.ts'
import * as paths from './paths.ts'
import { sessionReader, sessionWriter } from './session-store.ts'
import { emailKey, type Staff } from './staff.ts'
import { newStaffPage, type StaffFormState, staffListPage, staffMemberPage } from './staff-page.ts'
import { staffReader } from './staff-store.ts'
import { accountWords } from './words.ts'

export function accountStaffRoutes(tools: AccountTools, cookies: Cookies): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const words = accountWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = staffReader(database.read)
  const routes = createStaffRouter()
  routes.post(paths.signOutPath, 'use-own-account', signOut)
  routes.get(paths.accountPath, 'use-own-account', (req, res, visit) => showAccount(req, res, visit, []))
  routes.post(paths.ownPasswordPath, 'use-own-account', changeOwnPassword)
  routes.post(paths.endOtherSessionsPath, 'use-own-account', endOtherSessions)
  routes.get(paths.staffListPath, 'manage-staff', showStaffList)
  routes.get(paths.newStaffPath, 'manage-staff', showNewStaff)
  routes.post(paths.newStaffPath, 'manage-staff', addStaff)
  routes.get(paths.staffMemberPath(':id'), 'manage-staff', showStaffMember)
  routes.post(paths.staffMemberPath(':id'), 'manage-staff', saveStaffMember)
  routes.post(paths.renewInvitationPath(':id'), 'manage-staff', makeLink)
  routes.post(paths.closeStaffPath(':id'), 'manage-staff', close)
  routes.post(paths.reopenStaffPath(':id'), 'manage-staff', reopen)

  async function signOut(_req: Request, res: Response, { staff, sessionHash }: Visit) {
    const now = world.clock.now()
    await inTransaction(database, async (transaction) => {
      await sessionWriter(transaction, now).end(sessionHash)
      await auditWriter(transaction, now).record(staff, 'signed-out', {
        kind: 'staff',
        id: staff.id,
        title: staff.name,
      })
    })
    cookies.end(res)
    res.redirect(303, paths.signInPath)
  }

  async function showAccount(req: Request, res: Response, visit: Visit, issues: Issue[]) {
    const sessions = await sessionReader(database.read).listOf(visit.staff.id, world.clock.now())
    const page = accountPage({
      email: visit.staff.email,
      sessions,
      sessionHash: visit.sessionHash,
      issues,
      done: String(req.query['xong'] ?? ''),
      timeZone: config.timeZone,
      words,
      toFix,
    })
    await showNewsroom(res, 'accounts/account', page, visit.desk, issues.length > 0 ? 422 : 200)
  }

  async function changeOwnPassword(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const wish = readNewPassword(form)
    const issues = [
      ...(await currentPasswordIssues(form, await reader.getPasswordHash(visit.staff.id), words)),
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
      await auditWriter(transaction, now).record(staff, 'ended-sessions', {
        kind: 'staff',
        id: staff.id,
        title: staff.name,
      })
    })
    res.redirect(303, `${paths.accountPath}?xong=phien`)
  }

  async function showStaffList(_req: Request, res: Response, { desk }: Visit) {
    await showNewsroom(res, 'accounts/staff-list', staffListPage(await reader.listAll(), words), desk)
  }

  async function showNewStaff(_req: Request, res: Response, { desk }: Visit) {
    await showNewsroom(
      res,
      'accounts/staff-member',
      newStaffPage({ email: '', name: '', role: 'reporter' }, state({})),
      desk,
    )
  }

  async function addStaff(req: Request, res: Response, visit: Visit) {
    const details = readStaffDetails(req.body as Submitted)
    const issues = await issuesOf(details, null)
    if (issues.length > 0)
      return showNewsroom(res, 'accounts/staff-member', newStaffPage(details, state({ issues })), visit.desk, 422)
    const { id, token } = await inviteStaff({ database, world }, visit.staff, details)
    await showWithLink(res, visit, (await reader.find(id)) ?? notFound(), token)
  }

  async function showStaffMember(req: Request, res: Response, { desk }: Visit) {
    const staff = await staffIn(req)
    const page = staffMemberPage(staff, staff, state({ isSaved: 'xong' in req.query }))
    await showNewsroom(res, 'accounts/staff-member', page, desk)
  }

  async function saveStaffMember(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    const details = readStaffDetails(req.body as Submitted)
    const issues = await issuesOf(details, staff)
    const outcome = issues.length > 0 ? 'issues' : await changeStaff({ database, world }, visit.staff, staff, details)
    if (outcome === 'changed') return res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong`)
    const shown = outcome === 'issues' ? issues : [{ field: 'role', text: words.lastAdministrator }]
    await showNewsroom(
      res,
      'accounts/staff-member',
      staffMemberPage(staff, details, state({ issues: shown })),
      visit.desk,
      422,
    )
  }

  async function makeLink(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    await showWithLink(res, visit, staff, await renewInvitation({ database, world }, visit.staff, staff))
  }

  async function close(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    const outcome = await closeStaff({ database, world }, visit.staff, staff)
    if (outcome === 'closed') return res.redirect(303, paths.staffListPath)
    const issues = [{ field: 'role', text: words.lastAdministrator }]
    await showNewsroom(res, 'accounts/staff-member', staffMemberPage(staff, staff, state({ issues })), visit.desk, 422)
  }

  async function reopen(req: Request, res: Response, { staff: by }: Visit) {
    const staff = await staffIn(req)
    await reopenStaff({ database, world }, by, staff)
    res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong`)
  }

  async function showWithLink(res: Response, { desk }: Visit, staff: Staff, token: string) {
    const link = config.staffUrl + paths.oneTimeLink(token)
    await showNewsroom(res, 'accounts/staff-member', staffMemberPage(staff, staff, state({ link })), desk)
  }

  async function issuesOf(details: StaffDetails, staff: Staff | null): Promise<Issue[]> {
    const owner = await reader.findByEmail(emailKey(details.email))
    return staffIssues(details, owner !== null && owner.staff.id !== staff?.id, words, brokenLetters)
  }

  const state = (parts: Partial<StaffFormState>): StaffFormState => ({
    issues: [],
    isSaved: false,
    link: null,
    words,
    toFix,
    ...parts,
  })

  async function staffIn(req: Request): Promise<Staff> {
    const id = idFrom(req.params['id']) ?? notFound()
    return (await reader.find(id)) ?? notFound()
  }

  return routes
}
