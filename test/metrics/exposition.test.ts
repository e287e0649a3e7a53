import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeExposition } from '../../src/metrics/exposition.ts'
import { counter, gauge, labelled, merged, sample } from '../../src/metrics/family.ts'
import { createHistogram } from '../../src/metrics/histogram.ts'
import { kindOf } from '../../src/metrics/kind.ts'
import { parseExposition } from '../support/exposition.ts'

describe('the text for Prometheus', () => {
  test('names, describes and types each family before its lines', () => {
    const text = writeExposition([
      counter('reads_total', 'Reads.', sample(3, { kind: 'kept' })),
      gauge('free_bytes', 'Free.', sample(1.5)),
    ])
    assert.equal(
      text,
      '# HELP reads_total Reads.\n# TYPE reads_total counter\nreads_total{kind="kept"} 3\n' +
        '# HELP free_bytes Free.\n# TYPE free_bytes gauge\nfree_bytes 1.5\n',
    )
    assert.equal(parseExposition(text).value('reads_total', { kind: 'kept' }), 3)
  })

  test('can be broken by no quotation mark, backslash or new line', () => {
    const text = writeExposition([gauge('a', 'one\\two\nthree', sample(1, { b: 'say "no"\\\nx 2' }))])
    assert.equal(parseExposition(text).readings.length, 1)
    assert.ok(text.includes('{b="say \\"no\\"\\\\\\nx 2"}'))
  })

  test('of several workers has each family once, with the lines of all', () => {
    const of = (worker: string, count: number) =>
      labelled([counter('a_total', 'A.', sample(count, { kind: 'x' }))], { worker })
    const read = parseExposition(writeExposition(merged([...of('1', 4), ...of('2', 5)])))
    assert.equal(read.sum('a_total', { kind: 'x' }), 9)
    assert.equal(read.value('a_total', { worker: '2' }), 5)
  })
})

describe('a histogram', () => {
  test('counts in each bucket whatever is at most its bound, and everything in the last', () => {
    const histogram = createHistogram([0.1, 1])
    for (const value of [0.05, 0.1, 0.5, 7]) histogram.observe(value)
    const samples = histogram.samples().map(({ suffix, labels, value }) => [suffix, labels['le'], value])
    assert.deepEqual(samples, [
      ['_bucket', '0.1', 2],
      ['_bucket', '1', 3],
      ['_bucket', '+Inf', 4],
      ['_sum', undefined, 7.65],
      ['_count', undefined, 4],
    ])
  })
})

describe('the kind of a request', () => {
  const examples = {
    staff: ['/quan-tri', '/QUAN-TRI/dang-nhap', '/quan-tri?a'],
    search: ['/tim-kiem?q=cau', '/tim-kiem/goi-y?q=c'],
    file: [
      '/tep-tinh/1/styles/site.css',
      '/hinh-anh/a/b.webp',
      '/tai-lieu/a/b.pdf',
      '/the-chia-se/a.png',
      '/favicon.ico',
    ],
    data: ['/api/v1/articles', '/rss/tin-tuc', '/rss.xml', '/sitemap.xml', '/robots.txt', '/manifest.webmanifest'],
    made: ['/', '/tin-bai/cau-1', '/tin-tuc?trang=2', '/constructor', '/%00', '//', ''],
  }
  for (const [kind, urls] of Object.entries(examples)) {
    test(`${kind}: ${urls.join(' ')}`, () => {
      for (const url of urls) assert.equal(kindOf(url), kind, url)
    })
  }
})
