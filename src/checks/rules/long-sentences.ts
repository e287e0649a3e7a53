import { warns } from '../checked.ts'
import type { Check } from '../reading.ts'

/** As the text doctor counts them. */
const mostWords = 40

/** Advice: one line for all of them. */
export const longSentences: Check = ({ doctor }, words) => {
  const long = doctor.flatMap(({ reason, field, found }) =>
    reason.code === 'longSentence' ? [{ field, found, words: reason.parts.words }] : [],
  )
  const [longest] = long.toSorted((a, b) => b.words - a.words)
  return longest
    ? [warns(longest.field, words.longSentences(long.length, mostWords, longest.words), longest.found)]
    : []
}
