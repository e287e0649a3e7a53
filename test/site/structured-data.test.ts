import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { escapedJson } from '../../src/site/structured-data.ts'
import * as given from '../support/given.ts'
import { machineDataIn, seenIn } from '../support/machine-data.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { testPortal } from '../support/test-portal.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'
const portal = await sampleDistrict({ SITE_URL: siteUrl })

describe('JSON inside a page', () => {
  const evil = '</script><script>alert(1)</script><!-- & \u2028\u2029 Ẵ 😀'

  test('ends no element and begins none, and means the same', () => {
    const json = escapedJson({ headline: evil })
    assert.doesNotMatch(json, /[<>&\u2028\u2029]/)
    assert.deepEqual(JSON.parse(json), { headline: evil })
  })

  test('is read by machines as it was typed, and runs nowhere', async () => {
    const categoryId = await given.category(portal, 'Chữ lạ')
    const title = evil.replace(/[\u2028\u2029]/g, '')
    const { path } = await given.article(portal, { typed: { title, categoryId: String(categoryId) } })
    const { text } = await portal.visitor().get(path)
    const headline = String(machineDataIn(text).statement('NewsArticle')?.['headline'])
    assert.equal(headline, seenIn(text).heading)
    assert.match(headline, /^<\/script><script>alert\(1\)/)
    assert.equal(
      text.match(/<script\b/g)?.length,
      text.match(/<script src=|<script type="application\/ld\+json">/g)?.length,
    )
  })
})

test('the home page names the portal, its search and who it belongs to, as readers see it', async () => {
  const { text } = await portal.visitor().get('/')
  const data = machineDataIn(text)
  const [site, agency] = [data.statement('WebSite'), data.statement('GovernmentOrganization')]

  assert.equal(site?.['url'], `${siteUrl}/`)
  assert.deepEqual(data.metas('og:site_name'), [site?.['name']])
  assert.deepEqual(site?.['potentialAction'], {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/tim-kiem?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  })
  const found = await portal.visitor().get('/tim-kiem?q=mùa khô')
  assert.match(found.main(), /mùa khô/i)
  assert.deepEqual(site?.['publisher'], { '@id': agency?.['@id'] })
})

test('the contact page tells machines exactly the block that it shows', async () => {
  const { text } = await portal.visitor().get('/lien-he')
  const seen = seenIn(text)
  const agency = machineDataIn(text).statement('GovernmentOrganization')
  const contact = agency?.['contactPoint'] as Record<string, string>

  for (const told of ['address', 'telephone', 'email', 'faxNumber']) {
    assert.ok(agency?.[told], told)
    assert.ok(seen.text.includes(String(agency[told])), told)
    assert.ok(seen.foot.includes(String(agency[told])), told)
  }
  assert.ok(seen.text.includes(contact['name'] ?? 'nobody'))
  assert.ok(seen.letterhead.includes(String(agency?.['name'])))
  const logo = String(agency?.['logo']).replace(siteUrl, '')
  assert.equal((await portal.visitor().get(logo)).headers.get('content-type'), 'image/png')
})

test('what the agency has not filled in is not said', async () => {
  const unfilled = await testPortal()
  const agencyNow = { fax: '', parent: '', email: 'ubnd@dakpo.example' }
  await unfilled.database.write.updateTable('agency').set(agencyNow).execute()
  const agency = machineDataIn((await unfilled.visitor().get('/lien-he')).text).statement('GovernmentOrganization')
  assert.deepEqual([agency?.['faxNumber'], agency?.['parentOrganization']], [undefined, undefined])
  assert.ok(agency?.['email'])
})

test('every page that shows the way to it tells machines the same way', async () => {
  const visitor = portal.visitor()
  for (const path of ['/tin-tuc', '/tin-tuc/chi-dao-dieu-hanh', '/dinh-chinh', '/lien-he']) {
    const { text } = await visitor.get(path)
    const steps = machineDataIn(text).statement('BreadcrumbList')?.['itemListElement'] as Step[]
    const shown = seenIn(text).crumbs.map(({ name, path: step }) => ({ name, item: siteUrl + step }))
    assert.deepEqual(
      steps.slice(0, -1).map(({ name, item }) => ({ name, item })),
      shown,
      path,
    )
    assert.equal(steps.at(-1)?.name, seenIn(text).heading, path)
    assert.deepEqual(
      steps.map(({ position }) => position),
      steps.map((_, place) => place + 1),
    )
  }
})

test('a page that is not indexed says nothing to machines', async () => {
  for (const path of ['/tim-kiem?q=lua', '/khong-co-trang-nay']) {
    const { text, headers } = await portal.visitor().get(path)
    assert.deepEqual(machineDataIn(text).statements, [], path)
    assert.deepEqual(machineDataIn(text).metas('DC.title'), [], path)
    assert.equal(headers.get('x-robots-tag'), 'noindex', path)
  }
  assert.notDeepEqual(machineDataIn((await portal.visitor().get('/')).text).statements, [])
})

type Step = { position: number; name: string; item?: string }
