import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { barChart } from '../../src/dashboard/bar-chart.ts'
import { fairShare } from '../../src/dashboard/board.ts'
import { countBy, personTallies, type ReportedArticle, tallyOf } from '../../src/dashboard/report.ts'

const reported = (parts: Partial<ReportedArticle> = {}): ReportedArticle => ({
  id: 1,
  slug: 'tin',
  title: 'Một tin',
  author: 'Lan Hương',
  account: 'Nguyễn Thị Hương',
  unit: 'Văn phòng',
  genre: 'news',
  categoryId: 3,
  publishedAt: '2017-02-16T09:40:00.000Z',
  isWithdrawn: false,
  pictures: 0,
  words: 0,
  ...parts,
})

describe('what each person wrote', () => {
  test('is counted by the name in the byline, however it was typed, with the accounts behind it', () => {
    const tallies = personTallies([
      reported({ author: 'Đinh Hòa', account: 'Đinh Hòa', genre: 'feature', pictures: 2, words: 300 }),
      reported({ words: 100 }),
      reported({ author: 'ĐINH HOÀ', account: 'Trần Văn Bình', genre: 'feature', pictures: 1, words: 200 }),
      reported({ author: 'Đinh Hòa', account: '', isWithdrawn: true }),
    ])
    assert.deepEqual(
      tallies.map(({ author, accounts, articles, byGenre, pictures, words, withdrawn }) => [
        author,
        accounts,
        articles,
        byGenre.news,
        byGenre.feature,
        pictures,
        words,
        withdrawn,
      ]),
      [
        ['Đinh Hòa', ['Đinh Hòa', 'Trần Văn Bình'], 3, 1, 2, 3, 500, 1],
        ['Lan Hương', ['Nguyễn Thị Hương'], 1, 1, 0, 0, 100, 0],
      ],
    )
  })

  test('stands in the order of names, and what has no byline last', () => {
    const authors = ['Văn An', '', 'Ánh', 'Đinh Lâm', 'Dung'].map((author) => reported({ author }))
    assert.deepEqual(
      personTallies(authors).map(({ author }) => author),
      ['Ánh', 'Dung', 'Đinh Lâm', 'Văn An', ''],
    )
  })

  test('adds up to the whole month', () => {
    const article = fc
      .record({
        author: fc.constantFrom('A', 'a', 'B', ''),
        genre: fc.constantFrom('news', 'feature', 'notice'),
        isWithdrawn: fc.boolean(),
        pictures: fc.nat(9),
        words: fc.nat(999),
      })
      .map((parts) => reported(parts as Partial<ReportedArticle>))
    fc.assert(
      fc.property(fc.array(article), (articles) => {
        const all = tallyOf(articles)
        const people = personTallies(articles)
        for (const what of ['articles', 'withdrawn', 'pictures', 'words'] as const)
          assert.equal(
            people.reduce((sum, person) => sum + person[what], 0),
            all[what],
            what,
          )
        assert.equal(
          Object.values(all.byGenre).reduce((sum, count) => sum + count, 0),
          articles.length,
        )
      }),
    )
  })
})

test('counts of one key are one, the largest first, equal ones in the order of names', () => {
  const counts = [
    { categoryId: 1, author: 'B', count: 2 },
    { categoryId: 2, author: 'Á', count: 3 },
    { categoryId: 1, author: 'A', count: 1 },
  ]
  const named = { keyOf: ({ categoryId }: { categoryId: number | null }) => String(categoryId) }
  assert.deepEqual(countBy(counts, { ...named, nameOf: ({ categoryId }) => (categoryId === 1 ? 'Y tế' : 'Kinh tế') }), [
    { name: 'Kinh tế', count: 3 },
    { name: 'Y tế', count: 3 },
  ])
})

describe('a chart', () => {
  const words = {
    id: 'chart',
    caption: 'Theo chuyên mục',
    finding: 'Nhiều nhất là Kinh tế',
    open: 'Xem bảng',
    name: 'Chuyên mục',
    count: 'Số bài',
    others: (names: string, count: string) => `và ${names} tên khác: ${count} bài`,
  }
  const numbers = (...counts: number[]) => counts.map((count, place) => ({ name: `Tên ${place + 1}`, count }))

  test('marks the largest, and is as long as its number', () => {
    const { bars } = barChart(numbers(4, 2, 1), words)
    assert.deepEqual(
      bars.map(({ width, isMost, count }) => [width, isMost, count]),
      [
        [310, true, '4'],
        [155, false, '2'],
        [78, false, '1'],
      ],
    )
  })

  test('has bars for the first eight, says how many the others have, and its table has all', () => {
    const chart = barChart(numbers(...Array.from({ length: 11 }, (_, place) => 20 - place)), words)
    assert.deepEqual([chart.bars.length, chart.rest, chart.table.rows.length], [8, 'và 3 tên khác: 33 bài', 11])
    assert.equal(barChart(numbers(3), words).rest, null)
  })

  test('stays inside its frame', () => {
    const number = fc.integer({ min: 1, max: 99_999 })
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (counts) => {
        const { bars, width, height } = barChart(numbers(...counts.sort((a, b) => b - a)), words)
        for (const bar of bars) {
          assert.ok(bar.width >= 2 && bar.countX + 40 <= width)
          assert.ok(bar.y + bar.height <= height && bar.nameY < bar.y)
        }
      }),
    )
  })
})

describe('a fair share of a short section', () => {
  test('leaves room for every kind', () => {
    assert.deepEqual(fairShare([[1, 2, 3, 4], [11], [21, 22, 23]], 6), [1, 2, 3, 11, 21, 22])
    assert.deepEqual(fairShare([[1, 2], [11]], 8), [1, 2, 11])
    assert.deepEqual(fairShare([[], []], 8), [])
  })

  test('is full whenever there is enough, and keeps the order of each kind', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer(), { maxLength: 9 }), { maxLength: 4 }), fc.nat(8), (lists, most) => {
        const marked = lists.map((list, kind) => list.map((_, place) => ({ kind, place })))
        const shared = fairShare(marked, most)
        assert.equal(shared.length, Math.min(most, marked.flat().length))
        for (const kind of marked.keys()) {
          const places = shared.filter((row) => row.kind === kind).map(({ place }) => place)
          assert.deepEqual(places, [...places.keys()])
        }
      }),
    )
  })
})
