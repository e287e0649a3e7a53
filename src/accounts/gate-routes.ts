import express, { type Request, type Response, Router } from 'express'
import { type Issue, readLine, type Submitted } from '../site/forms.ts'
import { siteWords } from '../site/words.ts'
import {
  newPasswordIssues,
  personalWords,
  readNewPassword,
  readNextPath,
  readSignIn,
  readStaffDetails,
  signInIssues,
  staffIssues,
} from './account-form.ts'
import { type Cookies, originOf } from './cookies.ts'
import { linkEndedPage, signInPage, welcomePage } from './gate-page.ts'
import type { AccountTools } from './index.ts'
import { acceptInvitation } from './manage-staff.ts'
import { oneTimeLinkReader } from './one-time-link-store.ts'
import { newsroomPath, oneTimePath, secondStepPath, signInPath } from './paths.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { addSecondStepRoutes } from './second-step-routes.ts'
import { type Entry, enter, signIn } from './sign-in.ts'
import { type Staff, unnamedEmail } from './staff.ts'
import { staffReader } from './staff-store.ts'
import { tokenHash } from './token.ts'
import { accountWords } from './words.ts'

/** Whoever stands at the door may be anybody: larger bodies are read only from those who signed in. */
const smallForm = express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 20 })

/** What stands before the newsroom's door: signing in, and the one-time links that let somebody in for the first time. */
export function gateRoutes(tools: AccountTools, cookies: Cookies): Router {
  const { database, config, world, showNewsroom } = tools
  const words = accountWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const router = Router()
  router.get(signInPath, showSignIn)
  router.post(signInPath, smallForm, checkSignIn)
  router.get(oneTimePath, showWelcome)
  router.post(oneTimePath, smallForm, acceptWelcome)
  addSecondStepRoutes(router, tools, cookies, smallForm)

  async function showSignIn(req: Request, res: Response) {
    const state = { issues: [], formToken: cookies.gateFormToken(req, res), words, toFix }
    const intro = 'het-han' in req.query ? secondFactorWords[config.language].stepEnded : null
    const page = signInPage({ email: '', next: readNextPath(req.query), intro }, state)
    await showNewsroom(res, 'accounts/gate', page, null)
  }

  async function checkSignIn(req: Request, res: Response) {
    const form = req.body as Submitted
    const { email, password } = readSignIn(form)
    if (!cookies.isGateForm(req)) return signInAgain(req, res, [{ field: 'email', text: words.stale }], 403)
    const issues = signInIssues({ email, password }, words)
    if (issues.length > 0) return signInAgain(req, res, issues, 422)

    const outcome = await signIn(
      { database, world },
      { email, password, deviceToken: cookies.device(req), ...originOf(req) },
    )
    if (outcome.kind === 'wait') {
      res.set('Retry-After', String(outcome.seconds))
      return signInAgain(req, res, [{ field: 'password', text: words.wait(outcome.seconds) }], 429)
    }
    if (outcome.kind === 'refused') return signInAgain(req, res, [{ field: 'password', text: words.refused }], 422)
    letIn(res, outcome, readNextPath(form))
  }

  function letIn(res: Response, entry: Entry, next: string) {
    if (entry.kind === 'code-owed') {
      cookies.setPending(res, entry.pendingToken)
      return res.redirect(303, `${secondStepPath}?${new URLSearchParams({ tiep: next })}`)
    }
    cookies.begin(res, entry.sessionToken, entry.deviceToken)
    res.redirect(303, next)
  }

  async function signInAgain(req: Request, res: Response, issues: Issue[], status: number) {
    const form = req.body as Submitted
    const state = { issues, formToken: cookies.gateFormToken(req, res), words, toFix }
    const page = signInPage({ email: readLine(form, 'email'), next: readNextPath(form), intro: null }, state)
    await showNewsroom(res, 'accounts/gate', page, null, status)
  }

  async function showWelcome(req: Request, res: Response) {
    const found = await invited(req)
    if (!found) return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    const typed = { name: '', email: '' }
    const state = { issues: [], formToken: cookies.gateFormToken(req, res), words, toFix }
    await showNewsroom(res, 'accounts/gate', welcomePage(found.staff, found.token, typed, state), null)
  }

  async function acceptWelcome(req: Request, res: Response) {
    const found = await invited(req)
    if (!found) return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    const { staff, token } = found
    const typed =
      staff.email === unnamedEmail ? { ...readStaffDetails(req.body as Submitted), role: staff.role } : staff
    const issues = cookies.isGateForm(req)
      ? await welcomeIssues(req, staff, typed)
      : [{ field: 'newPassword', text: words.stale }]
    if (issues.length > 0) {
      const state = { issues, formToken: cookies.gateFormToken(req, res), words, toFix }
      return showNewsroom(res, 'accounts/gate', welcomePage(staff, token, typed, state), null, 422)
    }
    const named = { ...staff, name: typed.name, email: typed.email }
    const { password } = readNewPassword(req.body as Submitted)
    const outcome = await acceptInvitation({ database, world }, token, named, password)
    if (outcome === 'link-ended') return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    letIn(res, await enter({ database, world }, named, originOf(req), []), newsroomPath)
  }

  async function welcomeIssues(
    req: Request,
    staff: Staff,
    typed: Pick<Staff, 'email' | 'name' | 'role'>,
  ): Promise<Issue[]> {
    const isNaming = staff.email === unnamedEmail
    const owner = isNaming ? await staffReader(database.read).findByEmail(typed.email) : null
    return [
      ...(isNaming ? staffIssues(typed, owner !== null, words, brokenLetters) : []),
      ...newPasswordIssues(readNewPassword(req.body as Submitted), personalWords(typed), words),
    ]
  }

  async function invited(req: Request): Promise<{ staff: Staff; token: string } | null> {
    const token = String(req.params['token'])
    const staff = await oneTimeLinkReader(database.read).findStaff(tokenHash(token), world.clock.now())
    return staff && { staff, token }
  }

  return router
}
