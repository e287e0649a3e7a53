import type { ReceiverKind } from './receiver.ts'

/** Why there was no answer. */
export const failures = ['timeout', 'no-host', 'certificate', 'unreachable'] as const
export type Failure = (typeof failures)[number]

/** What came of one try. */
export type Answer = { status: number; retryAfter: string | null } | { failure: Failure }

/**
 * `again`: this at `at`, and the receiver nothing before `pausedUntil`. `refused`: never again, since it would be answered the
 * same. `gone`: the receiver wants nothing any more.
 */
export type Verdict =
  | { kind: 'delivered'; pausedUntil: string | null }
  | { kind: 'again'; at: string; pausedUntil: string }
  | { kind: 'refused'; pausedUntil: string }
  | { kind: 'gone' }

const minuteMs = 60_000
/** After each try, how long the next one waits; after the last of them there is none. */
export const pausesInMinutes = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60] as const
const longestPauseMinutes = 24 * 60

/** `tries` counts this one. */
export function judge(answer: Answer, kind: ReceiverKind, tries: number, now: string): Verdict {
  const after = (minutes: number) => new Date(Date.parse(now) + minutes * minuteMs).toISOString()
  const status = 'status' in answer ? answer.status : 0
  if (status >= 200 && status < 300) {
    // Search engines ask for many addresses at once, not for many calls.
    return { kind: 'delivered', pausedUntil: kind === 'indexnow' ? after(1) : null }
  }
  if (status === 410) return { kind: 'gone' }
  const wished = 'status' in answer ? wishedMinutes(answer, now) : 0
  const pausedUntil = after(Math.max(1, wished))
  const pause = pausesInMinutes[tries - 1]
  const isRefused = kind === 'indexnow' && (status === 400 || status === 422)
  if (pause === undefined || isRefused) return { kind: 'refused', pausedUntil }
  return { kind: 'again', at: after(Math.max(pause, wished)), pausedUntil }
}

/** `Retry-After` of those who have too much to do: seconds or a date. Nobody is waited for longer than a day. */
function wishedMinutes({ status, retryAfter }: { status: number; retryAfter: string | null }, now: string): number {
  if (retryAfter === null || (status !== 429 && status !== 503)) return 0
  const ms = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.parse(now)
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms / minuteMs, 0), longestPauseMinutes)
}

/** As it is kept: a status, or the word for why there was none. */
export const resultOf = (answer: Answer): string => ('status' in answer ? String(answer.status) : answer.failure)
