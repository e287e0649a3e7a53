import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addressFromRequest, addressFromText, foldPath, keyOf, keysOf } from '../../src/redirects/legacy-address.ts'

const key = (text: string): string => keyOf(addressFromText(text) ?? assert.fail(`no address: ${text}`))
const asked = (url: string): string => keyOf(addressFromRequest(url) ?? assert.fail(`no address: ${url}`))

describe('all spellings of an old address come to one', () => {
  const article = key('/Tin-tuc/Hoat-dong-huyen/Huyen-Đak-Po-Them-10-thon,-lang-đuoc-sap-nhap.aspx')
  const spellings: [string, string][] = [
    ['as browsers send it', '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx'],
    [
      'with the number of a page',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx?page=1',
    ],
    [
      'with small letters in the code',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%c4%90ak-Po-Them-10-thon,-lang-%c4%91uoc-sap-nhap.aspx',
    ],
    [
      'with small letters only',
      '/tin-tuc/hoat-dong-huyen/huyen-%C4%91ak-po-them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx',
    ],
    [
      'encoded twice',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%25C4%2590ak-Po-Them-10-thon%252C-lang-%25C4%2591uoc-sap-nhap.aspx',
    ],
    ['in the bytes of Windows-1258', '/Tin-tuc/Hoat-dong-huyen/Huyen-%D0ak-Po-Them-10-thon,-lang-%F0uoc-sap-nhap.aspx'],
    [
      'with a slash at its end',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx/',
    ],
    ['with doubled slashes', '//Tin-tuc//Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx'],
    [
      'with what Facebook adds',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx?fbclid=Iw1&utm_source=zalo',
    ],
    [
      'with the number of a session',
      '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx;jsessionid=AB12',
    ],
  ]
  for (const [how, url] of spellings) test(how, () => assert.equal(asked(url), article))

  test('with marks apart from their letters, with a plus for a space, with raw bytes', () => {
    const wanted = key('/tin/sáp nhập thôn làng')
    assert.equal(asked(`/tin/${encodeURIComponent('sáp nhập thôn làng'.normalize('NFD'))}`), wanted)
    assert.equal(asked('/tin/s%C3%A1p+nh%E1%BA%ADp+th%C3%B4n+l%C3%A0ng'), wanted)
    assert.equal(asked(Buffer.from('/tin/sáp%20nhập%20thôn%20làng').toString('latin1')), wanted)
  })

  test('of any host', () => {
    assert.equal(key('http://www.dakpo.gialai.gov.vn/Tin-tuc/A.aspx'), key('/tin-tuc/a.aspx'))
    assert.equal(key('https://huyencu.vn'), '/')
  })

  const steps = fc.array(fc.stringMatching(/^[a-zA-ZăâđêôơưáàảãạĐẮẶẤẦỆỘỢ0-9,.-]{1,12}$/), {
    minLength: 1,
    maxLength: 5,
  })

  test('whatever its letters are', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('NFC', 'NFD'), fc.nat(3), (words, form, slashes) => {
        const path = `/${words.join('/')}`
        const encoded = `/${words.map((word) => encodeURIComponent(word.normalize(form))).join('/'.repeat(slashes + 1))}`
        const wanted = key(path)
        assert.equal(asked(encoded), wanted)
        assert.equal(asked(`${encoded}/`), wanted)
        assert.equal(asked(encoded.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())), wanted)
        assert.equal(asked(encoded.replaceAll('%', '%25')), wanted)
        assert.equal(key(path.toUpperCase()), wanted)
      }),
    )
  })

  test('and that one comes to itself', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[%0-9a-fA-F/+;?&.=\\ đĐ]{0,40}$/),
    )
    fc.assert(
      fc.property(strange, (path) => {
        const folded = foldPath(Buffer.from(path))
        assert.equal(foldPath(Buffer.from(folded)), folded)
      }),
      { numRuns: 3_000 },
    )
  })

  test('no bytes stop it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const address = addressFromRequest(`/${Buffer.from(bytes).toString('latin1')}`)
        assert.ok(
          address === null || (address.path.startsWith('/') && [...keyOf(address)].every((letter) => letter >= ' ')),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('at once, however deep it is encoded', () => {
    const started = performance.now()
    assert.equal(asked(`/%${'25'.repeat(4_000)}41`), '/a')
    assert.ok(performance.now() - started < 100)
  })
})

describe('what stands behind a question mark', () => {
  test('names a page in any order', () => {
    assert.equal(asked('/news.php?cat=2&id=5'), key('/News.php?ID=5&Cat=2'))
    assert.notEqual(asked('/news.php?cat=2&id=5'), key('/news.php?id=52&cat='))
  })

  test('fits an entry that names some of it, the closest one first', () => {
    const address = addressFromRequest('/news.php?id=5&cat=2&lang=vi') ?? assert.fail()
    assert.deepEqual(keysOf(address, ['id', 'cat&id', 'p']), ['/news.php?id=5', '/news.php?cat=2&id=5', '/news.php'])
  })

  test('cannot be mistaken for another one by its signs', () => {
    assert.notEqual(key('/a?x=1%26y=2'), key('/a?x=1&y=2'))
    assert.equal(asked('/a?x=Đắk%20Pơ'.replace('Đắk', '%C4%90%E1%BA%AFk').replace('ơ', '%C6%A1')), key('/a?x=Đắk+Pơ'))
  })
})

test('what is no address is none', () => {
  for (const text of ['', 'tin-tuc/a.aspx', 'ftp://a/b', 'javascript:alert(1)', `/${'a'.repeat(2_000)}`])
    assert.equal(addressFromText(text), null, text)
  assert.ok(addressFromText('/a'))
})
