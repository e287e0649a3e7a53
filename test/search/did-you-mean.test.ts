import assert from 'node:assert/strict'
import { test } from 'node:test'
import { didYouMean } from '../../src/search/did-you-mean.ts'
import { completeQuery } from '../../src/search/find-articles.ts'
import { givenSearch, now } from './given-search.ts'

const given = await givenSearch()
await given.add({ title: 'Hội nghị tổng kết', bodyHtml: '<p>Trồng mía ở Đak Pơ</p>' })
await given.add({ title: 'Hội thi' })

const meant = async (typed: string) => {
  const query = await completeQuery(given.database.read, typed, given.groups)
  return didYouMean({ database: given.database, now }, query, given.groups, {
    order: 'fit',
    categoryIds: null,
    time: null,
    most: 10,
  })
}

test('a word with a wrong letter becomes the nearest one', async () => {
  assert.equal(await meant('hoi nghj tong ket'), 'hoi nghi tong ket')
})

test('who types marks gets marks', async () => {
  assert.equal(await meant('hội nghjị tổng kết'), 'hội nghị tổng kết')
})

test('the rest stays as it was typed', async () => {
  assert.equal(await meant('Trồngg MÍA "đak pơ"'), 'trồng MÍA "đak pơ"')
})

test('a word that resembles none is left out', async () => assert.equal(await meant('mía qwxzt'), 'mía'))

test('nothing is proposed that finds nothing', async () => {
  assert.equal(await meant('thii mía'), null)
  assert.equal(await meant('qwxzt'), null)
  assert.equal(await meant('thi mía'), null)
})
