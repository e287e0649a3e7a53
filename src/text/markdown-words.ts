import { wordCount } from './display.ts'

// Each begins only where nothing of its own kind stands before it, so that a long line is read once.
const signs: [RegExp, string][] = [
  // The lines around code, and where links of a list lead.
  [/^ {0,3}(?:`{3,}|~{3,})[^\n]*$/gm, ''],
  [/^ {0,3}\[[^[\]\n]+\]:[^\n]*$/gm, ''],
  // Pictures, with what is said of them.
  [/!\[[^[\]\n]*\]\([^()"\n]*(?:"[^"\n]*"[^()"\n]*)?\)/g, ' '],
  [/(?<=\])\([^()"\n]*(?:"[^"\n]*"[^()"\n]*)?\)/g, ''],
  [/<\/?[a-z][^<>\n]*>/gi, ' '],
  [/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, ' '],
  // What makes a quotation a notice.
  [/^[ \t>]*\[!(?:note|important|warning)\][ \t]*$/gim, ''],
  // Numbers of lists; all other marks hold no letter.
  [/^[ \t>]*\d{1,9}[.)](?=[ \t])/gm, ''],
  [/\|/g, ' '],
]

/** How many words (in Vietnamese: syllables) a reader sees of a text in Markdown; pictures and their captions are none. */
export function markdownWordCount(markdown: string): number {
  return wordCount(signs.reduce((text, [sign, instead]) => text.replace(sign, instead), markdown))
}
