import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromLegacyEncoding } from '../../src/text/legacy-encoding.ts'
import { normalLine, normalText } from '../../src/text/normal-form.ts'
import { pairs } from './pairs.ts'
import { anyText } from './vietnamese-letters.ts'

for (const pair of pairs.normalise) {
  test(`${JSON.stringify(pair.in)} is stored as ${JSON.stringify(pair.out)}, as a line and as a text`, () => {
    assert.equal(normalLine(pair.in), pair.out)
    assert.equal(normalText(pair.in), pair.out)
  })
}

test('a line has no breaks, tabs, control characters or direction marks', () => {
  assert.equal(normalLine('Thông\r\nbáo\tsố\u0000 1\u202e\u2066'), 'Thông báo số 1')
})

test('half of a surrogate pair is dropped, a whole pair stays', () => {
  assert.equal(normalLine('a\ud83d b\ude00 😀'), 'a b 😀')
})

test('letters that meet once an invisible one is gone become one letter', () => {
  assert.equal(normalLine('o\u200b\u0323'), 'ọ')
})

test('highland letters survive', () => {
  assert.equal(normalLine('ƀơi dêh čar lŏn ĭ Ơ\u0306'), 'ƀơi dêh čar lŏn ĭ Ơ\u0306')
})

test('every kind of line break becomes one, and empty lines never stand two in a row', () => {
  assert.equal(normalText('\n\na\r\nb\rc\u2028d\n\n\n \u00a0\ne\n\n'), 'a\nb\nc\nd\n\ne')
})

test('no line ends in spaces, not even two of them for a Markdown break', () => {
  assert.equal(normalText('một  \nhai\t\nba'), 'một\nhai\nba')
})

test('a fake indent before a paragraph would be a code block, so it goes', () => {
  assert.equal(normalText('Mở đầu\n\n\u00a0\u00a0\u00a0\u00a0 Tuy nhiên,  còn\n\tHết'), 'Mở đầu\n\nTuy nhiên, còn\nHết')
})

test('a list keeps its levels', () => {
  const list = '- Một\n  - Một một\n    + Sâu hơn\n- Hai\n   1. Bước'
  assert.equal(normalText(list), list)
})

test('a list that is indented as a whole moves to the left and stays one list', () => {
  assert.equal(normalText('     - Một\n     - Hai\n       - Sâu'), '- Một\n- Hai\n  - Sâu')
})

test('an indent that would make code of a list item is shortened', () => {
  assert.equal(normalText('- Một\n\n            - Hai'), '- Một\n\n     - Hai')
})

test('a line that continues a list item keeps its indent, a paragraph after the list does not', () => {
  assert.equal(normalText('- Một\n  thêm\n\n      Đoạn mới'), '- Một\n  thêm\n\nĐoạn mới')
})

test('text between fences is kept', () => {
  const code = '```\n    x  =  1\n\n\n    y\n```\nHết'
  assert.equal(normalText(code), code)
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(normalLine(normalLine(text)), normalLine(text))
      assert.equal(normalText(normalText(text)), normalText(text))
    }),
    { numRuns: 2000 },
  )
})

test('decomposed and composed text are stored alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(normalLine(text.normalize('NFD')), normalLine(text.normalize('NFC')))
      assert.equal(normalText(text.normalize('NFD')), normalText(text.normalize('NFC')))
    }),
  )
})

test('a normal line has no outer spaces and no double ones', () => {
  fc.assert(fc.property(anyText, (text) => !/^ | $| {2}|[\n\t]/.test(normalLine(text))))
})

test('a line in a legacy encoding keeps its letters until somebody has it converted', () => {
  assert.equal(normalLine('soft\u00adhyphen'), 'softhyphen')
  const typed = 'M­êng Kh­¬ng tæ chøc héi nghÞ tæng kÕt'
  assert.equal(normalText(`${typed}\n\nmột­ dòng`), `${typed}\n\nmột dòng`)
  assert.equal(fromLegacyEncoding(normalText(typed), 'TCVN3'), 'Mường Khương tổ chức hội nghị tổng kết')
})
