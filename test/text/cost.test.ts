import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate, weekdayWarning } from '../../src/text/dates.ts'
import { keepTogether, shortenAtWord, wordCount } from '../../src/text/display.ts'
import { looksLikeFileName, safeFileName } from '../../src/text/file-name.ts'
import { fold, toneKey } from '../../src/text/fold.ts'
import { detectLegacyEncoding, fromLegacyEncoding } from '../../src/text/legacy-encoding.ts'
import { normalLine, normalText } from '../../src/text/normal-form.ts'
import { telephoneLink } from '../../src/text/phone.ts'
import { slugOf } from '../../src/text/slug.ts'

const length = 100_000
const hostile = [
  ' ',
  '\n',
  'a',
  '1',
  '1 ',
  '_',
  '`',
  '. ',
  '(',
  '+',
  'a-',
  '\u0301',
  'thứ hai ',
  '1/1/',
  '¸',
  '- a\n',
  'A',
  '0905 ',
]
  .map((piece) => piece.repeat(length / piece.length))
  .flatMap((text) => [text, `a${text}!`])

const readers: ((text: string) => unknown)[] = [
  normalLine,
  normalText,
  fold,
  toneKey,
  slugOf,
  safeFileName,
  (text) => looksLikeFileName(text, `${text}.jpg`),
  keepTogether,
  (text) => shortenAtWord(text, length / 2),
  wordCount,
  detectLegacyEncoding,
  (text) => fromLegacyEncoding(text, 'TCVN3'),
  (text) => fromLegacyEncoding(text, 'VNI'),
  telephoneLink,
  parseDate,
  weekdayWarning,
]

// A quadratic pattern needs tens of seconds for these lengths, a linear one some milliseconds, so the limit is generous.
for (const read of readers) {
  test(`${read.name || read} takes no more time than a long text deserves`, () => {
    for (const text of hostile) {
      const began = performance.now()
      read(text)
      assert.ok(performance.now() - began < 1500, JSON.stringify(text.slice(0, 20)))
    }
  })
}
