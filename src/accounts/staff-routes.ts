import type { Request, Response } from 'express'
import { categoryReader } from '../categories/index.ts'
import { forbidden, notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Notice, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { readCategoryIds, readStaffDetails, staffIssues } from './account-form.ts'
import { resetSecondFactor } from './change-second-factor.ts'
import type { Cookies } from './cookies.ts'
import type { AccountTools } from './index.ts'
import {
  changeStaff,
  closeStaff,
  inviteStaff,
  renewInvitation,
  reopenStaff,
  type StaffDetails,
} from './manage-staff.ts'
import { narrowStaff } from './narrow-staff.ts'
import { addOwnAccountRoutes } from './own-account-routes.ts'
import * as paths from './paths.ts'
import { addSecondFactorRoutes } from './second-factor-routes.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { emailKey, type Staff } from './staff.ts'
import { newStaffPage, type StaffFormState, staffListPage, staffMemberPage } from './staff-page.ts'
import { staffScopeReader } from './staff-scope-store.ts'
import { staffReader } from './staff-store.ts'
import { accountWords } from './words.ts'

export function accountStaffRoutes(tools: AccountTools, cookies: Cookies): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const words = accountWords[config.language]
  const factorWords = secondFactorWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = staffReader(database.read)
  const routes = createStaffRouter()
  addOwnAccountRoutes(routes, tools, cookies)
  addSecondFactorRoutes(routes, tools)
  routes.get(paths.staffListPath, 'manage-staff', showStaffList)
  routes.get(paths.newStaffPath, 'manage-staff', showNewStaff)
  routes.post(paths.newStaffPath, 'manage-staff', addStaff)
  routes.get(paths.staffMemberPath(':id'), 'manage-staff', showStaffMember)
  routes.post(paths.staffMemberPath(':id'), 'manage-staff', saveStaffMember)
  routes.post(paths.renewInvitationPath(':id'), 'manage-staff', makeLink)
  routes.post(paths.staffScopePath(':id'), 'manage-staff', narrow)
  routes.post(paths.resetSecondFactorPath(':id'), 'manage-staff', reset)
  routes.post(paths.closeStaffPath(':id'), 'manage-staff', close)
  routes.post(paths.reopenStaffPath(':id'), 'manage-staff', reopen)

  async function showStaffList(_req: Request, res: Response, { desk }: Visit) {
    await showNewsroom(res, 'accounts/staff-list', staffListPage(await reader.listAll(), words), desk)
  }

  async function showNewStaff(_req: Request, res: Response, { desk }: Visit) {
    const page = newStaffPage({ email: '', name: '', role: 'reporter' }, state({}))
    await showNewsroom(res, 'accounts/staff-member', page, desk)
  }

  async function addStaff(req: Request, res: Response, visit: Visit) {
    const details = readStaffDetails(req.body as Submitted)
    const issues = await issuesOf(details, null)
    if (issues.length > 0)
      return showNewsroom(res, 'accounts/staff-member', newStaffPage(details, state({ issues })), visit.desk, 422)
    const { id, token } = await inviteStaff({ database, world }, visit.staff, details)
    await showWithLink(res, visit, (await reader.find(id)) ?? notFound(), token)
  }

  async function showStaffMember(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    await showMember(res, visit, staff, staff, { notice: doneNotice(req) })
  }

  async function saveStaffMember(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    const details = readStaffDetails(req.body as Submitted)
    const issues = await issuesOf(details, staff)
    const outcome = issues.length > 0 ? 'issues' : await changeStaff({ database, world }, visit.staff, staff, details)
    if (outcome === 'changed') return res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong`)
    await showMember(res, visit, staff, details, { issues: outcome === 'issues' ? issues : lastAdministrator })
  }

  async function makeLink(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    await showWithLink(res, visit, staff, await renewInvitation({ database, world }, visit.staff, staff))
  }

  async function narrow(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    const note = (names: string[]) => words.scopeNote(names.join(', '))
    const wished = readCategoryIds(req.body as Submitted)
    const outcome = await narrowStaff({ database, world }, visit.staff, staff, wished, note)
    if (outcome === 'narrowed') return res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong`)
    await showMember(res, visit, staff, staff, { issues: [{ field: 'scope', text: words.categoryGone }] }, wished)
  }

  async function reset(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    if (staff.id === visit.staff.id) forbidden()
    await resetSecondFactor({ database, world }, visit.staff, staff)
    res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong=go`)
  }

  async function close(req: Request, res: Response, visit: Visit) {
    const staff = await staffIn(req)
    const outcome = await closeStaff({ database, world }, visit.staff, staff)
    if (outcome === 'closed') return res.redirect(303, paths.staffListPath)
    await showMember(res, visit, staff, staff, { issues: lastAdministrator })
  }

  async function reopen(req: Request, res: Response, { staff: by }: Visit) {
    const staff = await staffIn(req)
    await reopenStaff({ database, world }, by, staff)
    res.redirect(303, `${paths.staffMemberPath(staff.id)}?xong`)
  }

  async function showWithLink(res: Response, visit: Visit, staff: Staff, token: string) {
    await showMember(res, visit, staff, staff, { link: config.staffUrl + paths.oneTimeLink(token) })
  }

  /** `ticked` are the categories as a refused form had them; without it, as they are kept. */
  async function showMember(
    res: Response,
    { staff: by, desk }: Visit,
    staff: Staff,
    typed: StaffDetails,
    parts: Partial<StaffFormState>,
    ticked: number[] | null = null,
  ) {
    const categoryIds = ticked ?? (await staffScopeReader(database.read).find(staff.id)) ?? []
    const tree = await categoryReader(database.read).getTree()
    const page = staffMemberPage(staff, typed, { tree, categoryIds, isHerself: staff.id === by.id }, state(parts))
    await showNewsroom(res, 'accounts/staff-member', page, desk, parts.issues ? 422 : 200)
  }

  async function issuesOf(details: StaffDetails, staff: Staff | null): Promise<Issue[]> {
    const owner = await reader.findByEmail(emailKey(details.email))
    return staffIssues(details, owner !== null && owner.staff.id !== staff?.id, words, brokenLetters)
  }

  const lastAdministrator: Issue[] = [{ field: 'role', text: words.lastAdministrator }]

  function doneNotice(req: Request): Notice {
    if (!('xong' in req.query)) return null
    return { kind: 'ok', text: req.query['xong'] === 'go' ? factorWords.resetDone : words.saved }
  }

  const state = (parts: Partial<StaffFormState>): StaffFormState => ({
    issues: [],
    notice: null,
    link: null,
    words,
    factorWords,
    toFix,
    ...parts,
  })

  async function staffIn(req: Request): Promise<Staff> {
    const id = idFrom(req.params['id']) ?? notFound()
    return (await reader.find(id)) ?? notFound()
  }

  return routes
}
