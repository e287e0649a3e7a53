import assert from 'node:assert/strict'
import { test } from 'node:test'
import { summed } from '../../src/word-files/dropped.ts'
import { type Dropped, sentencesFor, wordFileWords } from '../../src/word-files/index.ts'

const told: Dropped[] = [
  { what: 'indents', count: 1041, name: '' },
  { what: 'mergedCells', count: 2, name: '' },
  { what: 'legacyFont', count: 6, name: '.VnTime' },
]

test('what was left out is told in sentences, in both languages', () => {
  assert.deepEqual(sentencesFor(told, wordFileWords.vi), [
    'Bỏ 1.041 khoảng trắng đầu dòng.',
    '2 ô gộp trong bảng: tách ra, nội dung ghi lại vào từng ô.',
    '6 đoạn gõ bằng bảng mã cũ (phông .VnTime): đề nghị chuyển mã.',
  ])
  assert.deepEqual(sentencesFor(told, wordFileWords.en), [
    'Spaces at the start of lines left out: 1.041.',
    'Merged cells in tables, parted and filled: 2.',
    'Paragraphs in an old encoding (font .VnTime): 6. Better convert them.',
  ])
})

test('what was left out in many places is told once', () => {
  const twice: Dropped[] = [
    { what: 'unusablePictures', count: 1, name: 'EMF' },
    { what: 'links', count: 1, name: '' },
    { what: 'unusablePictures', count: 2, name: 'WMF' },
  ]
  assert.deepEqual(summed(twice), [
    { what: 'unusablePictures', count: 3, name: 'EMF, WMF' },
    { what: 'links', count: 1, name: '' },
  ])
})
