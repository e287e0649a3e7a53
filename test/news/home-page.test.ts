import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTree, type Category } from '../../src/categories/index.ts'
import type { Picture } from '../../src/media/index.ts'
import { homeCategories } from '../../src/news/home-blocks.ts'
import { type HomeParts, homePage } from '../../src/news/home-page.ts'
import { type Headline, newsWords } from '../../src/news/index.ts'
import { headline, now } from './given-news.ts'

const category = (id: number, parts: Partial<Category> = {}): Category => ({
  id,
  parentId: null,
  slug: `muc-${id}`,
  name: `Mục ${id}`,
  description: '',
  position: id,
  homePosition: null,
  hiddenAt: null,
  ...parts,
})

const tree = buildTree([
  category(1, { slug: 'thong-bao', name: 'Thông báo', homePosition: 3 }),
  category(2, { homePosition: 1 }),
  category(3, { homePosition: 2 }),
  category(4, { parentId: 1, name: 'Đất đai' }),
])

const pictures = new Map([[7, { id: 7, key: 'k', fileName: 'anh', width: 960, height: 640 } as Picture]])
const pictured = (id: number) => headline(id, { coverPictureId: 7 })

const pageOf = (parts: Partial<HomeParts>) =>
  homePage({
    description: 'Tin tức của huyện.',
    newest: [],
    categories: [],
    tree,
    pictures,
    now,
    timeZone: 'Asia/Ho_Chi_Minh',
    words: newsWords.vi,
    ...parts,
  })

const blockOf = (id: number, headlines: Headline[]) => ({ category: tree.find(id) ?? assert.fail(), headlines })
const numbers = (stories: { path: string }[]) => stories.map(({ path }) => Number(path.split('-').at(-1)))

test('the newest with a picture leads, four more stand below it, and the list goes on with the rest', () => {
  const newest = [headline(20), pictured(19), headline(18), ...[17, 16, 15, 14, 13].map(pictured), headline(12)]
  const page = pageOf({ newest })
  assert.equal(page.top?.path, '/tin-bai/tin-19')
  assert.deepEqual(numbers(page.more), [17, 16, 15, 14])
  assert.deepEqual(numbers(page.newest), [20, 18, 13, 12])
})

test('without any picture the newest leads', () => {
  const page = pageOf({ newest: [headline(20), headline(19)] })
  assert.equal(page.top?.path, '/tin-bai/tin-20')
  assert.deepEqual(numbers(page.newest), [19])
})

test('an empty portal has no opening and no blocks', () => {
  const page = pageOf({ categories: [blockOf(2, [])] })
  assert.deepEqual([page.top, page.newest, page.rows], [null, [], []])
})

test('what was posted today says at what hour', () => {
  const at = (publishedAt: string) =>
    pageOf({ newest: [pictured(9), headline(8, { publishedAt })] }).newest[0]?.date.text
  assert.equal(at('2017-02-17T02:05:00.000Z'), '09:05 hôm nay')
  assert.equal(at('2017-02-16T02:05:00.000Z'), '16/02/2017')
})

test('blocks stand in the order that officers chose, without hidden categories', () => {
  const hidden = buildTree([
    category(1, { homePosition: 2 }),
    category(2, { homePosition: 1 }),
    category(3, { homePosition: 3, hiddenAt: now }),
    category(4, { homePosition: 4, parentId: 3 }),
    category(5),
  ])
  assert.deepEqual(
    homeCategories(hidden).map(({ id }) => id),
    [2, 1],
  )
})

test('neighbouring topics stand in one row, notices in another', () => {
  const page = pageOf({
    categories: [blockOf(2, [pictured(9), headline(8)]), blockOf(3, [pictured(7)]), blockOf(1, [pictured(6)])],
  })
  assert.deepEqual(
    page.rows.map(({ kind, blocks }) => [kind, blocks.map((block) => block.path)]),
    [
      ['topic', ['/muc-2', '/muc-3']],
      ['notices', ['/thong-bao']],
    ],
  )
})

test('a category without pictures is a list of days', () => {
  const notices = [
    headline(9, { categoryId: 4 }),
    headline(8, { categoryId: 1, publishedAt: '2016-12-30T18:00:00.000Z' }),
  ]
  const block = pageOf({ categories: [blockOf(1, notices)] }).rows[0]?.blocks[0]
  assert.ok(block?.kind === 'notices')
  assert.deepEqual(
    block.notices.map(({ day, month, category }) => ({ day, month, category })),
    [
      { day: '16', month: 'Tháng 2', category: 'Đất đai' },
      { day: '31', month: '12/2016', category: null },
    ],
  )
})

test('a topic does not repeat what leads the page, unless it has nothing else', () => {
  const firstOf = (headlines: Headline[]) => {
    const block = pageOf({ newest: [pictured(9)], categories: [blockOf(2, headlines)] }).rows[0]?.blocks[0]
    return block?.kind === 'topic' ? block.first.path : assert.fail()
  }
  assert.equal(firstOf([pictured(9), pictured(8)]), '/tin-bai/tin-8')
  assert.equal(firstOf([pictured(9)]), '/tin-bai/tin-9')
})
