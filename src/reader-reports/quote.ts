import { toneKey } from '../text/fold.ts'

/** Where the sentence stands that a reader quoted. */
export type QuoteStanding = 'stands' | 'stood' | 'nowhere'

/** `present` is what readers have now, `reported` what they had when the report was sent; null when it is gone. */
export function quoteStanding(quote: string, present: string | null, reported: string | null): QuoteStanding {
  if (present !== null && isIn(present, quote)) return 'stands'
  return reported !== null && isIn(reported, quote) ? 'stood' : 'nowhere'
}

/** Word by word: who copies a sentence changes its quotation marks and loses its line breaks. */
function isIn(text: string, quote: string): boolean {
  const words = wordsOf(quote)
  return words === '' ? text.includes(quote) : ` ${wordsOf(text)} `.includes(` ${words} `)
}

const wordsOf = (text: string): string => (toneKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
