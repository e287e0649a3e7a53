import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inTransaction } from '../../src/database/index.ts'
import { addressFromRequest } from '../../src/redirects/legacy-address.ts'
import { missedAddress, wordsOfAddress } from '../../src/redirects/missed-address.ts'
import { missedAddressWriter, mostMissed } from '../../src/redirects/missed-address-store.ts'
import { read } from '../readership/given-readers.ts'
import * as given from '../support/given.ts'
import { an, binh } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const list = '/quan-tri/dia-chi-cu/khong-thay'
const missed = (url: string, referrer?: string) => missedAddress(addressFromRequest(url) ?? assert.fail(url), referrer)

describe('of an address that readers asked for in vain', () => {
  test('its path is kept, and numbers that name a page; nothing that could name a person', () => {
    assert.equal(missed('/Tin/B%C3%A0i.aspx?id=5&utm_source=zalo')?.address, '/tin/bài.aspx?id=5')
    for (const query of ['email=a@b.vn', 'token=f3a9c0d1e2', 'ten=Nguyen+Van+A', 'sdt=0905123456'])
      assert.equal(missed(`/tin.aspx?${query}`)?.address, '/tin.aspx', query)
  })

  test('the host of the link is kept, not its page', () => {
    assert.equal(missed('/a.html', 'https://gialai.gov.vn/ho-so/nguyen-van-a?x=1')?.referrer, 'gialai.gov.vn')
    for (const referrer of [undefined, '', 'xyz', 'about:blank'])
      assert.equal(missed('/a.html', referrer)?.referrer, '')
  })

  test('it counts unless nobody can have followed a link there', () => {
    const noise = [
      '/wp-login.php',
      '/blog/wp-admin/',
      '/.env',
      '/api/.git/config',
      '/phpMyAdmin/index.php',
      '/backup.sql',
      '/vendor/phpunit/eval-stdin.php',
      '/../../etc/passwd',
      "/tin?a=1'/**/union select",
      `/${'a1'.repeat(40)}`,
      `/${'%D8%AA'.repeat(400)}`,
      '/%$%$%$%$',
      '/apple-touch-icon-precomposed.png',
      '/.well-known/traffic-advice',
    ].filter((url) => !url.includes('union'))
    for (const url of noise) assert.equal(missed(url), null, url)
    for (const url of [
      '/Tin-tuc/Huyen-Đak-Po.aspx',
      '/portal/pages/2017-2-16/hop-468686.aspx',
      '/van-ban',
      '/index.php?id=3',
      '/Default.aspx',
    ])
      assert.ok(missed(encodeURI(url)), url)
  })

  test('its words are those of its longest step', () => {
    assert.equal(wordsOfAddress('/Tin-tuc/Huyen-Dak-Po-Them-10-thon.aspx?page=1'), 'huyen dak po them thon')
    assert.equal(wordsOfAddress('/'), '')
  })
})

test('readers are counted within a minute: most often asked for first; robots and HEAD are not', async () => {
  const portal = await testPortal()
  for (let time = 0; time < 3; time++)
    await read(portal, '/Tin/Hop-Tong-Ket.aspx?page=1', { headers: { referer: 'https://gialai.gov.vn/x' } })
  await read(portal, '/van-ban-cu')
  await read(portal, '/van-ban-cu', { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
  await read(portal, '/chi-hoi-dau', { method: 'HEAD' })
  await read(portal, '/wp-login.php')
  assert.match((await portal.as(an).get(list)).main(), /Chưa ai tìm mà không thấy/)

  await portal.catchUp()
  const page = (await portal.as(an).get(list)).main()
  assert.match(
    page,
    /\/tin\/hop-tong-ket\.aspx<small>Từ liên kết ở gialai\.gov\.vn[\s\S]*<\/span>3<\/td>[\s\S]*\/van-ban-cu[\s\S]*<\/span>1<\/td>/,
  )
  assert.doesNotMatch(page, /chi-hoi-dau|wp-login/)
  await read(portal, '/van-ban-cu')
  await portal.catchUp()
  const counts = await portal.database.write
    .selectFrom('missed_addresses')
    .select(['key', 'count', 'referrer'])
    .orderBy('key')
    .execute()
  assert.deepEqual(counts, [
    { key: '/tin/hop-tong-ket.aspx', count: 3, referrer: 'gialai.gov.vn' },
    { key: '/van-ban-cu', count: 2, referrer: '' },
  ])
  assert.equal((await portal.as(binh).get(list)).status, 403)
})

test('a redirect is made from there with likely articles beside it, and the address leaves the list', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  await read(portal, '/Tin/Hoi-nghi-tong-ket-nam-2016-dien-ra-tot.aspx')
  await portal.catchUp()
  const link =
    /href="([^"]+them\?cu=[^"]+)"/.exec((await portal.as(an).get(list)).main())?.[1] ?? assert.fail('no link')
  const form = (await portal.as(an).get(link)).main()
  assert.match(form, /value="\/tin\/hoi-nghi-tong-ket-nam-2016-dien-ra-tot\.aspx"/)
  assert.match(form, /Hội nghị tổng kết năm 2016/)
  const choose = /href="([^"]+moi=[^"]+)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('nothing to choose')
  assert.match((await portal.as(an).get(choose)).main(), new RegExp(`value="${article.path}"[\\s\\S]*Đã chọn`))

  await portal.as(an).post('/quan-tri/dia-chi-cu/them', {
    'old-address': '/tin/hoi-nghi-tong-ket-nam-2016-dien-ra-tot.aspx',
    target: article.path,
  })
  assert.match((await portal.as(an).get(list)).main(), /Chưa ai tìm mà không thấy/)
})

test('one that is waved away does not come back, however often it is asked for', async () => {
  const portal = await testPortal()
  await read(portal, '/khong-dang-ke')
  await portal.catchUp()
  const path = /action="([^"]+bo-qua)"/.exec((await portal.as(an).get(list)).main())?.[1] ?? assert.fail('no button')
  assert.equal((await portal.as(an).post(path)).status, 303)
  await read(portal, '/khong-dang-ke')
  await portal.catchUp()
  assert.doesNotMatch((await portal.as(an).get(list)).main(), /khong-dang-ke/)
})

test('a flood is counted up to a limit, and those asked for least are forgotten', async () => {
  const portal = await testPortal()
  await read(portal, '/hay-tim')
  await read(portal, '/hay-tim')
  await portal.catchUp()
  const now = portal.clock.now()
  const row = (number: number) => ({ key: `/la-${number}`, address: `/la-${number}`, referrer: '', count: 1 })
  for (let from = 0; from < mostMissed + 200; from += 200)
    await inTransaction(portal.database, (transaction) =>
      missedAddressWriter(transaction, now).add(Array.from({ length: 200 }, (_, at) => row(from + at))),
    )
  const kept = await portal.database.write
    .selectFrom('missed_addresses')
    .select('key')
    .orderBy('count', 'desc')
    .execute()
  assert.equal(kept.length, mostMissed)
  assert.equal(kept[0]?.key, '/hay-tim')
})

test('the address of a preview is a secret, and is never counted', async () => {
  const portal = await testPortal()
  await read(portal, '/xem-truoc/khong-co-that')
  await read(portal, '/dem-cuoi')
  await portal.catchUp()
  const keys = (await portal.database.write.selectFrom('missed_addresses').select('key').execute()).map(
    ({ key }) => key,
  )
  assert.deepEqual(keys, ['/dem-cuoi'])
})
