import type { Request, RequestHandler, Response, Router } from 'express'
import { type Issue, readLine, type Submitted } from '../site/forms.ts'
import { siteWords } from '../site/words.ts'
import { readNextPath } from './account-form.ts'
import { confirmSignIn } from './confirm-sign-in.ts'
import { type Cookies, originOf } from './cookies.ts'
import type { AccountTools } from './index.ts'
import { secondStepPath, signInPath } from './paths.ts'
import { pendingSignInReader } from './pending-sign-in-store.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { secondStepPage } from './second-step-page.ts'
import { tokenHash } from './token.ts'
import { accountWords } from './words.ts'

/** Where the code of a phone is asked for, after the password and before any session. */
export function addSecondStepRoutes(
  router: Router,
  { database, config, world, showNewsroom }: AccountTools,
  cookies: Cookies,
  smallForm: RequestHandler,
) {
  const words = secondFactorWords[config.language]
  const gateWords = accountWords[config.language]
  const { toFix } = siteWords[config.language]
  router.get(secondStepPath, showSecondStep)
  router.post(secondStepPath, smallForm, checkSecondStep)

  async function showSecondStep(req: Request, res: Response) {
    const token = cookies.pending(req)
    const now = world.clock.now()
    const owner = token && (await pendingSignInReader(database.read).findStaff(tokenHash(token), now))
    if (!owner) return res.redirect(303, signInPath)
    await show(req, res, req.query, [], 200)
  }

  async function checkSecondStep(req: Request, res: Response) {
    const form = req.body as Submitted
    const typed = typedCode(form)
    if (!cookies.isGateForm(req)) return show(req, res, form, [{ field: typed.field, text: gateWords.stale }], 403)
    if (typed.code === '') return show(req, res, form, [{ field: typed.field, text: words.enterCode }], 422)

    const outcome = await confirmSignIn(
      { database, world },
      {
        pendingToken: cookies.pending(req) ?? '',
        code: typed.code,
        deviceToken: cookies.device(req),
        ...originOf(req),
      },
    )
    if (outcome.kind === 'wait') {
      res.set('Retry-After', String(outcome.seconds))
      return show(req, res, form, [{ field: typed.field, text: gateWords.wait(outcome.seconds) }], 429)
    }
    if (outcome.kind === 'refused') return show(req, res, form, [{ field: typed.field, text: words.refusedCode }], 422)
    cookies.endPending(res)
    if (outcome.kind === 'ended') return res.redirect(303, endedAddress(readNextPath(form)))
    cookies.begin(res, outcome.sessionToken, outcome.deviceToken)
    res.redirect(303, readNextPath(form))
  }

  async function show(req: Request, res: Response, form: Submitted, issues: Issue[], status: number) {
    const state = { issues, formToken: cookies.gateFormToken(req, res), words, callUs: gateWords.callUs, toFix }
    const page = secondStepPage(readNextPath(form), typedCode(form).field === 'backupCode', state)
    await showNewsroom(res, 'accounts/second-step', page, null, status)
  }
}

/** The backup code counts where both are filled: who opened that field meant it. */
function typedCode(form: Submitted): { field: 'code' | 'backupCode'; code: string } {
  const backupCode = readLine(form, 'backupCode')
  return backupCode === '' ? { field: 'code', code: readLine(form, 'code') } : { field: 'backupCode', code: backupCode }
}

const endedAddress = (tiep: string) => `${signInPath}?${new URLSearchParams({ 'het-han': '', tiep })}`
