import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countPages, pageAddress, pageNumber, paginate } from '../../src/site/pagination.ts'

const address = (page: number) => `?trang=${page}`
const range = (from: number, to: number, total: number) => `${from}–${to}/${total}`
const pages = (here: number, total: number) => paginate({ here, perPage: 10, total, address, range })
const shape = (here: number, total: number) =>
  pages(here, total)
    .steps.map((step) => (step.kind === 'gap' ? '…' : step.kind === 'here' ? `[${step.number}]` : String(step.number)))
    .join(' ')

describe('the steps of a long list', () => {
  const shapes: [number, number, string][] = [
    [1, 0, '[1]'],
    [1, 10, '[1]'],
    [1, 11, '[1] 2'],
    [1, 100, '[1] 2 … 10'],
    [2, 100, '1 [2] 3 … 10'],
    [3, 100, '1 2 [3] 4 … 10'],
    [5, 100, '1 … 4 [5] 6 … 10'],
    [9, 100, '1 … 8 [9] 10'],
    [10, 100, '1 … 9 [10]'],
  ]
  for (const [here, total, wanted] of shapes) {
    test(`on page ${here} of ${total} things: ${wanted}`, () => assert.equal(shape(here, total), wanted))
  }

  test('know what comes before and after, and which things these are', () => {
    assert.deepEqual([pages(1, 25).previous, pages(1, 25).next, pages(1, 25).range], [null, '?trang=2', '1–10/25'])
    assert.deepEqual([pages(3, 25).previous, pages(3, 25).next, pages(3, 25).range], ['?trang=2', null, '21–25/25'])
  })

  test('always show the first, the last and this one, each once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 5_000 }), (wish, total) => {
        const here = Math.min(wish, countPages(total, 10))
        const numbers = pages(here, total).steps.flatMap((step) => (step.kind === 'gap' ? [] : [step.number]))
        assert.deepEqual(
          numbers,
          [...new Set(numbers)].toSorted((a, b) => a - b),
        )
        for (const page of [1, here, countPages(total, 10)]) assert.ok(numbers.includes(page))
      }),
    )
  })
})

describe('the number of a page in an address', () => {
  test('is a plain whole number; without one it is the first page', () => {
    assert.equal(pageNumber(undefined), 1)
    assert.equal(pageNumber('7'), 7)
    for (const wrong of ['', '0', '-1', '01', '1.5', '1e3', ' 1', 'hai', '1234567', ['1', '2'], { a: 1 }, null])
      assert.equal(pageNumber(wrong), null)
  })

  test('is left out for the first page, so that one list has one address', () => {
    assert.equal(pageAddress('/tin-tuc', {}, 1), '/tin-tuc')
    assert.equal(pageAddress('/tin-tuc', {}, 2), '/tin-tuc?trang=2')
    assert.equal(
      pageAddress('/tim-kiem', { tu: 'lúa & mía', loai: '' }, 3),
      '/tim-kiem?tu=l%C3%BAa+%26+m%C3%ADa&trang=3',
    )
  })
})
