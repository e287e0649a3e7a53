import { dateWithTime, zonedIso } from '../text/dates.ts'
import { keepTogether } from '../text/display.ts'
import { type Moment, postedOn } from './story-part.ts'
import type { Update } from './update.ts'
import type { NewsWords } from './words.ts'

/** What was wrong and what is right, as `part('news/correction', correction)` shows it. */
export type ShownCorrection = { words: NewsWords; date: Moment; note: string; wrong: string; right: string }

/** A line of what became of an article since it was published. */
export type HistoryLine = { date: Moment; text: string }

type UpdateTools = { timeZone: string; words: NewsWords }

/** The words that were wrong stay as they stood, to the last space. */
export const shownCorrection = ({ at, note, wrong, right }: Update, { timeZone, words }: UpdateTools) => ({
  words,
  date: postedOn(at, timeZone),
  note: keepTogether(note),
  wrong,
  right,
})

/** Newest first, down to the publication; empty while nothing happened since. */
export function historyLines(publishedAt: string, updates: Update[], { timeZone, words }: UpdateTools): HistoryLine[] {
  if (updates.length === 0) return []
  return [
    ...updates.map((update) => ({ date: toTheMinute(update.at, timeZone), text: historyText(update, words) })),
    { date: toTheMinute(publishedAt, timeZone), text: words.firstPublished },
  ]
}

export const toTheMinute = (instant: string, timeZone: string): Moment => ({
  text: dateWithTime(instant, timeZone),
  machine: zonedIso(instant, timeZone),
})

function historyText({ kind, note, wrong, right }: Update, words: NewsWords): string {
  const text = note || (wrong && right ? words.replaced(wrong, right) : '')
  // A line of the history is an update; only other kinds say what they are.
  const label = kind === 'update' && text ? '' : words.updateKinds[kind]
  return keepTogether([label, text].filter(Boolean).join(': '))
}
