import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { quoteStanding } from '../../src/reader-reports/quote.ts'

const text = 'Ở mốt số địa phương,\nphụ nữ “hoà giải” giỏi:\u00a0“Đắk Pơ”.'

describe('the sentence that a reader quotes', () => {
  for (const quote of [
    'mốt số địa phương',
    'Ở mốt số địa phương, phụ nữ',
    'phụ nữ "hòa giải" giỏi - "Đắk Pơ"',
    'MỐT SỐ',
  ])
    test(`stands there, however it was copied: ${quote}`, () =>
      assert.equal(quoteStanding(quote, text, text), 'stands'))

  test('stood there, when it was changed since', () =>
    assert.equal(quoteStanding('mốt số địa phương', 'Ở một số địa phương', text), 'stood'))

  test('stood there, when readers have nothing any more', () =>
    assert.equal(quoteStanding('mốt số địa phương', null, text), 'stood'))

  for (const quote of ['một số địa phương', 'mốt số địa phươn', 'địa phương phụ nữ hòa giải rất giỏi', '!!'])
    test(`stood nowhere, when no word is the same or half of one is: ${quote}`, () =>
      assert.equal(quoteStanding(quote, text, text), 'nowhere'))

  test('may be signs alone', () => assert.equal(quoteStanding('”.', text, text), 'stands'))
})
