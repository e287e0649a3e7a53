import type { Remark } from './finding.ts'
import { isCompound, isKnownPair } from './lexicon.ts'
import { spellingOf } from './spelling.ts'
import { areNeighbours, keyOf, type Word } from './word-list.ts'

/**
 * Words that bind other words and are never said twice. All others may be: "xanh xanh", "dần dần", "ngày ngày", "để để",
 * "năm năm"; they count as doubled only where the first of them ends a word of the table ("Ủy ban ban").
 */
const neverTwice = new Set(
  `của các những và là được trong cho với tại trên theo như khi nếu vì nhưng hoặc cũng đã sẽ đang bị do bởi thì mà rằng
  không có đến về cả mọi giữa ngoài từng thuộc nhằm`
    .split(/\s+/)
    .map((word) => keyOf(spellingOf(word))),
)

export function doubledWordRemarks(prose: string, words: Word[]): Remark[] {
  return words.flatMap((_, at) => [...doubled(prose, words, at, 1), ...doubled(prose, words, at, 2)])
}

/** The remark on one or two words that are said again, however often. */
function doubled(prose: string, words: Word[], at: number, length: 1 | 2): Remark[] {
  // The start of a row speaks for the row.
  if (!isSaidAgain(prose, words, at, length) || isSaidAgain(prose, words, at - length, length)) return []
  let after = at + 2 * length
  while (isSaidAgain(prose, words, after - length, length)) after += length

  if (length === 1 ? !isWordTooOften(prose, words, at, after) : !isOfficeWord(words, at)) return []
  const [start = 0, end = 0] = [words[at]?.start, words[after - 1]?.end]
  const word = prose.slice(start, words[at + length - 1]?.end)
  return [{ kind: 'doubledWord', start, end, proposed: word, reason: { code: 'doubledWord', parts: { word } } }]
}

function isSaidAgain(prose: string, words: Word[], at: number, length: number): boolean {
  for (let place = at; place < at + length; place++) {
    const [first, second] = [words[place], words[place + length]]
    if (first?.key !== second?.key || first === undefined || second === undefined) return false
    // "hội Hội" may end one word and begin a name.
    if (second.isCapital && !first.isCapital) return false
    if (!areNeighboursAt(prose, words, place)) return false
  }
  return areNeighboursAt(prose, words, at + length - 1)
}

function isWordTooOften(prose: string, words: Word[], at: number, after: number): boolean {
  // "mỗi tổ tổ chức một buổi": the second begins the next word.
  if (isWord(prose, words, after - 1)) return false
  const isBinding = neverTwice.has(words[at]?.key ?? '')
  const standsAlone = !areNeighboursAt(prose, words, after - 1) || isWord(prose, words, after)
  return isBinding || (isWord(prose, words, at - 1) && standsAlone)
}

/** "từng bước từng bước" is said with intent, "triển khai triển khai" is not. */
function isOfficeWord(words: Word[], at: number): boolean {
  return isCompound(words[at]?.key ?? '', words[at + 1]?.key ?? '')
}

/** Whether the two words at this place are one that we know. */
function isWord(prose: string, words: Word[], at: number): boolean {
  const [left, right] = [words[at], words[at + 1]]
  return (
    left !== undefined && right !== undefined && areNeighbours(prose, left, right) && isKnownPair(left.key, right.key)
  )
}

function areNeighboursAt(prose: string, words: Word[], at: number): boolean {
  const [left, right] = [words[at], words[at + 1]]
  return left !== undefined && right !== undefined && areNeighbours(prose, left, right)
}
