import { slashDate } from '../text/calendar.ts'
import { shownPeriod, weekdays, weeksOf } from './period.ts'
import type { ArchiveWords } from './words.ts'

/** A month as a table of weeks; days with news are links. */
export type CalendarPart = {
  caption: string
  weekdays: { short: string; name: string }[]
  weeks: (CalendarDay | null)[][]
}

export type CalendarDay = { number: number; label: string; path: string | null; isHere: boolean }

type CalendarParts = {
  /** `2017-02` */
  month: string
  /** The day of the page, if it is one of this month. */
  here: string | null
  counts: ReadonlyMap<string, number>
  path: (day: string) => string
  language: 'vi' | 'en'
  words: ArchiveWords
}

export function calendarPart({ month, here, counts, path, language, words }: CalendarParts): CalendarPart {
  const names = weekdays(language)
  return {
    caption: words.calendar(shownPeriod({ key: month })),
    weekdays: words.weekdays.map((short, place) => ({ short, name: names[place] ?? short })),
    weeks: weeksOf(month).map((week) => week.map((day) => (day === null ? null : shownDay(day)))),
  }

  function shownDay(day: string): CalendarDay {
    const count = counts.get(day) ?? 0
    return {
      number: Number(day.slice(8)),
      label: words.dayWithNews(slashDate(day), count),
      path: count > 0 ? path(day) : null,
      isHere: day === here,
    }
  }
}
