import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readArticle } from '../../src/newsdesk/article-form.ts'

const read = (form: Record<string, unknown>) => readArticle(form, 'Asia/Ho_Chi_Minh')

describe('an article form', () => {
  test('reads tags typed two ways as one, the first of them', () => {
    assert.deepEqual(read({ tags: 'hòa bình, hoà bình; Hòa Bình' }).content.tags.length, 1)
    assert.deepEqual(read({ tags: 'hòa, hoà' }).content.tags, ['hòa'])
    assert.deepEqual(read({ tags: ' mía ,, đường ; mía, ' }).content.tags, ['mía', 'đường'])
    assert.deepEqual(read({ tags: 'mía, mìa' }).content.tags, ['mía', 'mìa'])
  })

  test('takes the address from the title, unless somebody chose another', () => {
    assert.equal(read({ title: 'Hội nghị ở Đak Pơ' }).content.slug, 'hoi-nghi-o-dak-po')
    assert.equal(read({ title: 'Hội nghị', slug: 'Địa chỉ khác' }).content.slug, 'dia-chi-khac')
    assert.equal(read({ title: '★' }).content.slug, 'tin')
  })

  test('reads the time where the office is', () => {
    assert.equal(read({ publishAt: '2017-02-16T16:40' }).content.publishAt, '2017-02-16T09:40:00.000Z')
    const impossible = read({ publishAt: '2017-02-30T16:40' })
    assert.deepEqual([impossible.content.publishAt, impossible.publishAtText], [null, '2017-02-30T16:40'])
  })

  test('of anything else than text reads nothing', () => {
    const { content, version } = read({ title: { a: 1 }, body: [[]], categoryId: '-1', version: '1e9', tags: null })
    assert.deepEqual([content.title, content.body, content.categoryId, version, content.tags], ['', '', null, 0, []])
  })
})
