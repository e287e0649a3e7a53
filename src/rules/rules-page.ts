import type { Notice } from '../site/forms.ts'
import { rulesPath } from './paths.ts'
import type { Rules } from './rules.ts'
import type { RulesWords } from './words.ts'

type Tick = { name: string; label: string; help: string; isTicked: boolean }

export type RulesPage = {
  title: string
  words: RulesWords
  action: string
  gates: { value: string; label: string; isChosen: boolean }[]
  ticks: Tick[]
  notice: Notice
}

export function rulesPage(rules: Rules, isSaved: boolean, words: RulesWords): RulesPage {
  const tick = (name: 'fourEyes' | 'readerReports' | 'secondFactor'): Tick => ({
    name,
    label: words[name],
    help: words[`${name}Help`],
    isTicked: rules[name],
  })
  return {
    title: words.title,
    words,
    action: rulesPath,
    gates: [
      { value: '1', label: words.oneGate, isChosen: rules.gates === 1 },
      { value: '2', label: words.twoGates, isChosen: rules.gates === 2 },
    ],
    ticks: [tick('fourEyes'), tick('readerReports'), tick('secondFactor')],
    notice: isSaved ? { kind: 'ok', text: words.saved } : null,
  }
}

/** The rules in one line, as the audit log keeps them. */
export function rulesNote(rules: Rules, words: RulesWords): string {
  const state = (name: 'fourEyes' | 'readerReports' | 'secondFactor') =>
    `${words[name]}: ${rules[name] ? words.on : words.off}`
  return [`${words.gates}: ${rules.gates}`, state('fourEyes'), state('readerReports'), state('secondFactor')].join('; ')
}
