import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isSyllable, spellingOf, syllableOf } from '../../../src/text/doctor/spelling.ts'

const syllables =
  `nghiêng khuỷu ngoằn ngoèo quyết quý gì giếng giã ghế nghề kỹ cũng thuở khuya hươu rượu yểng ỷ ừ uỵch xoong
  hòa hoà khỏe khoẻ thủy thuỷ ủy uỷ của mùa lựa chịa trước ngọc sách bịch oách huỳnh hoặc quốc Đắt HỌP`.split(/\s+/)
const others = `cuả hòan tòan thúât đựơc huớng nguời kêt thưc hoat bịc nghành ngiên gế cế kông hôị bỷ đăk kpă krông
  ƀơi hộỉ ề́`.split(/\s+/)

describe('a syllable of Vietnamese', () => {
  for (const word of syllables) test(`"${word}" is one`, () => assert.equal(isSyllable(word), true))
  for (const word of others) test(`"${word}" is none`, () => assert.equal(isSyllable(word), false))

  test('has its tone where spelling puts it', () => {
    assert.deepEqual(
      ['hoan', 'hoai', 'thuơ', 'tuôi', 'người', 'quy', 'gia'].map((word) =>
        syllableOf({ ...spellingOf(word), tone: '\u0309' }),
      ),
      ['hoản', 'hoải', 'thuở', 'tuổi', 'ngưởi', 'quỷ', 'giả'],
    )
  })
})
