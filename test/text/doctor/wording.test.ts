import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doctorWords, examine, sentenceFor } from '../../../src/text/doctor/index.ts'
import { planted } from './planted.ts'

const sentence = (text: string, language: 'vi' | 'en' = 'vi') =>
  examine(text).map((finding) => sentenceFor(finding, doctorWords[language]))

test('every finding has a sentence in both languages', () => {
  const findings = planted.flatMap(({ text }) => examine(text))
  for (const words of Object.values(doctorWords)) {
    for (const finding of findings) {
      assert.match(sentenceFor(finding, words), /\S{2}/)
      assert.match(words.kinds[finding.kind], /\S{2}/)
    }
  }
})

test('the sentences say what is wrong and what may be meant', () => {
  assert.deepEqual(sentence('ở mốt số nơi'), ['“mốt số” có lẽ là “một số”'])
  assert.deepEqual(sentence('mọi cống tác'), ['“cống tác” có lẽ là “công tác” hay “cộng tác”'])
  assert.deepEqual(sentence('bà con đựơc nghe'), ['“đựơc” đặt dấu sai chỗ; viết đúng là “được”'])
  assert.deepEqual(sentence('họp thứ hai, 15/02/2017'), ['15/02/2017 là Thứ Tư, không phải thứ hai'])
  assert.deepEqual(sentence('họp ngày 31/02/2017'), ['Không có ngày 31/02/2017: tháng ấy có 28 ngày'])
  assert.deepEqual(sentence('họp ngày 02/15/2017'), ['Không có ngày 02/15/2017: năm chỉ có 12 tháng'])
  assert.deepEqual(sentence('họp\u200b dân', 'en'), ['An invisible character (U+200B)'])
})
