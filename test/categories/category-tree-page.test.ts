import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categoryPage } from '../../src/categories/category-page.ts'
import { categoryTreePage } from '../../src/categories/category-tree-page.ts'
import { buildTree, type Category, categoryWords } from '../../src/categories/index.ts'

const words = categoryWords.vi
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
  category(1, null, 'Tin tức', '2017-02-17T03:00:00.000Z'),
  category(2, 1, 'Kinh tế'),
  category(3, null, 'Thông báo'),
])

const page = categoryTreePage({ tree, counts: new Map([[1, 1284]]), done: '', words })
const formOf = (id: number, articles: number) => {
  const node = tree.find(id) ?? assert.fail()
  return categoryPage(node, { articles, staff: 0 }, node, { tree, issues: [], notice: null, words, toFix: String })
}

test('the tree tells what readers find', () => {
  const [news, notices] = page.rows
  assert.equal(news?.articles, '1.284 tin đang đăng')
  assert.equal(notices?.articles, 'Chưa có tin đang đăng')
  assert.deepEqual(
    [news?.standing, news?.children[0]?.standing, notices?.standing],
    ['Đang ẩn', 'Ẩn theo cấp trên', null],
  )
})

test('buttons say what they move, and the ends of a list stay', () => {
  const moves = page.rows.map((row) => row.moves.map(({ label, isPossible }) => ({ label, isPossible })))
  assert.deepEqual(moves, [
    [
      { label: 'Chuyển lên: Tin tức', isPossible: false },
      { label: 'Chuyển xuống: Tin tức', isPossible: true },
    ],
    [
      { label: 'Chuyển lên: Thông báo', isPossible: true },
      { label: 'Chuyển xuống: Thông báo', isPossible: false },
    ],
  ])
})

test('a category can stand anywhere but in itself and below itself', () => {
  const choices = formOf(1, 0).fields.find((field) => field.name === 'parent')?.choices
  assert.deepEqual(
    choices?.map((choice) => choice.name),
    ['Cấp cao nhất', 'Thông báo'],
  )
  const others = formOf(3, 0).fields.find((field) => field.name === 'parent')?.choices
  assert.deepEqual(
    others?.map((choice) => choice.name),
    ['Cấp cao nhất', 'Tin tức', 'Tin tức › Kinh tế'],
  )
})

test('the page says why a category cannot be removed', () => {
  assert.equal(formOf(3, 0).deeds?.removal.obstacle, null)
  assert.match(formOf(3, 2).deeds?.removal.obstacle ?? '', /2 tin bài/)
  assert.match(formOf(1, 2).deeds?.removal.obstacle ?? '', /còn chuyên mục con/)
})
