import { type Issue, idFrom, type Submitted } from '../site/forms.ts'
import type { DescribingWords } from './describing-words.ts'
import { type Description, type Picture, pictureProblems } from './picture.ts'
import { brokenLetterIssues, descriptionIssues, readDescription } from './picture-form.ts'
import type { MediaWords } from './words.ts'

/** How many pictures one form describes. */
export const mostAtOnce = 10

/** What was typed about one of several pictures. */
export type Typed = { picture: Picture; description: Description }

/** Sets the fields of one picture apart from those of the others. */
export const endingOf = (id: number): string => `-${id}`

export function readIds(form: Submitted): number[] {
  const ids = [form['id']].flat().flatMap((text) => idFrom(text) ?? [])
  return [...new Set(ids)].slice(0, mostAtOnce)
}

export const readTyped = (form: Submitted, picture: Picture): Typed => ({
  picture,
  description: readDescription(form, endingOf(picture.id)),
})

/** Nobody wrote anything about it: it waits for another time. */
export function isUntouched({ picture, description }: Typed): boolean {
  const { alternativeText, isDecorative, caption, credit } = description
  return alternativeText === '' && !isDecorative && caption === picture.caption && credit === picture.credit
}

/** The same was saved a moment ago, as when a button is pressed twice. */
export function isSavedAlready({ picture, description }: Typed): boolean {
  const { alternativeText, isDecorative, caption, credit } = description
  return (
    pictureProblems(picture) !== 'missing' &&
    alternativeText === picture.alternativeText &&
    isDecorative === picture.isDecorative &&
    caption === picture.caption &&
    credit === picture.credit
  )
}

type Words = { media: MediaWords; describing: DescribingWords; brokenLetters: string }

/** The picture is as it is now; it had no description when the form was shown. */
export function typedIssues({ picture, description }: Typed, words: Words): Issue[] {
  const name = (field: string) => field + endingOf(picture.id)
  if (pictureProblems(picture) !== 'missing') {
    return [{ field: name('alternativeText'), text: words.describing.describedMeanwhile(picture.alternativeText) }]
  }
  return [
    ...descriptionIssues(description, picture.originalName, words.media),
    ...brokenLetterIssues(description, words.brokenLetters),
  ].map(({ field, text }) => ({ field: name(field), text }))
}
