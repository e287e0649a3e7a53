import { shortenAtWord } from '../text/display.ts'
import { normalLine } from '../text/normal-form.ts'

const mostLetters = 60
const mostQuotes = 3

/** The words where they can be shown in the text; null where the text spells them otherwise, as Markdown does. */
export const quoteIn = (text: string, words: string): string | null =>
  words !== '' && text.includes(words) ? words : null

/** Words as a sentence shows them: on one line, nothing invisible, not too long. */
export const shown = (words: string): string => shortenAtWord(normalLine(words), mostLetters)

/** “mốt số”, “phố biến”: the first three different ones. */
export function quoted(words: readonly string[]): string {
  const different = [...new Set(words.map(shown))].filter((each) => each !== '')
  const rest = different.length > mostQuotes ? '…' : ''
  return (
    different
      .slice(0, mostQuotes)
      .map((each) => `“${each}”`)
      .join(', ') + rest
  )
}

/** How a body names the first of the pictures. */
export const pictureIn = (body: string, [first]: readonly { id: number }[]): string | null =>
  first ? quoteIn(body, `(anh:${first.id}`) : null
