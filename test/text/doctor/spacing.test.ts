import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { examine } from '../../../src/text/doctor/index.ts'
import { told } from './told.ts'

describe('two spaces', () => {
  test('between words are one too many, no-break spaces too', () => {
    const findings = examine('Bà con  đến\u00a0 đông')
    assert.deepEqual(
      findings.map(({ found, proposed }) => [found, proposed]),
      [
        ['  ', ' '],
        ['\u00a0 ', ' '],
      ],
    )
  })

  for (const text of [
    '    Lan Hương',
    '-   Một',
    '1.  Một',
    '| Tên   |  Số  |',
    'Hết.  \nMới',
    '```\na  b\n```',
    '`a  b`',
  ]) {
    test(`${JSON.stringify(text)} is Markdown`, () => assert.deepEqual(told(text, 'doubledSpace'), []))
  }
})

describe('a space before a mark', () => {
  for (const [text, mark] of [
    ['Bà con , rồi', ','],
    ['Hết .', '.'],
    ['Gồm : một', ':'],
    ['(VSTBPN )', ')'],
    ['Đi đâu ?', '?'],
  ] as const) {
    test(`"${text}" has one before "${mark}"`, () => assert.deepEqual(told(text, 'spaceBeforeMark'), ['  → ']))
  }

  for (const text of ['tỷ số 2 : 1', 'tệp .docx', 'vui :)', '| :--- | ---: |', '- [ ] việc', 'Hội nghị ...']) {
    test(`"${text}" has none`, () => assert.deepEqual(told(text, 'spaceBeforeMark'), []))
  }
})

describe('a space after a mark', () => {
  for (const [text, expected] of [
    ['các xã,thị trấn', ', → , '],
    ['năm 2016,triển khai', ', → , '],
    ['Gồm:một', ': → : '],
    ['trong tỉnh.Công tác', '. → . '],
    ['“Được”,bà nói', '”, → ”, '],
  ] as const) {
    test(`is missing in "${text}"`, () => assert.deepEqual(told(text, 'missingSpace'), [expected]))
  }

  for (const text of [
    'đạt 27,5% và 1.248 mũi',
    '7:30, 16:9',
    'TP.HCM, TP.Pleiku, ThS.Nguyễn Văn A',
    'https://gialai.gov.vn/tin,bai?x=a;b',
    'motcua@gialai.gov.vn',
    '[Liên hệ](/lien-he,gop-y)',
    'điểm a,b',
    'ISO:9001',
    'v.v.',
  ]) {
    test(`is not missing in "${text}"`, () => assert.deepEqual(told(text, 'missingSpace'), []))
  }
})
