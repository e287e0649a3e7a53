import { atMost, type Issue, readId, readLine, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import { lifetimes, usualLifetime } from './link.ts'
import type { PreviewWords } from './words.ts'

/** `approver` is empty for a link with which anybody reads; `days` is null for what no list offers. */
export type TypedLink = { approver: string; days: number | null }

export const nothingTyped: TypedLink = { approver: '', days: usualLifetime }

const mostLetters = 120

export const readLink = (form: Submitted): TypedLink => ({
  approver: readLine(form, 'approver'),
  days: lifetimes.find((days) => days === readId(form, 'days')) ?? null,
})

export const linkIssues = ({ approver, days }: TypedLink, words: PreviewWords, brokenLetters: string): Issue[] => [
  ...atMost(approver, mostLetters, 'approver', words.tooLong(formatNumber(mostLetters))),
  ...unbroken(approver, 'approver', brokenLetters),
  ...(days === null ? [{ field: 'days', text: words.chooseDays }] : []),
]
