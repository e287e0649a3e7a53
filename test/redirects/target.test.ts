import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readTarget } from '../../src/redirects/target.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'
const read = (text: string) => readTarget(text, siteUrl)

describe('an old address leads', () => {
  test('to an article by its number, however it is written', () => {
    for (const text of [
      '12',
      '/tin-bai/sap-nhap-thon-lang-12',
      '/TIN-BAI/x-12/',
      `${siteUrl}/tin-bai/12?utm_source=a#b`,
    ])
      assert.deepEqual(read(text), { kind: 'article', id: 12 }, text)
  })

  test('to a page by its path', () => {
    assert.deepEqual(read('/luu-tru/2017/02/16'), { kind: 'path', path: '/luu-tru/2017/02/16' })
    assert.deepEqual(read('/tim-kiem?q=sáp nhập'), { kind: 'path', path: '/tim-kiem?q=s%C3%A1p%20nh%E1%BA%ADp' })
    assert.deepEqual(read('/quan-tri-dat-dai'), { kind: 'path', path: '/quan-tri-dat-dai' })
  })

  const elsewhere = [
    'https://example.com/',
    'HTTPS://dakpo.gialai.gov.vn.example.com/a',
    'https://dakpo.gialai.gov.vn@example.com/',
    'https://a:b@dakpo.gialai.gov.vn/',
    'http://dakpo.gialai.gov.vn/a',
    '//example.com',
    '///example.com',
    '/\\example.com',
    '\\\\example.com',
    '/\t/example.com',
    '/%2f/example.com',
    '/%5Cexample.com',
    '/.//example.com',
    '/a/..//example.com',
    'javascript:alert(1)',
    'data:text/html,a',
    '/a\r\nSet-Cookie: b=c',
    '/quan-tri',
    '/quan-tri/bai-viet',
    '/QUAN-TRI/x',
    '/%71uan-tri',
    '/quan-tri?a',
    '/quan-tri;a',
    '/./quan-tri',
  ]
  for (const text of elsewhere)
    test(`and never to ${JSON.stringify(text)}`, () => assert.equal(read(text), 'outside', text))

  test('nor to what is no address', () => {
    for (const text of ['', 'tin-bai', '0', '-3', '/a%0d%0ab', `/${'a'.repeat(2_000)}`])
      assert.equal(read(text), 'malformed', text)
  })

  test('to another host in no way at all', () => {
    const signs = fc.stringMatching(/^[/\\.:@a-z%0-9?#\t ]{0,24}$/)
    const pieces = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        'evil.com',
        '%2f',
        '%5c',
        '@',
        ':',
        'https:',
        siteUrl,
        '..',
        '\t',
        '\u2215',
        '\uff0f',
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          signs,
          fc.string({ unit: 'binary' }),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          const target = read(text)
          if (typeof target === 'string' || target.kind !== 'path') return
          for (const base of [siteUrl, 'http://other.example'])
            assert.equal(new URL(target.path, base).origin, base, JSON.stringify([text, target.path]))
          assert.match(target.path, /^\/(?![/\\])[\x21-\x7e]*$/)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
