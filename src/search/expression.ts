/**
 * What a document must hold: words in a row, or such a row whose last word may go on, or several such things, or one of
 * several.
 */
export type Expression = { phrase: string[] } | { begun: string[] } | { all: Expression[] } | { any: Expression[] }

/** For each engine to write in its own tongue. */
export type Tongue = {
  phrase(words: string[]): string
  begun(words: string[]): string
  all(parts: string[]): string
  any(parts: string[]): string
}

export function inTongue(expression: Expression, tongue: Tongue): string {
  if ('phrase' in expression) return tongue.phrase(expression.phrase)
  if ('begun' in expression) return tongue.begun(expression.begun)
  const [parts, join] = 'all' in expression ? [expression.all, tongue.all] : [expression.any, tongue.any]
  return join(parts.map((part) => inTongue(part, tongue)))
}

export const word = (text: string): Expression => ({ phrase: [text] })

export const allOf = (parts: Expression[]): Expression => (parts.length === 1 && parts[0] ? parts[0] : { all: parts })

export const anyOf = (parts: Expression[]): Expression => (parts.length === 1 && parts[0] ? parts[0] : { any: parts })

export function mapWords(expression: Expression, change: (word: string) => string): Expression {
  if ('phrase' in expression) return { phrase: expression.phrase.map(change) }
  if ('begun' in expression) return { begun: expression.begun.map(change) }
  if ('all' in expression) return { all: expression.all.map((part) => mapWords(part, change)) }
  return { any: expression.any.map((part) => mapWords(part, change)) }
}
