import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examine } from '../../../src/text/doctor/index.ts'
import { growsLinearly } from '../../support/growth.ts'
import { cleanProse } from './clean-prose.ts'
import { planted } from './planted.ts'

const length = 100_000

// Each repeats what some pattern or table looks for, so that a quadratic one would need minutes.
const pieces = [
  ...[
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
    'a.',
    'a,',
    'a@',
    '](',
    '<a',
    '&a',
    '"',
    '|',
    '!',
    '…',
  ],
  ...[
    '\u0301',
    '\u200b',
    'a\u0323\u0302',
    '¸',
    '\ud83d',
    '😀',
    '한',
    'ư',
    'uơ',
    'ƀ ',
    'Ð',
    'а',
    'A',
    'AB',
    '(AB',
    'AB (',
  ],
  ...[
    'https://',
    '```\n',
    '- a\n',
    '1/1/',
    '0905 ',
    'thứ hai ',
    'ngày 31/2 ',
    '31/02/2017 ',
    'UBND ',
    'của ',
    'của của ',
  ],
  ...['kêt ', 'kết quả', 'hội nghị ', 'thực hiện thực hiện ', 'TiÕng ViÖt ', 'Tieáng Vieät\n', 'a b ', 'A. '],
  ...planted.map(({ text }) => text),
  cleanProse,
]

test('four times the text takes about four times as long, whatever it repeats', () => {
  for (const piece of pieces) {
    const repeat = (letters: number) => `a${piece.repeat(letters / piece.length)}!`
    assert.ok(growsLinearly(examine, repeat, length), JSON.stringify(piece.slice(0, 20)))
  }
})
