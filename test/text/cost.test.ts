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
import { growsLinearly } from '../support/growth.ts'

const length = 100_000
const pieces = [
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

for (const read of readers) {
  test(`${read.name || read} takes four times as long for four times the text`, () => {
    for (const piece of pieces) {
      const bare = (letters: number) => piece.repeat(letters / piece.length)
      assert.ok(growsLinearly(read, bare, length), JSON.stringify(piece))
      assert.ok(
        growsLinearly(read, (letters) => `a${bare(letters)}!`, length),
        JSON.stringify(piece),
      )
    }
  })
}
