import { Secret, TOTP } from 'otpauth'

/** What every app on a phone knows: SHA-1, six digits, thirty seconds (RFC 6238). */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 }
const secretBytes = 20
/** Clocks of phones go wrong by some seconds, and typing takes some. */
const stepsAround = 1

/** 160 random bits in base32, as apps take them. */
export const newSecret = (random: (bytes: number) => Buffer): string =>
  new Secret({ buffer: Uint8Array.from(random(secretBytes)).buffer }).base32

/** In groups of four, for whoever types it. */
export const spelledSecret = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''

/** The `otpauth://` address that an app reads from the QR code; `issuer` and `account` are what it shows. */
export const appAddress = (secret: string, issuer: string, account: string): string =>
  new TOTP({ ...kind, issuer, label: account, secret: Secret.fromBase32(secret) }).toString()

/** Digits as people paste and type them: with spaces, with hyphens, in full width. */
export const normalCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

/**
 * The time step whose code this is, at `now` or one step beside it; null for a wrong code. Whether that step was used
 * before only the database knows.
 */
export function stepOfCode(secret: string, typed: string, now: string): number | null {
  const code = normalCode(typed)
  if (!/^\d{6}$/.test(code)) return null
  const at = { secret: Secret.fromBase32(secret), timestamp: Date.parse(now) }
  const distance = TOTP.validate({ ...kind, ...at, token: code, window: stepsAround })
  return distance === null ? null : TOTP.counter({ period: kind.period, timestamp: at.timestamp }) + distance
}
