import type { Config } from '../config.ts'
import type { IconName } from '../site/icons.ts'
import type { CheckedField, Finding } from './checked.ts'
import { type ChecksWords, checksWords } from './words.ts'

type Row = {
  state: 'block' | 'advise'
  icon: IconName
  label: string
  sentence: string
  field: CheckedField
  /** What to select in the field; empty where nothing is quoted. */
  quote: string
  show: string
}

export type ChecksPart = {
  title: string
  summary: string
  /** Where the form is sent while somebody types; null where the panel stays as it is. */
  address: string | null
  rows: Row[]
  /** Checks with nothing to say, in one line; null when every check had. */
  passed: string | null
}

/** The beginning of a long sentence is enough to find it. */
const longestQuote = 200

/** The whole view of the part, for the route that answers with it alone. */
export const checksView = 'checks/parts/panel'

export function checksPart(
  findings: readonly Finding[],
  address: string | null,
  language: Config['language'],
): ChecksPart {
  const words = checksWords[language]
  const failed = new Set(findings.map(({ check }) => words.names[check]))
  const passed = [...new Set(Object.values(words.names))].filter((name) => !failed.has(name))
  return {
    title: words.title,
    summary: summary(findings, words),
    address,
    rows: findings.map((finding) => row(finding, words)),
    passed: passed.length > 0 ? words.passed(passed.join(', ')) : null,
  }
}

function summary(findings: readonly Finding[], words: ChecksWords): string {
  const blocks = findings.filter(({ severity }) => severity === 'blocks').length
  const advice = findings.length - blocks
  if (blocks === 0) return advice === 0 ? words.ready : words.readyWith(advice)
  return advice === 0 ? words.toFix(blocks) : words.toFixWith(blocks, advice)
}

function row({ severity, field, sentence, quote }: Finding, words: ChecksWords): Row {
  const isBlock = severity === 'blocks'
  return {
    state: isBlock ? 'block' : 'advise',
    icon: isBlock ? 'cross' : 'alert',
    label: isBlock ? words.mustFix : words.advice,
    sentence,
    field,
    quote: (quote ?? '').slice(0, longestQuote),
    show: words.show[field],
  }
}
