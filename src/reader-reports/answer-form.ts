import { atMost, type Issue, readLine, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { ReportWords } from './words.ts'

/** What staff typed into one of the small forms below a report. */
export type TypedAnswer = { explanation: string; note: string; verdict: 'no-error' | 'spam' }

export const noAnswer: TypedAnswer = { explanation: '', note: '', verdict: 'no-error' }

const mostLetters = 1_000

export const readAnswer = (form: Submitted): TypedAnswer => ({
  explanation: readLine(form, 'explanation'),
  note: readText(form, 'note'),
  verdict: readLine(form, 'verdict') === 'spam' ? 'spam' : 'no-error',
})

export const explanationIssues = ({ explanation }: TypedAnswer, words: ReportWords, brokenLetters: string): Issue[] => [
  ...required(explanation, 'explanation', words.enterExplanation),
  ...fit(explanation, 'explanation', words, brokenLetters),
]

export const dismissalIssues = ({ note, verdict }: TypedAnswer, words: ReportWords, brokenLetters: string): Issue[] => [
  ...(verdict === 'spam' ? [] : required(note, 'note', words.enterNote)),
  ...fit(note, 'note', words, brokenLetters),
]

const fit = (text: string, field: string, words: ReportWords, brokenLetters: string): Issue[] => [
  ...atMost(text, mostLetters, field, words.tooLong(formatNumber(mostLetters))),
  ...unbroken(text, field, brokenLetters),
]
