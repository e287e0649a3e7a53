import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayAt, givenSearch } from './given-search.ts'

describe('the order', () => {
  test('is title, lead, tags, byline, body', async () => {
    const given = await givenSearch()
    const body = await given.add({ at: dayAt(9), bodyHtml: '<p>Mùa mía</p>' })
    const byline = await given.add({ at: dayAt(8), unit: 'Trạm Mía' })
    const tags = await given.add({ at: dayAt(7), tags: ['mía'] })
    const lead = await given.add({ at: dayAt(6), lead: 'Mía được giá' })
    const title = await given.add({ at: dayAt(5), title: 'Giá mía' })

    assert.deepEqual(await given.search('mia'), [title, lead, tags, byline, body])
  })

  test('of equals is the newest first, of one moment the highest number', async () => {
    const given = await givenSearch()
    const first = await given.add({ title: 'Mía', at: dayAt(2) })
    const second = await given.add({ title: 'Mía', at: dayAt(2) })
    const newest = await given.add({ title: 'Mía', at: dayAt(3) })

    assert.deepEqual(await given.search('mía'), [newest, second, first])
  })

  test('prefers words that stand together', async () => {
    const given = await givenSearch()
    const apart = await given.add({ at: dayAt(9), bodyHtml: '<p>Nghị quyết của Hội đồng</p>' })
    const together = await given.add({ at: dayAt(2), bodyHtml: '<p>Hội nghị của xã</p>' })
    const parted = await given.add({ at: dayAt(8), bodyHtml: '<p>Ngày hội</p><p>Nghị quyết</p>' })

    assert.deepEqual(await given.search('hoi nghi'), [together, apart, parted])
  })

  test('prefers the marks that were typed, in the title above all, and loses nothing', async () => {
    const given = await givenSearch()
    const other = await given.add({ title: 'Bộ trưởng thăm huyện', at: dayAt(9) })
    const both = await given.add({ title: 'Bộ trưởng thăm đàn bò', at: dayAt(1) })
    const mentioned = await given.add({ title: 'Bố trí chuồng', at: dayAt(8), bodyHtml: '<p>Nuôi bò</p>' })
    const title = await given.add({ title: 'Tiêm phòng đàn bò', at: dayAt(2) })

    assert.deepEqual(await given.search('bò'), [title, both, mentioned, other])
    assert.deepEqual(await given.search('bo'), [other, mentioned, title, both])
  })

  test('by date is by date alone', async () => {
    const given = await givenSearch()
    const title = await given.add({ title: 'Mía', at: dayAt(2) })
    const body = await given.add({ bodyHtml: '<p>mía</p>', at: dayAt(3) })

    assert.deepEqual(await given.search('mía', { order: 'newest' }), [body, title])
    assert.deepEqual(await given.search('mía'), [title, body])
  })
})

describe('an unfinished last word', () => {
  test('finds what it may become, after what it already is', async () => {
    const given = await givenSearch()
    const become = await given.add({ title: 'Bình đẳng giới', at: dayAt(9) })
    const is = await given.add({ title: 'Bình đẳng gì', at: dayAt(1) })

    assert.deepEqual(await given.search('binh dang gi'), [is, become])
    assert.deepEqual(await given.search('binh dang gio'), [become])
    assert.deepEqual(await given.search('đẳng giớ'), [become])
  })

  test('is found in bodies too', async () => {
    const given = await givenSearch()
    const id = await given.add({ bodyHtml: '<p>Quyết định số 45/QĐ-UBND</p>' })
    assert.deepEqual(await given.search('45/QD-UB'), [id])
    assert.deepEqual(await given.search('quyet di'), [id])
  })

  test('of one letter, or in quotation marks, is finished', async () => {
    const given = await givenSearch()
    await given.add({ title: 'Bình đẳng giới' })
    assert.deepEqual(await given.search('binh dang g'), [])
    assert.deepEqual(await given.search('"binh dang gi"'), [])
  })
})

describe('a phrase', () => {
  test('is found in one row only, also across its fields and tags not', async () => {
    const given = await givenSearch()
    await given.add({ title: 'Ngày hội', lead: 'Nghị quyết mới', tags: ['hội', 'nghị'] })
    const whole = await given.add({ bodyHtml: '<p>Tổ chức <em>Hội</em> nghị</p>' })
    assert.deepEqual(await given.search('"hội nghị"'), [whole])
    assert.equal((await given.search('hội nghị')).length, 2)
  })
})

