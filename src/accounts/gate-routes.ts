import express, { type Request, type Response, Router } from 'express'
import { type Issue, readLine, readTyped, type Submitted } from '../site/forms.ts'
import { formTokenField } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import {
  newPasswordIssues,
  personalWords,
  readNewPassword,
  readSignIn,
  readStaffDetails,
  signInIssues,
  staffIssues,
} from './account-form.ts'
import type { Cookies } from './cookies.ts'
import { linkEndedPage, signInPage, welcomePage } from './gate-page.ts'
import type { AccountTools } from './index.ts'
import { acceptInvitation } from './manage-staff.ts'
import { oneTimeLinkReader } from './one-time-link-store.ts'
import { oneTimePath, signInPath } from './paths.ts'
import { beginSession, type Origin, signIn } from './sign-in.ts'
import { type Staff, unnamedEmail } from './staff.ts'
import { staffReader } from './staff-store.ts'
import { formTokenOf, isSameText, newToken, tokenHash } from './token.ts'
import { accountWords } from './words.ts'

const newsroomPath = '/quan-tri'
/** Whoever stands at the door may be anybody: larger bodies are read only from those who signed in. */
const smallForm = express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 20 })

/** What stands before the newsroom's door: signing in, and the one-time links that let somebody in for the first time. */
export function gateRoutes({ database, config, world, showNewsroom }: AccountTools, cookies: Cookies): Router {
  const words = accountWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const router = Router()
  router.get(signInPath, showSignIn)
  router.post(signInPath, smallForm, checkSignIn)
  router.get(oneTimePath, showWelcome)
  router.post(oneTimePath, smallForm, acceptWelcome)

  async function showSignIn(req: Request, res: Response) {
    const state = { issues: [], formToken: gateToken(req, res), words, toFix }
    await showNewsroom(res, 'accounts/gate', signInPage('', nextPath(req.query), state), null)
  }

  async function checkSignIn(req: Request, res: Response) {
    const form = req.body as Submitted
    const { email, password } = readSignIn(form)
    if (!isFromGate(req)) return signInAgain(req, res, [{ field: 'email', text: words.stale }], 403)
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
    cookies.begin(res, outcome.sessionToken, outcome.deviceToken)
    res.redirect(303, nextPath(form))
  }

  async function signInAgain(req: Request, res: Response, issues: Issue[], status: number) {
    const form = req.body as Submitted
    const state = { issues, formToken: gateToken(req, res), words, toFix }
    await showNewsroom(res, 'accounts/gate', signInPage(readLine(form, 'email'), nextPath(form), state), null, status)
  }

  async function showWelcome(req: Request, res: Response) {
    const found = await invited(req)
    if (!found) return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    const typed = { name: '', email: '' }
    const state = { issues: [], formToken: gateToken(req, res), words, toFix }
    await showNewsroom(res, 'accounts/gate', welcomePage(found.staff, found.token, typed, state), null)
  }

  async function acceptWelcome(req: Request, res: Response) {
    const found = await invited(req)
    if (!found) return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    const { staff, token } = found
    const typed =
      staff.email === unnamedEmail ? { ...readStaffDetails(req.body as Submitted), role: staff.role } : staff
    const issues = isFromGate(req)
      ? await welcomeIssues(req, staff, typed)
      : [{ field: 'newPassword', text: words.stale }]
    if (issues.length > 0) {
      const state = { issues, formToken: gateToken(req, res), words, toFix }
      return showNewsroom(res, 'accounts/gate', welcomePage(staff, token, typed, state), null, 422)
    }
    const named = { ...staff, name: typed.name, email: typed.email }
    const { password } = readNewPassword(req.body as Submitted)
    const outcome = await acceptInvitation({ database, world }, token, named, password)
    if (outcome === 'link-ended') return showNewsroom(res, 'accounts/link-ended', linkEndedPage(words), null, 410)
    const { sessionToken, deviceToken } = await beginSession({ database, world }, named, originOf(req), [])
    cookies.begin(res, sessionToken, deviceToken)
    res.redirect(303, newsroomPath)
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

  /** Before sign-in there is no session to bind a form to, so the browser gets a token for this door alone. */
  function gateToken(req: Request, res: Response): string {
    const token = cookies.gate(req) ?? newToken(world.random)
    cookies.setGate(res, token)
    return formTokenOf(token)
  }

  function isFromGate(req: Request): boolean {
    const token = cookies.gate(req)
    return token !== null && isSameText(formTokenOf(token), readTyped(req.body as Submitted, formTokenField))
  }

  return router
}

const originOf = (req: Request): Origin => ({ address: req.ip ?? '', browser: req.get('user-agent') ?? '' })

/** Only a path inside the newsroom: anything else would let a stranger's link lead away after signing in. */
function nextPath(form: Submitted): string {
  const wish = readLine(form, 'tiep')
  return /^\/quan-tri(\/[a-z0-9/-]*)?(\?[a-z0-9=&-]*)?$/.test(wish) && !wish.startsWith(signInPath)
    ? wish
    : newsroomPath
}
