import { type Remark, warns } from '../checked.ts'
import { quoted, quoteIn } from '../quote.ts'
import { type Check, type Passage, passagesIn } from '../reading.ts'

// Signs that only Markdown has, beside words: not the mark of a footnote, (**), and no hashtag.
const signs =
  /\*\*(?=[\p{L}\p{N}“"(])|(?<=[\p{L}\p{N}.,:;!?”")])\*\*|(?<!\S)#{2,6}(?=[\p{L}\p{N}])|\]\(|!\[|^\|(?=.*\|)/gu
const longestWord = 30

/** Formatting that does not work, so that readers see its signs. */
export const leftovers: Check = (reading, words) => {
  const { article, body } = reading
  const passages: Passage[] = [
    ...passagesIn(reading).filter(({ field }) => field !== 'body'),
    ...body.blocks.filter(({ tag }) => tag !== 'tr').map(({ prose }): Passage => ({ field: 'body', text: prose })),
  ]
  return (['title', 'lead', 'body'] as const).flatMap((field): Remark[] => {
    const found = passages
      .filter((passage) => passage.field === field)
      .flatMap(({ text }) => [...text.matchAll(signs)].map(({ index }) => wordAt(text, index)))
    const [first] = found
    return first === undefined ? [] : [warns(field, words.leftovers(quoted(found)), quoteIn(article[field], first))]
  })
}

function wordAt(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - longestWord), index)
  const after = text.slice(index, index + longestWord)
  return before.slice(before.lastIndexOf(' ') + 1) + (after.split(' ')[0] ?? '')
}
