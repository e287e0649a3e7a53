import type { Familiar } from './familiar.ts'
import type { Remark } from './finding.ts'
import { type Compound, compoundsSpelled, isCommonSyllable, isKnownPair, mayMeetByChance } from './lexicon.ts'
import { isMisspelled } from './syllable-typos.ts'
import { areNeighbours, isAllCapitals, type Word, withCapitalsOf } from './word-list.ts'

/** Two syllables that stand together, and those around them where only a space is between. */
type Pair = { before: Word | null; first: Word; second: Word; after: Word | null }

/** Two syllables that are no word, where other tones make a word of the table: "mốt số", "phố biến". */
export function wordRemarks(prose: string, words: Word[], familiar: Familiar): Remark[] {
  return words.flatMap((first, at): Remark[] => {
    const second = words[at + 1]
    const candidates = second === undefined ? [] : compoundsSpelled(first.letters, second.letters)
    if (second === undefined || candidates.length === 0 || !areNeighbours(prose, first, second)) return []
    if (familiar.hasPair(first.text, second.text)) return []
    const pair = {
      before: neighbourOf(prose, first, words[at - 1]),
      first,
      second,
      after: neighbourOf(prose, second, words[at + 2]),
    }
    return remarkOn(pair, likeliest(pair, candidates))
  })
}

function neighbourOf(prose: string, word: Word, other: Word | undefined): Word | null {
  if (other === undefined) return null
  const [left, right] = other.start < word.start ? [other, word] : [word, other]
  return areNeighbours(prose, left, right) ? other : null
}

function remarkOn(pair: Pair, words: Compound[]): Remark[] {
  if (words.length === 0 || mayBeName(pair) || isExplained(pair, words)) return []
  const { first, second } = pair
  const candidates = words.map((word) => asWritten(word, pair))
  const proposed = candidates.length === 1 ? (candidates[0] ?? null) : null
  const parts = { found: `${first.text} ${second.text}`, candidates }
  return [{ kind: 'word', start: first.start, end: second.end, proposed, reason: { code: 'likelyWord', parts } }]
}

/** One syllable must be right, except where all tones were left out: then the author had none to give. */
function likeliest({ first, second }: Pair, words: Compound[]): Compound[] {
  if (isKnownPair(first.key, second.key)) return []
  if (isMisspelled(first) || isMisspelled(second)) return []
  if (mayMeetByChance(first.key, second.key) || mayMeetByChance(second.key, first.key)) return []
  const nearest = words.filter(({ firstKey, secondKey }) => firstKey === first.key || secondKey === second.key)
  return nearest.length > 0 || first.tone !== '' || second.tone !== '' ? nearest : words
}

/** "Lan Hương dẫn đoàn": a capital in mid-sentence is a name unless it begins the name of an office. */
function mayBeName({ before, first, second }: Pair): boolean {
  if (second.isCapital) return !(isAllCapitals(first.text) && isAllCapitals(second.text))
  if (!first.isCapital || first.isFirst || before === null) return false
  return personTitle.test(before.text) || (before.isCapital && !officeTitle.test(before.text))
}

const personTitle = /^(?:ông|bà|anh|chị|em|cháu|cô|chú|bác|cụ|thầy|chí|giáo|sĩ|sư|viên|nhân|già|họ|tên|bé|mẹ|cha)$/iu
const officeTitle = /^(?:bộ|sở|phòng|ban|chi|cục|vụ|viện|trường|đoàn|hội|đảng|trưởng|phó|tỉnh|huyện|xã)$/iu

/** "thành phố biến đổi" holds "phố biến", but its neighbours are the words; a syllable of no word is never explained. */
function isExplained({ before, first, second, after }: Pair, words: Compound[]): boolean {
  const wrong = [first, second].filter(
    ({ key }) => !words.some((word) => word.firstKey === key || word.secondKey === key),
  )
  const isStrange = wrong.some(({ key }) => !isCommonSyllable(key))
  const belongsLeft = before !== null && isKnownPair(before.key, first.key)
  const belongsRight = after !== null && isKnownPair(second.key, after.key)
  return !isStrange && (belongsLeft || belongsRight)
}

function asWritten(word: Compound, { first, second }: Pair): string {
  const half = (written: Word, syllable: string, key: string) =>
    written.key === key ? written.text : withCapitalsOf(written.text, syllable)
  return `${half(first, word.first, word.firstKey)} ${half(second, word.second, word.secondKey)}`
}
