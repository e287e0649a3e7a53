import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseQuery } from '../../src/search/query.ts'
import { readGroup } from '../../src/search/synonym.ts'
import { growsLinearly } from '../support/growth.ts'

const groups = ['UBND, Ủy ban nhân dân, Uỷ ban nhân dân', 'Jrai, Gia Rai, Gia-rai', 'Đak, Đăk, Đắk'].map(readGroup)
const parse = (typed: string) => parseQuery(typed, groups)
/** `hoi nghi*` is one unit whose last word may go on, `"…"` is a phrase. */
const shown = (typed: string) =>
  parse(typed).units.map(({ words, kind, isOpen }) => {
    const text = words.map((word) => word.folded).join(' ')
    return `${kind === 'phrase' ? `"${text}"` : text}${isOpen ? '*' : ''}`
  })

describe('what is typed', () => {
  test('is words, and the last one may go on', () => assert.deepEqual(shown('Hội nghị tổng'), ['hoi', 'nghi', 'tong*']))

  test('of one letter is finished', () => assert.deepEqual(shown('quý i'), ['quy', 'i']))

  test('in quotation marks is a phrase and finished', () => {
    assert.deepEqual(shown('mía "hội nghị" đường'), ['mia', '"hoi nghi"', 'duong*'])
    assert.deepEqual(shown('“bình đẳng giới”'), ['"binh dang gioi"'])
  })

  test('after a quotation mark without its partner is only words', () =>
    assert.deepEqual(shown('mía "hội nghị'), ['mia', 'hoi', 'nghi*']))

  test('together, with a sign between, is one thing', () => {
    assert.deepEqual(shown('số 45/QĐ-UBND'), ['so', '"45 qd ubnd"*'])
    assert.deepEqual(shown('16/02/2017 lúc'), ['"16 02 2017"', 'luc*'])
  })

  test('never is an operator', () =>
    assert.deepEqual(shown('AND NOT -mía NEAR(lúa) title:ngô OR *'), [
      'and',
      'not',
      'mia',
      'near',
      'lua',
      '"title ngo"',
      'or*',
    ]))

  test('may hold no word at all', () => {
    for (const typed of ['', '   ', '"', '""', '-*/', '🌾', '\u0000', '\ud800']) assert.deepEqual(shown(typed), [])
  })
})

describe('synonyms', () => {
  const others = (typed: string) =>
    parse(typed).units.map((unit) => unit.others.map((other) => other.map((word) => word.written).join(' ')))

  test('stand beside the word that was typed', () => assert.deepEqual(others('ubnd xã'), [['ủy ban nhân dân'], []]))

  test('of several words are one unit, with marks or without', () => {
    assert.deepEqual(shown('uy ban nhan dan huyện'), ['uy ban nhan dan', 'huyen*'])
    assert.deepEqual(others('Uỷ ban nhân dân huyện')[0], ['ubnd'])
  })

  test('are seen in what is written together', () => assert.deepEqual(others('người Gia-rai'), [[], ['jrai']]))

  test('mean nothing in quotation marks', () => assert.deepEqual(others('"ubnd"'), [[]]))

  test('with the same letters tell which marks are as good', () => assert.deepEqual(others('Đăk'), [['đak', 'đắk']]))
})

describe('too much', () => {
  test('is cut at 200 letters, and says so', () => {
    const query = parse('mía đường '.repeat(50))
    assert.equal(query.isCut, true)
    assert.ok(query.text.length <= 200)
    assert.equal(parse('mía đường').isCut, false)
  })

  test('is cut at 32 words', () => {
    const query = parse('a b c d '.repeat(12))
    assert.equal(query.units.length, 32)
    assert.equal(query.isCut, true)
  })

  test('of anything takes no more time than its length deserves, and never throws', () => {
    for (const sign of ['"', '(', 'a ', 'ạ', '*', "'", '/', '-', '“', '\ud800', 'a"', '🌾']) {
      assert.ok(
        growsLinearly(parse, (length) => sign.repeat(length / sign.length), 100_000),
        sign,
      )
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => void parse(typed)))
  })
})
