import { type Issue, readLine, type Submitted } from '../site/forms.ts'
import { isKept, type Judgement } from './judge-addresses.ts'
import type { RedirectWords } from './words.ts'

export const oldField = 'old-address'
export const targetField = 'target'

/** As it was typed. */
export type AddressForm = { old: string; target: string }

export const readAddressForm = (form: Submitted): AddressForm => ({
  old: readLine(form, oldField),
  target: readLine(form, targetField),
})

/** What keeps a redirect from being kept; one that is there already keeps nobody from anything. */
export function addressIssues(judgement: Judgement, { flaws }: RedirectWords): Issue[] {
  const { outcome } = judgement
  if (isKept(judgement) || outcome === 'same' || outcome === 'new' || outcome === 'replaced') return []
  const isOld = outcome === 'bad-old' || outcome === 'real-page' || outcome === 'bad-line'
  return [{ field: isOld ? oldField : targetField, text: flaws[outcome] }]
}
