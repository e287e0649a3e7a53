import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { told } from './told.ts'

describe('a word that is no syllable', () => {
  for (const [text, expected] of [
    ['Bà con đựơc nghe', 'đựơc → được'],
    ['Mọi nguời cùng bàn', 'nguời → người'],
    ['các nghành', 'nghành → ngành'],
    ['đã ngiên cứu', 'ngiên → nghiên'],
    ['hòan toàn', 'hòan → hoàn'],
    ['đạt kêt quả', 'kêt → kết'],
    ['đã thưc hiện', 'thưc → thực'],
    ['Huớng dẫn hồ sơ', 'Huớng → Hướng'],
    ['BÁO CÁO HUỚNG DẪN', 'HUỚNG → HƯỚNG'],
    ['Phòng Huớng dẫn', 'Huớng → Hướng'],
  ] as const) {
    test(`"${text}"`, () => assert.deepEqual(told(text, 'syllable'), [expected]))
  }

  test('with two ways out and nothing beside it that tells is left to its author', () => {
    assert.deepEqual(told('một cách thưc', 'syllable'), ['thưc → thức'])
    assert.deepEqual(told('ông ấy thưc', 'syllable'), ['thưc → ?'])
  })

  for (const text of [
    'Kpă Thuyên, Rơ Ô H’Lan, Krông Pa, Đăk Đoa, Chư Păh',
    'ƀơi dêh čar, lŏn ia',
    'cây kơ nia, đàn tơ rưng, lễ pơ thi',
    'café, crème brûlée, São Paulo, Müller',
    'karaoke, internet, ki-lô-mét, vắc-xin, Ô-xtrây-li-a',
    'hoà bình, hòa bình, sức khoẻ, thuỷ lợi',
    'chị Nguyễn Thị Hòang Anh',
  ]) {
    test(`"${text}" is left alone`, () => assert.deepEqual(told(text, 'syllable'), []))
  }

  test('is left alone where the agency knows it', () => {
    assert.deepEqual(told('nhóm kêt', 'syllable', { known: new Set(['Nhóm Kêt']) }), [])
  })
})
