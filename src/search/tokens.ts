import { fold, toneKey } from '../text/fold.ts'

/** A word as the index knows it: `written` keeps marks, one way to place tones and no capitals; `folded` has no marks. */
export type Word = { written: string; folded: string }

/** A word with its place in the text: `text.slice(from, to)`. */
export type Token = Word & { from: number; to: number }

export type Tokenizer = (text: string) => Token[]

// An apostrophe inside belongs to the word: K'Bang, K’Bang and kbang are one place.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‘`´](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu
const notOfWords = /[^\p{L}\p{M}\p{N}]|ʼ/gu
/** PostgreSQL refuses lexemes over two kilobytes; no language has such words. */
const longestWord = 64

export const isMarked = ({ written, folded }: Word): boolean => written !== folded

/** Cuts texts into words. Each remembers the words that it met, since a text repeats a few hundred. */
export function createTokenizer(): Tokenizer {
  const known = new Map<string, Word>()

  function wordOf(raw: string): Word {
    const word = known.get(raw) ?? readWord(raw)
    known.set(raw, word)
    return word
  }

  return (text) => {
    const tokens: Token[] = []
    for (const { 0: raw, index } of text.matchAll(wordPattern)) {
      const { written, folded } = wordOf(raw)
      if (folded !== '') tokens.push({ written, folded, from: index, to: index + raw.length })
    }
    return tokens
  }
}

/** NFKC makes plain what Word beautifies: m² becomes m2, the ligature ﬁ becomes fi. */
function readWord(raw: string): Word {
  const plain = toneKey(raw.normalize('NFKC').replace(notOfWords, ''))
  const written = plain.length > longestWord ? Array.from(plain).slice(0, longestWord).join('') : plain
  return { written, folded: fold(written) }
}