describe('synonyms', () => {
  for (const [typed, text] of [
    ['ubnd xã', 'Ủy ban nhân dân xã'],
    ['uy ban nhan dan xa', 'UBND xã'],
    ['Uỷ ban nhân dân', 'UBND'],
    ['HĐND', 'Hội đồng nhân dân'],
    ['dân tộc thiểu số', 'Đồng bào DTTS'],
    ['gia rai', 'Người Jrai'],
    ['jrai', 'Người Gia-rai'],
    ['bahnar', 'Người Ba Na'],
    ['Đăk Pơ', 'Đắk Pơ'],
  ] as const) {
    test(`“${typed}” finds “${text}”`, async () => {
      const given = await givenSearch()
      const id = await given.add({ bodyHtml: `<p>${text}</p>` })
      await given.add({ bodyHtml: '<p>Nhân dịp đầu xuân</p>' })
      assert.deepEqual(await given.search(typed), [id])
    })
  }

  test('are as good as what was typed', async () => {
    const given = await givenSearch()
    const older = await given.add({ title: 'Đăk Pơ vào mùa', at: dayAt(1) })
    const newer = await given.add({ title: 'Đak Pơ vào mùa', at: dayAt(2) })
    assert.deepEqual(await given.search('Đăk Pơ'), [newer, older])
  })

  test('lose nothing: the words may still stand apart', async () => {
    const given = await givenSearch()
    const apart = await given.add({ bodyHtml: '<p>Gia đình bà Rai</p>' })
    assert.deepEqual(await given.search('gia rai'), [apart])
  })
})

describe('conditions', () => {
  test('a category stands for all below it', async () => {
    const given = await givenSearch()
    const news = await given.addCategory('tin-tuc', 'Tin tức')
    const economy = await given.addCategory('kinh-te', 'Kinh tế', news)
    const inEconomy = await given.add({ title: 'Mía', categoryId: economy })
    const inNews = await given.add({ title: 'Mía', categoryId: news })
    await given.add({ title: 'Mía' })

    assert.deepEqual(await given.search('mía', { categoryIds: [news, economy] }), [inNews, inEconomy])
    assert.deepEqual(await given.search('mía', { categoryIds: [economy] }), [inEconomy])
  })

  test('an article is found by the name of its category', async () => {
    const given = await givenSearch()
    const categoryId = await given.addCategory('nong-nghiep', 'Nông nghiệp, nông thôn mới')
    const id = await given.add({ title: 'Mía', categoryId })
    assert.deepEqual(await given.search('nong thon moi'), [id])
  })

  test('a time has both its ends', async () => {
    const given = await givenSearch()
    const added = []
    for (const day of [1, 2, 3, 4]) added.push(await given.add({ title: 'Mía', at: dayAt(day) }))
    const time = { from: dayAt(2), upTo: dayAt(3) }
    assert.deepEqual(await given.search('mía', { time }), [added[2], added[1]])
    assert.deepEqual(await given.search('mía', { time, order: 'newest' }), [added[2], added[1]])
  })
})

test('nothing that a person or a machine types breaks the search', async () => {
  const given = await givenSearch()
  const id = await given.add({ title: 'Hội nghị', bodyHtml: '<p>AND OR NOT NEAR a b c</p>' })
  const odd = [
    ...['"', "'", '""', '(', ')', '()', '*', ':', '^', '+', '-', '{}', '[]', '\\', '%', '_', ';', '--', '/*', '\u0000'],
    ...['AND', 'OR', 'NOT', 'NEAR', 'NEAR(a b)', 'title:a', 'a AND', '"a', 'a"', 'a*', '*a', 'a:b', 'a & b', 'a | b'],
    ...['!a', 'a <-> b', "'a':*", '\ud800', 'a\ud800b', '\udc00', '🌾', '🌾🌾 a', '\ue000\ue001', '\ue0021', '\u0301'],
    ...['a', 'ạ', 'a'.repeat(10_000), 'ộ '.repeat(10_000), 'mía '.repeat(10_000), '"a" '.repeat(5_000)],
  ]
  for (const typed of odd) {
    await given.search(typed)
    await given.search(`hội nghị ${typed}`)
    await given.search(`"${typed}" hội`)
  }
  assert.deepEqual(await given.search('and or not near'), [id])
  assert.deepEqual(await given.search('\ue0021'), [])
})
