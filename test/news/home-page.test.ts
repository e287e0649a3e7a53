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
    pinned: [],
    newest: [],
    categories: [],
    mostRead: [],
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

test('what is pinned leads, with or without a picture, and stands nowhere else', () => {
  const newest = [30, 20, 19, 18, 17, 16].map(pictured)
  const pinned = [headline(9, { categoryId: 2 }), pictured(20)]
  const page = pageOf({ pinned, newest, categories: [blockOf(2, pinned), blockOf(1, [headline(9), headline(8)])] })
  assert.equal(page.top?.path, '/tin-bai/tin-9')
  assert.deepEqual(numbers(page.more), [20, 30, 19, 18])
  assert.deepEqual(numbers(page.newest), [17, 16])
  const [row, ...others] = page.rows
  assert.deepEqual(others, [])
  assert.ok(row?.blocks[0]?.kind === 'notices')
  assert.deepEqual(numbers(row.blocks[0].notices), [8])
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

test('a notice says until when it holds, and in its last days how long', () => {
  const at = (expiresAt: string | null, categoryId = 4) => {
    const block = pageOf({ categories: [blockOf(1, [headline(9, { categoryId, expiresAt })])] }).rows[0]?.blocks[0]
    return block?.kind === 'notices' ? block.notices[0]?.validity : assert.fail()
  }
  assert.deepEqual(at('2017-02-19T10:00:00.000Z'), {
    text: 'Còn 2 ngày',
    machine: '2017-02-19T17:00:00+07:00',
    isSoon: true,
  })
  const says = (expiresAt: string) => at(expiresAt)?.text
  assert.equal(says('2017-02-17T10:00:00.000Z'), 'Hết hiệu lực hôm nay')
  assert.equal(says('2017-02-20T17:00:00.000Z'), 'Còn 3 ngày')
  assert.equal(says('2017-02-20T17:00:01.000Z'), 'Đến 21/02')
  assert.equal(says('2017-12-31T17:00:00.000Z'), 'Đến 31/12')
  assert.equal(says('2017-12-31T17:00:01.000Z'), 'Đến 01/01/2018')
  assert.equal(at(null), null)
  assert.equal(at('2017-02-19T10:00:00.000Z', 2), null)
})

test('a topic does not repeat what leads the page, unless it has nothing else', () => {
  const firstOf = (headlines: Headline[]) => {
    const block = pageOf({ newest: [pictured(9)], categories: [blockOf(2, headlines)] }).rows[0]?.blocks[0]
    return block?.kind === 'topic' ? block.first.path : assert.fail()
  }
  assert.equal(firstOf([pictured(9), pictured(8)]), '/tin-bai/tin-8')
  assert.equal(firstOf([pictured(9)]), '/tin-bai/tin-9')
})
