/** A word as its reader sees it, whatever letters it was made of; lower case, in NFC. */
export type SeenWord = {
  text: string
  /** What signs part it into: "c.á.i" is read as one word of three pieces. */
  pieces: string[]
  /** UTF-16 units of the text as it was written. */
  start: number
  end: number
  /** A sign stands between it and the next word. */
  endsClause: boolean
}

// Runs of our own letters; then letter by letter. Three marks are one more than any of ours bears: what is piled higher is
// not read.
const letters = /([A-Za-z0-9À-ÏÑ-ÖØ-Ýà-ïñ-öø-ýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+)(?!\p{M})|\P{M}\p{M}{0,3}|\p{M}+/gu
const mostSignsInside = 3

/** Letters that spammers put for ours because filters do not know them: Cyrillic and Greek ones, and other Ds. */
const lookAlikes = new Map(
  Object.entries({
    a: 'аα',
    b: 'Ьь',
    c: 'сϲ',
    d: 'ԁ',
    đ: 'ðɖ',
    e: 'еε',
    h: 'һ',
    i: 'іιı',
    k: 'кκ',
    m: 'м',
    n: 'п',
    o: 'оοσ',
    p: 'рρ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υ',
    v: 'ν',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγ',
  }).flatMap(([ours, alike]) => [...alike].map((letter): [string, string] => [letter, ours])),
)
/** Of no width, or fillers drawn as nothing. */
const unseen = /\p{Cf}|\p{Cs}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu

/** Takes time in proportion to the length. */
export function seenWords(text: string): SeenWord[] {
  const words: SeenWord[] = []
  let [isApart, signs] = [true, 0]
  for (const { 0: letter, 1: plain, index } of text.matchAll(letters)) {
    const seen = plain?.toLowerCase() ?? asSeen(letter)
    if (seen === '') continue
    if (/^[\p{L}\p{N}]/u.test(seen)) {
      addLetter(words, { seen, start: index, end: index + letter.length }, { isApart, signs })
      ;[isApart, signs] = [false, 0]
    } else if (/^\s/.test(seen)) isApart = true
    else signs++
  }
  return joinSpelt(words)
}

type Seen = { seen: string; start: number; end: number }

function addLetter(words: SeenWord[], { seen, start, end }: Seen, gap: { isApart: boolean; signs: number }) {
  const last = words.at(-1)
  if (!last || gap.isApart || gap.signs > mostSignsInside) {
    if (last) last.endsClause = gap.signs > 0
    words.push({ text: seen, pieces: [seen], start, end, endsClause: false })
    return
  }
  last.text += seen
  last.end = end
  if (gap.signs > 0) last.pieces.push(seen)
  else last.pieces.push((last.pieces.pop() ?? '') + seen)
}

function asSeen(letter: string): string {
  if (letter === ' ') return letter
  if (/^\p{M}/u.test(letter)) return ''
  const [first = '', ...marks] = letter.normalize('NFKC').toLowerCase().replace(unseen, '').normalize('NFD')
  return ((lookAlikes.get(first) ?? first) + marks.join('')).normalize('NFC')
}

/** "b e t" is read as one word; two letters alone may be words of their own. */
function joinSpelt(words: SeenWord[]): SeenWord[] {
  const joined: SeenWord[] = []
  let run: SeenWord[] = []
  const endRun = () => {
    joined.push(...(run.length >= 3 ? [oneWord(run)] : run))
    run = []
  }
  for (const word of words) {
    if (word.text.length > 1) endRun()
    if (word.text.length > 1) joined.push(word)
    else run.push(word)
    if (word.endsClause) endRun()
  }
  endRun()
  return joined
}

function oneWord(run: SeenWord[]): SeenWord {
  const text = run.map((word) => word.text).join('')
  const [first, last] = [run.at(0), run.at(-1)]
  return {
    text,
    pieces: [text],
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    endsClause: last?.endsClause ?? false,
  }
}
