const hour = 3_600_000

/** A session ends after this time without a request… */
export const idleMs = 12 * hour
/** …and after this time in any case. */
export const longestMs = 7 * 24 * hour
/** How exactly "last seen" is kept: a page view should not always write. */
export const seenStepMs = 5 * 60_000

export const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()

export type Session = {
  /** Names it in an address. */
  id: string
  tokenHash: string
  createdAt: string
  seenAt: string
  address: string
  browser: string
}
