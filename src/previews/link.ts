/** An address at which somebody without an account reads an article before its readers do. Times are ISO 8601 UTC. */
export type PreviewLink = {
  id: number
  articleId: number
  /** Who is asked to agree; null for a link with which anybody reads and nobody answers. */
  approver: string | null
  createdAt: string
  createdBy: string
  expiresAt: string
  revokedAt: string | null
  /** When an edition of its article passed the last gate for the last time; null when none ever did. */
  lastPassedAt: string | null
}

/** How long a link may be asked for, in days. */
export const lifetimes = [1, 3, 7, 30] as const
export const usualLifetime = 3

const dayMs = 24 * 60 * 60 * 1_000
export const endOf = (createdAt: string, days: number): string =>
  new Date(Date.parse(createdAt) + days * dayMs).toISOString()

export type LinkState = 'valid' | 'expired' | 'revoked' | 'published' | 'deleted'

/** Where the article stands; null once it is erased. */
type Standing = { publishedAt: string | null; withdrawnAt: string | null; deletedAt: string | null } | null

/** Computed whenever it is read, so no timer can leave a link open. */
export function linkState(link: PreviewLink, article: Standing, now: string): LinkState {
  if (link.revokedAt !== null) return 'revoked'
  if (article === null || article.deletedAt !== null) return 'deleted'
  if (hasGoneOut(link, article, now)) return 'published'
  return link.expiresAt <= now ? 'expired' : 'valid'
}

/** Readers got the article, or a newer edition of it, after the link was made. One that waits for its hour is not out yet. */
function hasGoneOut(
  { createdAt, lastPassedAt }: PreviewLink,
  { publishedAt, withdrawnAt }: NonNullable<Standing>,
  now: string,
): boolean {
  if (lastPassedAt === null || publishedAt === null || publishedAt > now) return false
  if (withdrawnAt !== null && withdrawnAt <= publishedAt) return false
  return lastPassedAt > createdAt || publishedAt > createdAt
}
