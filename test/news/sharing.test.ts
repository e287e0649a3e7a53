import assert from 'node:assert/strict'
import { test } from 'node:test'
import decodeQr from 'qr/decode.js'
import sharp from 'sharp'
import { testPortal } from '../support/test-portal.ts'
import { fillNews, now, setEnd, withdraw } from './given-news.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'

async function portalWithNews() {
  const portal = await testPortal({ SITE_URL: siteUrl })
  portal.clock.set(now)
  return { portal, given: await fillNews(portal.database) }
}

test('the QR code of an article leads to its public address', async () => {
  const { portal, given } = await portalWithNews()
  const path = `/tin-bai/tin-${await given.add()}`
  const answer = await portal.visitor().get(`${path}/qr.svg`)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/svg+xml; charset=utf-8'])
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=86400')
  assert.deepEqual(answer.headers.getSetCookie(), [])

  const { data, info } = await sharp(answer.bytes, { density: 600 })
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  assert.equal(decodeQr({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) }), siteUrl + path)
  assert.ok(answer.bytes.length < 12_000)
})

test('the page shows it when asked, and prints it beside its address', async () => {
  const { portal, given } = await portalWithNews()
  const path = `/tin-bai/tin-${await given.add()}`
  const main = (await portal.visitor().get(path)).main()
  assert.match(
    main,
    new RegExp(
      `<details class="qr">\\s*<summary>Mã QR.*<img src="${path}/qr.svg"[^>]* alt="Mã QR dẫn đến bài này">`,
      's',
    ),
  )
  assert.match(
    main,
    new RegExp(`<div class="printed"><img src="${path}/qr.svg"[^>]* alt="">.*dakpo.gialai.gov.vn${path}`),
  )
})

test('other words before the number lead to the right address of the code', async () => {
  const { portal, given } = await portalWithNews()
  const id = await given.add()
  const answer = await portal.visitor().get(`/tin-bai/khac-${id}/qr.svg`)
  assert.deepEqual([answer.status, answer.location], [301, `/tin-bai/tin-${id}/qr.svg`])
})

test('what is over may still be passed on; what was withdrawn or never public may not', async () => {
  const { portal, given } = await portalWithNews()
  const [over, withdrawn] = [await given.add(), await given.add({ at: '2017-02-10T03:00:00.000Z' })]
  const waiting = await given.add({ at: '2017-02-18T03:00:00.000Z' })
  await setEnd(portal.database, over, '2017-02-17T02:00:00.000Z')
  await withdraw(portal.database, withdrawn, { at: '2017-02-12T03:00:00.000Z' })
  const statuses = [over, withdrawn, waiting, 999].map(
    async (id) => (await portal.visitor().get(`/tin-bai/tin-${id}/qr.svg`)).status,
  )
  assert.deepEqual(await Promise.all(statuses), [200, 404, 404, 404])
  assert.doesNotMatch((await portal.visitor().get(`/tin-bai/tin-${withdrawn}`)).main(), /qr\.svg/)
})
