import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** 256 random bits, as text for a cookie or an address. */
export const newToken = (random: (bytes: number) => Buffer): string => random(32).toString('base64url')

/** What the database keeps of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Names a session in an address: whoever reads it there knows neither the token nor its hash. */
export const publicIdOf = (hash: string): string =>
  createHmac('sha256', hash).update('public id').digest('base64url').slice(0, 12)

/** The token of every form of a session: useless in another session, and it does not tell the session's own token. */
export const formTokenOf = (token: string): string => createHmac('sha256', token).update('form').digest('base64url')

export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
