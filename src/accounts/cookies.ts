import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'
import { readTyped, type Submitted } from '../site/forms.ts'
import { formTokenField } from '../site/staff-router.ts'
import { pendingMs } from './pending-sign-in-store.ts'
import { longestMs } from './session.ts'
import type { Origin } from './sign-in.ts'
import { formTokenOf, isSameText, newToken } from './token.ts'

/**
 * Staff cookies. With TLS the names begin with `__Host-`, so that no sibling host under gov.vn can plant one.
 * `Lax`, so that a link in a mail opens the newsroom signed in; every form carries its own token anyway.
 */
export type Cookies = {
  session(req: Request): string | null
  device(req: Request): string | null
  /** Of somebody who still owes the code of her phone. */
  pending(req: Request): string | null
  begin(res: Response, sessionToken: string, deviceToken: string): void
  end(res: Response): void
  setPending(res: Response, token: string): void
  endPending(res: Response): void
  /**
   * For the forms before sign-in: there is no session to bind them to, so the browser gets a token for this door alone.
   */
  gateFormToken(req: Request, res: Response): string
  isGateForm(req: Request): boolean
}

export const originOf = (req: Request): Origin => ({ address: req.ip ?? '', browser: req.get('user-agent') ?? '' })

const yearMs = 365 * 24 * 3_600_000
const gateMs = 3_600_000

export function staffCookies(siteUrl: string, random: (bytes: number) => Buffer): Cookies {
  const secure = siteUrl.startsWith('https:')
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain)
  const options: CookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  const read = (req: Request, plain: string) => parseCookie(req.headers.cookie ?? '')[name(plain)] || null
  const write = (res: Response, plain: string, value: string, maxAge: number) =>
    res.cookie(name(plain), value, { ...options, maxAge })

  return {
    session: (req) => read(req, 'session'),
    device: (req) => read(req, 'device'),
    pending: (req) => read(req, 'pending'),
    begin(res, sessionToken, deviceToken) {
      write(res, 'session', sessionToken, longestMs)
      write(res, 'device', deviceToken, yearMs)
      res.clearCookie(name('gate'), options)
    },
    end: (res) => void res.clearCookie(name('session'), options),
    setPending: (res, token) => void write(res, 'pending', token, pendingMs),
    endPending: (res) => void res.clearCookie(name('pending'), options),
    gateFormToken(req, res) {
      const token = read(req, 'gate') ?? newToken(random)
      write(res, 'gate', token, gateMs)
      return formTokenOf(token)
    },
    isGateForm(req) {
      const token = read(req, 'gate')
      return token !== null && isSameText(formTokenOf(token), readTyped(req.body as Submitted, formTokenField))
    },
  }
}
