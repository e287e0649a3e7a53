import type { DiscussionWords } from './words.ts'

/** Three beats of `presence.js`: a phone that loses two of them has not left. */
const absentAfterMs = 60_000
const mostNamed = 3

/** Who was last heard of before this moment has gone. */
export const goneBefore = (now: string): string => new Date(Date.parse(now) - absentAfterMs).toISOString()

/** Up to three by name; of more, two. Null when nobody else is there. */
export function presenceSentence(names: readonly string[], words: DiscussionWords): string | null {
  if (names.length === 0) return null
  if (names.length <= mostNamed) return words.openBy([...names])
  const named = names.slice(0, mostNamed - 1)
  return words.openBy([...named, words.morePeople(names.length - named.length)])
}
