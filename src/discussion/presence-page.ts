import { clockTime, dateWithTime, isSameDay } from '../text/dates.ts'
import { leavePath, presencePath } from './paths.ts'
import { presenceSentence } from './presence.ts'
import type { DiscussionWords } from './words.ts'

/** Who else has the article open, as the server knew it when it sent the page. */
export type PresencePart = { beatPath: string; leavePath: string; sentence: string | null }

/** What a beat of `presence.js` is answered. */
export type PresenceAnswer = {
  others: string[]
  sentence: string | null
  /** Who saved the article since the page was opened; `at` is an instant. Null while the page is up to date. */
  newer: { by: string; at: string; sentence: string } | null
}

/** An article as it stands now, and who made it so. */
export type CurrentVersion = { version: number; changedByName: string; changedAt: string }

type AnswerParts = {
  others: string[]
  current: CurrentVersion
  /** Null when the page did not say. */
  knownVersion: number | null
  readerName: string
  now: string
  timeZone: string
  words: DiscussionWords
}

export const presencePart = (articleId: number, others: string[], words: DiscussionWords): PresencePart => ({
  beatPath: presencePath(articleId),
  leavePath: leavePath(articleId),
  sentence: presenceSentence(others, words),
})

export function presenceAnswer(parts: AnswerParts): PresenceAnswer {
  const { others, current, knownVersion, words } = parts
  const isStale = knownVersion !== null && knownVersion < current.version
  return {
    others,
    sentence: presenceSentence(others, words),
    newer: isStale ? { by: current.changedByName, at: current.changedAt, sentence: savedSentence(parts) } : null,
  }
}

function savedSentence({ current, readerName, now, timeZone, words }: AnswerParts): string {
  const { changedAt, changedByName } = current
  const time = isSameDay(changedAt, now, timeZone) ? clockTime(changedAt, timeZone) : dateWithTime(changedAt, timeZone)
  // Also true of somebody else who has the same name.
  if (changedByName === readerName) return words.savedElsewhere(time)
  return words.savedBy(changedByName || words.somebody, time)
}
