import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { an } from '../support/people.ts'
import { addressOf, isKeptOut } from '../support/staff-routes.ts'
import { testPortal } from '../support/test-portal.ts'

describe('with a port for staff', () => {
  test('staff pages answer there, and only there', async () => {
    const portal = await testPortal({ STAFF_PORT: '3001' })
    assert.notEqual(portal.staffOrigin, portal.origin)
    assert.equal((await portal.as(an).get('/quan-tri/can-bo')).status, 200)

    const session = `session=${portal.as(an).cookies.get('session')}`
    const outside = portal.visitor({ headers: { cookie: session } })
    const addresses = [
      '/quan-tri',
      '/quan-tri/',
      '/QUAN-TRI',
      '/quan-tri/dang-nhap',
      '/quan-tri/loi-moi/abc',
      ...portal.staffRoutes.map(addressOf),
    ]
    for (const path of addresses) {
      assert.equal((await outside.get(path)).status, 404, path)
      assert.equal((await outside.postRaw(path)).status, 404, path)
    }
  })

  test('the public port does not even know a cookie', async () => {
    const portal = await testPortal({ STAFF_PORT: '3001' })
    assert.deepEqual((await portal.visitor().get('/quan-tri/dang-nhap')).headers.getSetCookie(), [])
  })

  test('readers’ pages answer on their own port alone', async () => {
    const portal = await testPortal({ STAFF_PORT: '3001' })
    assert.equal((await portal.visitor().get('/lien-he')).status, 200)
    assert.equal((await portal.visitor({ at: portal.staffOrigin }).get('/')).location, '/quan-tri')
    for (const path of ['/lien-he', '/robots.txt', '/manifest.webmanifest']) {
      assert.equal((await portal.visitor({ at: portal.staffOrigin }).get(path)).status, 404, path)
    }
  })

  test('both have their styles, icons and safe headers', async () => {
    const portal = await testPortal({ STAFF_PORT: '3001' })
    for (const at of [portal.origin, portal.staffOrigin]) {
      const client = portal.visitor({ at })
      const page = await client.get(at === portal.origin ? '/lien-he' : '/quan-tri/dang-nhap')
      const style = /href="(\/tep-tinh\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
      assert.equal((await client.get(style)).status, 200)
      assert.equal((await client.get('/favicon.ico')).status, 200)
      assert.match((await client.get('/khong-co')).headers.get('content-security-policy') ?? '', /default-src 'none'/)
    }
  })
})

test('without one, both stand on the same port', async () => {
  const portal = await testPortal()
  assert.equal(portal.staffOrigin, portal.origin)
  assert.equal((await portal.visitor().get('/lien-he')).status, 200)
  assert.ok(isKeptOut(await portal.visitor().get('/quan-tri/can-bo')))
})
