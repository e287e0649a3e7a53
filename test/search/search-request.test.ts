import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRequest, searchAddress } from '../../src/search/search-request.ts'

const plain = { typed: 'mía', categoryId: null, year: null, order: 'fit', page: 1 } as const

test('an address is read as it was made', () => {
  const request = { typed: 'mía & "đường"', categoryId: 7, year: 2016, order: 'newest', page: 3 } as const
  const query = Object.fromEntries(new URL(searchAddress(request, { page: 3 }), 'http://a').searchParams)
  assert.deepEqual(readRequest(query), request)
})

test('what stands in no address is nothing', () => {
  assert.equal(searchAddress(plain, {}), '/tim-kiem?q=m%C3%ADa')
  assert.deepEqual(readRequest({}), { ...plain, typed: '' })
})

test('a changed condition begins at the first page', () => {
  assert.equal(searchAddress({ ...plain, page: 4 }, { year: 2016 }), '/tim-kiem?q=m%C3%ADa&nam=2016')
})

test('what cannot be understood is left out, but for the page', () => {
  const odd = { q: ['a', 'b'], 'chuyen-muc': '-1', nam: '20167', xep: 'gi-do', trang: 'x' }
  assert.deepEqual(readRequest(odd), { typed: 'b', categoryId: null, year: null, order: 'fit', page: null })
})
