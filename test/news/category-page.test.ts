import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTree, type Category } from '../../src/categories/index.ts'
import { type CategoryParts, categoryPage } from '../../src/news/category-page.ts'
import { newsWords } from '../../src/news/index.ts'
import { headline, now } from './given-news.ts'

const category = (id: number, parentId: number | null, name: string, hiddenAt: string | null = null): Category => ({
  id,
  parentId,
  slug: `muc-${id}`,
  name,
  description: '',
  position: id,
  homePosition: null,
  hiddenAt,
})

const tree = buildTree([
  category(1, null, 'Tin tức'),
  category(2, 1, 'Kinh tế'),
  category(3, 1, 'Y tế', '2017-02-17T03:00:00.000Z'),
  category(4, 1, 'Giáo dục'),
])

const pageOf = (id: number, parts: Partial<CategoryParts> = {}) =>
  categoryPage({
    node: tree.find(id) ?? assert.fail(),
    tree,
    counts: new Map([
      [1, 1284],
      [2, 1280],
    ]),
    headlines: [],
    months: null,
    mostRead: [],
    pictures: new Map(),
    page: 1,
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
    words: newsWords.vi,
    ...parts,
  })

test('the first page has the plain address, the others their number', () => {
  assert.deepEqual([pageOf(1).head.path, pageOf(1).head.title], ['/muc-1', 'Tin tức'])
  const second = pageOf(1, { page: 2 })
  assert.deepEqual([second.head.path, second.head.title], ['/muc-1?trang=2', 'Tin tức - trang 2'])
  assert.equal(second.pages.previous, '/muc-1')
  assert.equal(second.pages.next, '/muc-1?trang=3')
  assert.equal(second.pages.range, 'Tin 11 đến 20 trong 1.284 tin')
})

test('the categories below it stand there with their counts, except hidden ones', () => {
  assert.deepEqual(pageOf(1).children, [
    { name: 'Kinh tế', path: '/muc-1/muc-2', count: '1.280 tin' },
    { name: 'Giáo dục', path: '/muc-1/muc-4', count: '0 tin' },
  ])
})

test('a list names the category only of what lies below', () => {
  const { stories } = pageOf(1, { headlines: [headline(9, { categoryId: 2 }), headline(8, { categoryId: 1 })] })
  assert.deepEqual(
    stories.map((story) => story.category),
    ['Kinh tế', null],
  )
})

test('a category without a description still describes itself to search engines', () => {
  assert.equal(pageOf(2).head.description, 'Tin bài trong chuyên mục Kinh tế.')
})

test('a list says of notices until when they hold, and of nothing else', () => {
  const notices = buildTree([
    { ...category(1, null, 'Thông báo'), slug: 'thong-bao' },
    category(2, 1, 'Đất đai'),
    category(3, null, 'Tin tức'),
  ])
  const expiresAt = '2017-03-03T17:00:00.000Z'
  const headlines = [2, 3].map((categoryId) => headline(categoryId, { categoryId, expiresAt }))
  const { stories } = pageOf(1, { tree: notices, headlines })
  assert.deepEqual(
    stories.map(({ validity }) => validity?.text),
    ['Đến 03/03', undefined],
  )
})

test('pages of two categories with one name are not called the same', () => {
  const twins = buildTree([
    category(1, null, 'Tin tức'),
    category(2, null, 'Kinh tế'),
    category(3, 1, 'Trong huyện'),
    category(4, 2, 'Trong huyện'),
    category(5, 2, 'Giá cả'),
  ])
  const titleOf = (id: number) => pageOf(1, { node: twins.find(id) ?? assert.fail(), tree: twins }).head.title

  assert.deepEqual([3, 4, 5].map(titleOf), ['Trong huyện (Tin tức)', 'Trong huyện (Kinh tế)', 'Giá cả'])
})
