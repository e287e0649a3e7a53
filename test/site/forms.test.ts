import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  atMost,
  field,
  idFrom,
  issueSummary,
  isTicked,
  readId,
  readLine,
  readText,
  readTyped,
  required,
  unbroken,
} from '../../src/site/forms.ts'

describe('what was typed into a form', () => {
  test('on one line is one line in its normal form', () => {
    assert.equal(readLine({ name: '  Đak\tPơ \n huyện ' }, 'name'), 'Đak Pơ huyện')
    assert.equal(readLine({ name: 'Đắk Lắk'.normalize('NFD') }, 'name'), 'Đắk Lắk')
  })

  test('in many lines keeps its lines, whatever ends them', () => {
    assert.equal(readText({ body: 'một\r\n\r\n\r\nhai\rba\n' }, 'body'), 'một\n\nhai\nba')
  })

  test('as a password is kept to the letter', () =>
    assert.equal(readTyped({ password: ' a  b ' }, 'password'), ' a  b '))

  test('twice counts the last time', () => assert.equal(readLine({ name: ['một', 'hai'] }, 'name'), 'hai'))

  test('is empty when it is missing, strange, or only what every object has', () => {
    const forms = [
      {},
      { name: undefined },
      { name: null },
      { name: 7 },
      { name: { a: 'b' } },
      { name: [] },
      { name: [{}] },
    ]
    for (const form of forms) assert.equal(readLine(form, 'name'), '')
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) assert.equal(readLine({}, name), '')
    assert.equal(readLine(Object.create(null), 'name'), '')
  })

  test('is ticked or not', () => {
    assert.ok(isTicked({ hidden: 'on' }, 'hidden'))
    assert.ok(!isTicked({ hidden: '' }, 'hidden') && !isTicked({}, 'hidden'))
  })
})

describe('an id', () => {
  test('is a positive whole number that both engines can hold', () => {
    assert.equal(idFrom('1'), 1)
    assert.equal(idFrom('999999999'), 999_999_999)
    assert.equal(readId({ category: '12' }, 'category'), 12)
    for (const wrong of [
      '',
      '0',
      '-1',
      '01',
      '+1',
      '1.0',
      '1e3',
      ' 1',
      '1 ',
      '0x1',
      '1234567890',
      '１',
      1,
      ['1'],
      null,
      undefined,
    ])
      assert.equal(idFrom(wrong), null)
  })
})

describe('issues', () => {
  test('name what is missing, too long or broken, and nothing that is right', () => {
    assert.deepEqual(required('', 'name', 'Viết tên'), [{ field: 'name', text: 'Viết tên' }])
    assert.deepEqual(required('Hương', 'name', 'Viết tên'), [])
    assert.deepEqual([atMost('năm!!', 5, 'a', 'Dài quá'), atMost('sáu!!!', 5, 'a', 'Dài quá').length], [[], 1])
    assert.deepEqual([unbroken('Hương', 'a', 'Hỏng'), unbroken('H\uFFFDng', 'a', 'Hỏng').length], [[], 1])
  })

  test('stand beside their field, the first of each, and are counted above the form', () => {
    const issues = [
      { field: 'name', text: 'Viết tên' },
      { field: 'name', text: 'Dài quá' },
    ]
    assert.equal(field({ name: 'name', label: 'Tên' }, issues).wrong, 'Viết tên')
    assert.equal(field({ name: 'email', label: 'Thư' }, issues).wrong, null)
    assert.equal(issueSummary(issues, (count) => `Còn ${count}`)?.title, 'Còn 2')
    assert.equal(issueSummary([], String), null)
  })
})
