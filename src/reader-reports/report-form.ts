import { atMost, type Issue, isTicked, readLine, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import { telephoneLink } from '../text/phone.ts'
import type { SentReport } from './report.ts'
import type { ReportWords } from './words.ts'

/** What a reader typed. `isTrapped`: a field was filled that no person sees. */
export type TypedReport = SentReport & { hasConsent: boolean; isTrapped: boolean }

export const nothingTyped: TypedReport = {
  body: '',
  quote: '',
  name: '',
  contact: '',
  hasConsent: false,
  isTrapped: false,
}

export const consentField = 'consent'
/** A name that programs like to fill, and that no browser fills by itself. */
export const trapField = 'website'

const most = { body: 2_000, quote: 500, name: 250, contact: 250 }

export const readReport = (form: Submitted): TypedReport => ({
  body: readText(form, 'body'),
  quote: readLine(form, 'quote'),
  name: readLine(form, 'name'),
  contact: readLine(form, 'contact'),
  hasConsent: isTicked(form, consentField),
  isTrapped: isTicked(form, trapField),
})

export function reportIssues(typed: TypedReport, words: ReportWords, brokenLetters: string): Issue[] {
  const { body, name, contact, hasConsent } = typed
  const isPersonal = name !== '' || contact !== ''
  const fit = (field: keyof SentReport) => [
    ...atMost(typed[field], most[field], field, words.tooLong(formatNumber(most[field]))),
    ...unbroken(typed[field], field, brokenLetters),
  ]
  return [
    ...required(body, 'body', words.enterBody),
    ...fit('body'),
    ...fit('quote'),
    ...fit('name'),
    ...fit('contact'),
    ...(contact === '' || canBeReached(contact) ? [] : [{ field: 'contact', text: words.contactForm }]),
    ...(isPersonal && !hasConsent ? [{ field: consentField, text: words.giveConsent }] : []),
  ]
}

const canBeReached = (contact: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact) || telephoneLink(contact) !== null
