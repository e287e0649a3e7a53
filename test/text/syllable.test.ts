import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSyllable } from '../../src/text/syllable.ts'

for (const word of [
  'Nguyễn',
  'quốc',
  'quý',
  'gì',
  'giếng',
  'khuỷu',
  'ngoẹo',
  'ủy',
  'uỷ',
  'Đắk',
  'Kpă',
  'của',
  'yêu',
  'ở',
]) {
  test(`"${word}" is spelled as Vietnamese is`, () => assert.notEqual(readSyllable(word), null))
}

for (const word of ['', 'cuả', 'xaõ', 'ñak', 'Tiõng', 'mère', 'bank', 'bỷ', 'ềế', 'hội nghị']) {
  test(`"${word}" is not`, () => assert.equal(readSyllable(word), null))
}

test('a syllable has an onset, a rime and a tone', () => {
  assert.deepEqual(readSyllable('Nghiệp'), { onset: 'ngh', rime: 'iêp', tone: '\u0323' })
  assert.deepEqual(readSyllable('quy'.normalize('NFD')), { onset: 'qu', rime: 'y', tone: '' })
})
