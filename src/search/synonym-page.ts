import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { synonymsPath } from './paths.ts'
import type { SearchWords } from './words.ts'

export type SynonymPage = {
  title: string
  intro: string
  action: string
  save: string
  field: Field
  summary: IssueSummary
  notice: Notice
}

type FormState = { issues: Issue[]; isSaved: boolean; words: SearchWords; toFix: (count: number) => string }

export function synonymPage(text: string, { issues, isSaved, words, toFix }: FormState): SynonymPage {
  const wish = { name: 'groups', label: words.groups, help: words.groupsHelp, control: 'textarea', rows: 14 } as const
  return {
    title: words.synonymsTitle,
    intro: words.synonymsIntro,
    action: synonymsPath,
    save: words.save,
    field: field({ ...wish, value: text }, issues),
    summary: issueSummary(issues, toFix),
    notice: isSaved ? { kind: 'ok', text: words.saved } : null,
  }
}
