import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categoryIssues, readCategory } from '../../src/categories/category-form.ts'
import { buildTree, type Category, type CategoryWish, categoryWords } from '../../src/categories/index.ts'
import { wishFor } from './given-tree.ts'

const words = categoryWords.vi
const broken = 'Có chữ bị hỏng mã.'

const category = (id: number, parentId: number | null, slug: string): Category => ({
  id,
  parentId,
  slug,
  name: slug,
  description: '',
  position: id,
  homePosition: null,
  hiddenAt: null,
})

const tree = buildTree([
  category(1, null, 'tin-tuc'),
  category(2, 1, 'kinh-te'),
  category(3, null, 'thong-bao'),
  category(4, 2, 'nong-nghiep'),
  category(5, 4, 'cay-mia'),
  category(6, 5, 'vu-mua'),
  category(7, 6, 'gia-mia'),
])

const issuesOf = (wish: CategoryWish, id: number | null = null) => categoryIssues(wish, { id, tree }, words, broken)
const onlyIssue = (field: string, text: string) => [{ field, text }]

test('a name is enough: the address follows it', () => assert.deepEqual(issuesOf(wishFor('Giáo dục')), []))

test('a category needs a name', () => {
  assert.deepEqual(issuesOf(wishFor('')), onlyIssue('name', words.enterName))
})

test('a name has at most 120 letters, a description 300', () => {
  assert.deepEqual(issuesOf(wishFor('a'.repeat(120), { description: 'b'.repeat(300) })), [])
  assert.deepEqual(issuesOf(wishFor('a'.repeat(121))), onlyIssue('name', words.tooLong(120)))
  assert.deepEqual(
    issuesOf(wishFor('Giáo dục', { description: 'b'.repeat(301) })),
    onlyIssue('description', words.tooLong(300)),
  )
})

test('letters that were broken on the way are shown before they are stored', () => {
  assert.deepEqual(issuesOf(wishFor('Gi\uFFFDo dục')), onlyIssue('name', broken))
})

test('a name without Latin letters needs an address', () => {
  assert.deepEqual(issuesOf(wishFor('新闻')), onlyIssue('slug', words.flaws['no-address']))
  assert.deepEqual(issuesOf(wishFor('新闻', { slug: 'tieng-hoa' })), [])
})

test('siblings have different addresses, cousins may have the same', () => {
  assert.deepEqual(issuesOf(wishFor('Kinh tế', { parentId: 1 })), onlyIssue('slug', words.flaws.taken))
  assert.deepEqual(issuesOf(wishFor('Kinh tế', { parentId: 3 })), [])
  assert.deepEqual(issuesOf(wishFor('Khác', { slug: 'Thông báo' })), onlyIssue('slug', words.flaws.taken))
})

test('a category keeps its own address', () => {
  assert.deepEqual(issuesOf(wishFor('Kinh tế huyện', { slug: 'kinh-te', parentId: 1 }), 2), [])
})

test('an address of the portal itself is refused at the top alone', () => {
  assert.deepEqual(issuesOf(wishFor('Tìm kiếm')), onlyIssue('slug', words.flaws.reserved))
  assert.deepEqual(issuesOf(wishFor('Tìm kiếm', { parentId: 1 })), [])
})

test('a category cannot stand in itself, below itself or in one that is gone', () => {
  assert.deepEqual(issuesOf(wishFor('Tin tức', { parentId: 1 }), 1), onlyIssue('parent', words.flaws['inside-itself']))
  assert.deepEqual(issuesOf(wishFor('Tin tức', { parentId: 5 }), 1), onlyIssue('parent', words.flaws['inside-itself']))
  assert.deepEqual(
    issuesOf(wishFor('Tin tức', { parentId: 99 }), 1),
    onlyIssue('parent', words.flaws['no-such-parent']),
  )
})

test('the tree has at most six levels, and a branch brings its own', () => {
  assert.deepEqual(issuesOf(wishFor('Giá đường', { parentId: 6 })), [])
  assert.deepEqual(issuesOf(wishFor('Giá đường', { parentId: 7 })), onlyIssue('parent', words.flaws['too-deep']))
  assert.deepEqual(issuesOf(wishFor('Kinh tế', { slug: 'kinh-te', parentId: 3 }), 2), [])
  const deepTree = buildTree([...tree.all, category(8, 3, 'tuyen-dung')])
  const deeper = categoryIssues(wishFor('Kinh tế', { parentId: 8 }), { id: 2, tree: deepTree }, words, broken)
  assert.deepEqual(deeper, onlyIssue('parent', words.flaws['too-deep']))
})

test('a place on the home page is empty or from 1 to 20', () => {
  for (const homePosition of [null, 1, 20]) assert.deepEqual(issuesOf(wishFor('Giáo dục', { homePosition })), [])
  for (const homePosition of [0, 21, 1.5, Number.NaN]) {
    assert.deepEqual(
      issuesOf(wishFor('Giáo dục', { homePosition })),
      onlyIssue('homePosition', words.homePositionForm(20)),
    )
  }
})

test('a form is read as it was typed, in its normal form', () => {
  const form = { name: '  Kinh   tế ', slug: 'Kinh Tế', description: 'Mùa\nvụ', parent: '1', homePosition: '2' }
  const wish = { name: 'Kinh tế', slug: 'Kinh Tế', description: 'Mùa vụ', parentId: 1, homePosition: 2 }
  assert.deepEqual(readCategory(form), wish)
  assert.deepEqual(readCategory({ name: 'Kinh tế' }), wishFor('Kinh tế'))
  assert.equal(readCategory({ homePosition: 'đầu' }).homePosition, Number.NaN)
})
