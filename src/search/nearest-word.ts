import type { CountedWord } from './search-document.ts'

/** How many letters may be wrong: none in the shortest words, where everything is near everything. */
export const mostWrong = (letters: number): number => (letters < 3 ? 0 : letters < 6 ? 1 : 2)

/** The word that somebody most likely meant: fewest wrong letters, then in most articles. Digits are never a typing error. */
export function nearestWord(typed: string, words: CountedWord[]): CountedWord | null {
  const most = mostWrong(typed.length)
  if (most === 0 || /\p{N}/u.test(typed)) return null
  const near = words
    .filter(({ folded }) => folded !== typed && !/\p{N}/u.test(folded))
    .map((word) => ({ word, wrong: wrongLetters(typed, word.folded, most) }))
    .filter(({ wrong }) => wrong <= most)
    .sort((a, b) => a.wrong - b.wrong || b.word.count - a.word.count || (a.word.written < b.word.written ? -1 : 1))
  return near[0]?.word ?? null
}

/** Letters to change, add, leave out or swap with the next; more than `most` is as good as `most + 1`. */
export function wrongLetters(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line[column] = Math.min(
        at(above, column) + 1,
        at(line, column - 1) + 1,
        at(above, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return at(above, b.length)
}

const at = (line: number[], place: number): number => line[place] ?? Number.POSITIVE_INFINITY
