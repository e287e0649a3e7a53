import { atMost, type Issue, isTicked, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { Colleague } from './comment.ts'
import type { DiscussionWords } from './words.ts'

export const mostLetters = 4_000

export type TypedComment = { body: string; mentionedIds: number[] }

export const nothingTyped: TypedComment = { body: '', mentionedIds: [] }

/** Apart from the editor's own fields, which stand on the same page. */
export const bodyField = 'comment'
export const mentionField = (staffId: number) => `mention-${staffId}`

/** Only those who may be mentioned are looked for, so nobody else can be. */
export const readComment = (form: Submitted, colleagues: readonly Colleague[]): TypedComment => ({
  body: readText(form, bodyField),
  mentionedIds: colleagues.filter(({ id }) => isTicked(form, mentionField(id))).map(({ id }) => id),
})

export function commentIssues({ body }: TypedComment, words: DiscussionWords, brokenLetters: string): Issue[] {
  return [
    ...required(body, bodyField, words.enterComment),
    ...atMost(body, mostLetters, bodyField, words.tooLong(formatNumber(mostLetters))),
    ...unbroken(body, bodyField, brokenLetters),
  ]
}
