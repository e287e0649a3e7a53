import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examine } from '../../../src/text/doctor/index.ts'
import { growsLinearly } from '../../support/growth.ts'

const found = (text: string) => examine(text).map((finding) => text.slice(finding.start, finding.end))

test('a passage in another language is not ours to correct, the words around it are', () => {
  assert.deepEqual(found('Lời chào <span lang="jra">ƀơi kêt čar čar</span> của kêt quả.'), ['kêt'])
  assert.deepEqual(found('<div lang="bdq">\n\nBok kêt, lŏn lŏn.\n\n- kêt kêt\n\n</div>\n\nCó kêt quả.'), ['kêt'])
  assert.deepEqual(found('<div lang="en">\n\nA kêt <span>kêt</span> kêt.\n\n</div>'), [])
})

test('a passage in Vietnamese, without a language or without an end is ours', () => {
  for (const text of [
    '<span lang="vi">kêt quả</span>',
    '<div lang="vi-VN">\n\nkêt quả\n\n</div>',
    '<span>kêt quả</span>',
    '<span class="lang">kêt quả</span>',
    '<span lang="jra">kêt quả',
    '<span lang="jra"></div>kêt quả',
  ])
    assert.deepEqual(found(text), ['kêt'], text)
})

test('the marker of a notice is no abbreviation, others are', () => {
  assert.deepEqual(found('> [!IMPORTANT]\n> Nộp trước ngày 03/03/2017 tại QLDA.'), ['QLDA'])
  assert.deepEqual(found('> [!WARNING]\n> Không đi qua ngầm tràn.\n\n> [!NOTE]\n> Nộp trước.'), [])
})

test('four times the text takes about four times as long', () => {
  for (const piece of [
    '<div ',
    '<div>',
    '<div lang="en">',
    '</div>',
    '<div lang="en">a</div>',
    '<span lang=',
    '[!note]',
    '[!',
  ]) {
    const repeat = (letters: number) => `a${piece.repeat(letters / piece.length)}!`
    assert.ok(growsLinearly(examine, repeat, 100_000), piece)
  }
})
