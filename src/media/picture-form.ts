import { atMost, type Issue, isTicked, readLine, type Submitted, unbroken } from '../site/forms.ts'
import { type Description, pictureProblems } from './picture.ts'
import type { MediaWords } from './words.ts'

const mostLetters = { alternativeText: 300, caption: 500, credit: 200 } as const
const fields = ['alternativeText', 'caption', 'credit'] as const

export function readDescription(form: Submitted): Description {
  return {
    alternativeText: readLine(form, 'alternativeText'),
    isDecorative: isTicked(form, 'isDecorative'),
    caption: readLine(form, 'caption'),
    credit: readLine(form, 'credit'),
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

export function brokenLetterIssues(description: Description, brokenLetters: string): Issue[] {
  return fields.flatMap((name) => unbroken(description[name], name, brokenLetters))
}
