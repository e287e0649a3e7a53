import { atMost, type Issue, isTicked, readLine, type Submitted, unbroken } from '../site/forms.ts'
import { type Description, pictureProblems } from './picture.ts'
import type { MediaWords } from './words.ts'

const mostLetters = { alternativeText: 300, caption: 500, credit: 200, consent: 500 } as const
const fields = ['alternativeText', 'caption', 'credit'] as const

/** `ending` closes the names of the fields, where a form describes several pictures. */
export function readDescription(form: Submitted, ending = ''): Description {
  return {
    alternativeText: readLine(form, `alternativeText${ending}`),
    isDecorative: isTicked(form, `isDecorative${ending}`),
    caption: readLine(form, `caption${ending}`),
    credit: readLine(form, `credit${ending}`),
  }
}

/** `originalName` is the name of the file: a description that only repeats it tells a blind reader nothing. */
export function descriptionIssues(description: Description, originalName: string, words: MediaWords): Issue[] {
  const problem = pictureProblems({ ...description, originalName })
  return [
    ...(problem ? [{ field: 'alternativeText', text: words.problems[problem] }] : []),
    ...fields.flatMap((name) => atMost(description[name], mostLetters[name], name, words.tooLong(mostLetters[name]))),
  ]
}

export const readConsent = (form: Submitted): string => readLine(form, 'consent')

export function consentIssues(consent: string, words: MediaWords, brokenLetters: string): Issue[] {
  return [
    ...atMost(consent, mostLetters.consent, 'consent', words.tooLong(mostLetters.consent)),
    ...unbroken(consent, 'consent', brokenLetters),
  ]
}

export function brokenLetterIssues(description: Description, brokenLetters: string): Issue[] {
  return fields.flatMap((name) => unbroken(description[name], name, brokenLetters))
}
