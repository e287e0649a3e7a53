import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { machineDataIn } from '../support/machine-data.ts'
import { sampleDistrict } from '../support/sample-district.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'
const portal = await sampleDistrict({ SITE_URL: siteUrl })

describe('the address that a page tells search engines', () => {
  const wanted: [asked: string, canonical: string][] = [
    ['/', '/'],
    ['/?utm_source=zalo&fbclid=1', '/'],
    ['/lien-he?utm_campaign=tet', '/lien-he'],
    ['/tin-tuc', '/tin-tuc'],
    ['/tin-tuc?trang=1', '/tin-tuc'],
    ['/tin-tuc?trang=2', '/tin-tuc?trang=2'],
    ['/tin-tuc?utm_source=zalo&trang=2&a=b', '/tin-tuc?trang=2'],
    ['/dinh-chinh?gclid=1', '/dinh-chinh'],
  ]
  for (const [asked, canonical] of wanted) {
    test(`${asked}: ${canonical}`, async () => {
      const { text, headers } = await portal.visitor().get(asked)
      const data = machineDataIn(text)
      assert.equal(data.canonical, siteUrl + canonical)
      assert.deepEqual(data.metas('og:url'), [siteUrl + canonical])
      assert.deepEqual(data.metas('DC.identifier'), [siteUrl + canonical])
      assert.deepEqual(data.metas('robots'), ['max-image-preview:large'])
      assert.equal(headers.get('x-robots-tag'), null)
    })
  }

  test('an article has one, whatever is written behind it', async () => {
    const path = /href="(\/tin-bai\/[^"]+)"/.exec((await portal.visitor().get('/')).text)?.[1] ?? ''
    for (const query of ['', '?fbclid=abc', '?trang=3', '?utm_source=a&utm_medium=b'])
      assert.equal(machineDataIn((await portal.visitor().get(path + query)).text).canonical, siteUrl + path, query)
  })

  test('no page claims to exist in another language', async () => {
    for (const path of ['/', '/tin-tuc', '/lien-he']) {
      const { text } = await portal.visitor().get(path)
      assert.doesNotMatch(text, /hreflang/)
      assert.match(text, /<html lang="vi">/)
    }
  })
})
