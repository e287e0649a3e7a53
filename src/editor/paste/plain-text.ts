import { normalLine } from '../../text/normal-form.ts'

const lineBreaks = /\r\n?|[\n\u2028\u2029]/

/** Lines as we store them. A single line keeps its outer spaces: it goes into a sentence. */
export function plainLines(words: string): string {
  const lines = words.split(lineBreaks)
  if (lines.length === 1) return withOuterSpaces(words)
  return lines.map(normalLine).join('\n')
}

function withOuterSpaces(line: string): string {
  const words = normalLine(line)
  if (words === '') return line === '' ? '' : ' '
  return `${/^\s/.test(line) ? ' ' : ''}${words}${/\s$/.test(line) ? ' ' : ''}`
}
