import type { Request, Response } from 'express'
import encodeQr from 'qr'
import { rulesReader } from '../rules/index.ts'
import { notFound } from '../site/faults.ts'
import { type Issue, readLine, readTyped, type Submitted } from '../site/forms.ts'
import type { StaffRouter, Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { ownPasswordIssues } from './account-form.ts'
import {
  makeBackupCodes,
  prepareSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './change-second-factor.ts'
import { checkOwnPassword } from './check-own-password.ts'
import type { AccountTools } from './index.ts'
import * as paths from './paths.ts'
import { appAddress } from './second-factor.ts'
import {
  backupCodesPage,
  managedFactorPage,
  renewPasswordField,
  secondFactorPage,
  setUpPage,
  turnOffPasswordField,
} from './second-factor-page.ts'
import { secondFactorReader } from './second-factor-store.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { accountWords } from './words.ts'

/** Light modules around the code, as the standard asks for. */
const quietZone = 4

/** Where everybody sets up her own second factor. */
export function addSecondFactorRoutes(routes: StaffRouter, tools: AccountTools) {
  const { database, config, world, showNewsroom } = tools
  const words = secondFactorWords[config.language]
  const { toFix } = siteWords[config.language]
  const reader = secondFactorReader(database.read)
  /** What her app shows beside the code; a host, because some apps lose letters with marks. */
  const issuer = new URL(config.siteUrl).host
  routes.get(paths.secondFactorPath, 'use-own-account', (req, res, visit) => showFactor(req, res, visit, []))
  routes.post(paths.secondFactorPath, 'use-own-account', turnOn)
  routes.post(paths.prepareSecondFactorPath, 'use-own-account', prepare)
  routes.get(paths.secondFactorQrPath, 'use-own-account', showQr)
  routes.post(paths.turnOffSecondFactorPath, 'use-own-account', turnOff)
  routes.post(paths.backupCodesPath, 'use-own-account', renewBackupCodes)

  /** Not set up, waiting for its first code, or on: each has a page of its own at this address. */
  async function showFactor(req: Request, res: Response, { staff, desk }: Visit, issues: Issue[]) {
    const factor = await reader.find(staff.id)
    const status = issues.length > 0 ? 422 : 200
    const state = { issues, words, toFix }
    if (factor?.confirmedAt) {
      const codesLeft = await reader.countBackupCodes(staff.id)
      const standing = { confirmedAt: factor.confirmedAt, codesLeft, timeZone: config.timeZone }
      return showNewsroom(res, 'accounts/managed-factor', managedFactorPage(standing, state), desk, status)
    }
    const { secondFactor: isRequired } = await rulesReader(database.read).get()
    if (!factor) {
      const page = secondFactorPage(isRequired, 'tat' in req.query, words)
      return showNewsroom(res, 'accounts/second-factor', page, desk, status)
    }
    const account = { secret: factor.secret, issuer, email: staff.email }
    await showNewsroom(res, 'accounts/set-up-factor', setUpPage(account, isRequired, state), desk, status)
  }

  async function prepare(_req: Request, res: Response, { staff }: Visit) {
    await prepareSecondFactor({ database, world }, staff)
    res.redirect(303, paths.secondFactorPath)
  }

  async function turnOn(req: Request, res: Response, visit: Visit) {
    const code = readLine(req.body as Submitted, 'code')
    if (code === '') return showFactor(req, res, visit, [{ field: 'code', text: words.enterCode }])
    const codes = await turnOnSecondFactor({ database, world }, visit.staff, code)
    if (codes) return showCodes(res, visit, codes, false)
    const factor = await reader.find(visit.staff.id)
    // Sent twice: it is on, and its codes were shown.
    if (!factor || factor.confirmedAt) return res.redirect(303, paths.secondFactorPath)
    await showFactor(req, res, visit, [{ field: 'code', text: words.wrongFirstCode }])
  }

  async function showQr(_req: Request, res: Response, { staff }: Visit) {
    const factor = await reader.find(staff.id)
    // Once confirmed, the secret never leaves again.
    if (!factor || factor.confirmedAt) return notFound()
    res.type('svg').send(encodeQr(appAddress(factor.secret, issuer, staff.email), 'svg', { border: quietZone }))
  }

  async function turnOff(req: Request, res: Response, visit: Visit) {
    const factor = await reader.find(visit.staff.id)
    if (!factor?.confirmedAt) return res.redirect(303, paths.secondFactorPath)
    const issues = await passwordIssues(req, visit, turnOffPasswordField)
    if (issues.length > 0) return showFactor(req, res, visit, issues)
    await turnOffSecondFactor({ database, world }, visit.staff)
    res.redirect(303, `${paths.secondFactorPath}?tat`)
  }

  async function renewBackupCodes(req: Request, res: Response, visit: Visit) {
    const factor = await reader.find(visit.staff.id)
    if (!factor?.confirmedAt) return res.redirect(303, paths.secondFactorPath)
    const issues = await passwordIssues(req, visit, renewPasswordField)
    if (issues.length > 0) return showFactor(req, res, visit, issues)
    await showCodes(res, visit, await makeBackupCodes({ database, world }, visit.staff), true)
  }

  async function showCodes(res: Response, { staff, desk }: Visit, codes: string[], isRenewed: boolean) {
    const page = backupCodesPage(codes, { email: staff.email, issuer }, isRenewed, words)
    await showNewsroom(res, 'accounts/backup-codes', page, desk)
  }

  async function passwordIssues(req: Request, { staff }: Visit, field: string): Promise<Issue[]> {
    const password = readTyped(req.body as Submitted, field)
    const check = await checkOwnPassword({ database, world }, { staff, password, address: req.ip ?? '' })
    return ownPasswordIssues(check, field, accountWords[config.language])
  }
}
