import type { Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { prefilledPath } from './address-page.ts'
import type { MissedRow } from './missed-address-store.ts'
import type { MissedWords } from './missed-words.ts'
import { afterParameter, ignoreMissedPath, missedPath } from './paths.ts'
import { type RedirectTabs, redirectTabs } from './tabs-part.ts'
import type { RedirectWords } from './words.ts'

export type MissedPage = {
  title: string
  words: MissedWords
  tabs: RedirectTabs
  notice: Notice
  rows: MissedLine[]
  first: string | null
  next: string | null
}

type MissedLine = {
  address: string
  from: string | null
  times: string
  last: { text: string; machine: string }
  createPath: string
  ignorePath: string
  about: string
}

type MissedParts = {
  /** One more than a page holds, where there is one. */
  rows: readonly MissedRow[]
  perPage: number
  isFirst: boolean
  notice: Notice
  timeZone: string
  roomWords: RedirectWords
  words: MissedWords
}

export function missedPage({ rows, perPage, isFirst, notice, timeZone, roomWords, words }: MissedParts): MissedPage {
  const last = rows.length > perPage ? rows[perPage - 1] : undefined
  return {
    title: roomWords.title,
    words,
    tabs: redirectTabs(missedPath, roomWords),
    notice,
    rows: rows.slice(0, perPage).map((row) => ({
      address: row.address,
      from: row.referrer === '' ? null : words.from(row.referrer),
      times: formatNumber(row.count),
      last: { text: dateWithTime(row.lastAt, timeZone), machine: zonedIso(row.lastAt, timeZone) },
      createPath: prefilledPath(row.address),
      ignorePath: ignoreMissedPath(row.id),
      about: words.ofAddress(row.address),
    })),
    first: isFirst ? null : missedPath,
    next: last ? `${missedPath}?${afterParameter}=${last.count}-${last.id}` : null,
  }
}
