import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'
import { longestMs } from './session.ts'

/**
 * Staff cookies. With TLS the names begin with `__Host-`, so that no sibling host under gov.vn can plant one.
 * `Lax`, so that a link in a mail opens the newsroom signed in; every form carries its own token anyway.
 */
export type Cookies = {
  session(req: Request): string | null
  device(req: Request): string | null
  gate(req: Request): string | null
  begin(res: Response, sessionToken: string, deviceToken: string): void
  end(res: Response): void
  setGate(res: Response, token: string): void
}

const yearMs = 365 * 24 * 3_600_000
const gateMs = 3_600_000

export function staffCookies(siteUrl: string): Cookies {
  const secure = siteUrl.startsWith('https:')
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain)
  const options: CookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  const read = (req: Request, plain: string) => parseCookie(req.headers.cookie ?? '')[name(plain)] || null
  const write = (res: Response, plain: string, value: string, maxAge: number) =>
    res.cookie(name(plain), value, { ...options, maxAge })

  return {
    session: (req) => read(req, 'session'),
    device: (req) => read(req, 'device'),
    gate: (req) => read(req, 'gate'),
    begin(res, sessionToken, deviceToken) {
      write(res, 'session', sessionToken, longestMs)
      write(res, 'device', deviceToken, yearMs)
      res.clearCookie(name('gate'), options)
    },
    end: (res) => void res.clearCookie(name('session'), options),
    setGate: (res, token) => void write(res, 'gate', token, gateMs),
  }
}
