import { type Field, field, type Issue, type IssueSummary, issueSummary } from '../site/forms.ts'
import { type AddressForm, oldField, targetField } from './address-form.ts'
import { addressesPath, newAddressPath, oldParameter, targetParameter } from './paths.ts'
import type { RedirectWords } from './words.ts'

export type AddressPage = {
  title: string
  words: RedirectWords
  listPath: string
  action: string
  summary: IssueSummary
  fields: Field[]
  suggestions: Suggestion[]
  /** Null for a new one. */
  removalPath: string | null
}

type Suggestion = { title: string; path: string; choosePath: string; isChosen: boolean }
type AddressState = {
  action: string
  removalPath: string | null
  issues: readonly Issue[]
  suggested: readonly { title: string; path: string }[]
  words: RedirectWords
  toFix: (count: number) => string
}

export function addressPage(typed: AddressForm, state: AddressState): AddressPage {
  const { action, removalPath, issues, suggested, words, toFix } = state
  return {
    title: removalPath === null ? words.newTitle : words.changeTitle,
    words,
    listPath: addressesPath,
    action,
    summary: issueSummary(issues, toFix),
    fields: [
      field({ name: oldField, label: words.old, value: typed.old, help: words.oldHelp }, issues),
      field({ name: targetField, label: words.target, value: typed.target, help: words.targetHelp }, issues),
    ],
    suggestions: suggested.map(({ title, path }) => ({
      title,
      path,
      choosePath: prefilledPath(typed.old, path),
      isChosen: typed.target === path,
    })),
    removalPath,
  }
}

/** The form for a new redirect, with what is known of it already. */
export function prefilledPath(old: string, target = ''): string {
  const query = new URLSearchParams({ [oldParameter]: old, ...(target ? { [targetParameter]: target } : {}) })
  return `${newAddressPath}?${query}`
}
