import assert from 'node:assert/strict'
import { test } from 'node:test'
import { an } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

test('robots read everything but the newsroom', async () => {
  const portal = await testPortal()
  const answer = await portal.visitor().get('/robots.txt')

  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/)
  assert.match(answer.text, /^User-agent: \*$/m)
  assert.match(answer.text, /^Disallow: \/quan-tri$/m)
  assert.match(answer.headers.get('cache-control') ?? '', /public/)
  assert.deepEqual(answer.headers.getSetCookie(), [])
})

test('a phone can put the portal on its home screen, under the name of the agency', async () => {
  const portal = await testPortal()
  await portal.database.write.updateTable('agency').set({ short_name: 'UBND huyện Đak Pơ' }).execute()
  const answer = await portal.visitor().get('/manifest.webmanifest')

  assert.match(answer.headers.get('content-type') ?? '', /^application\/manifest\+json/)
  const manifest = JSON.parse(answer.text) as {
    short_name: string
    lang: string
    start_url: string
    icons: { src: string }[]
  }
  assert.deepEqual([manifest.short_name, manifest.lang, manifest.start_url], ['UBND huyện Đak Pơ', 'vi', '/'])
  assert.ok(manifest.icons.length > 0)
  for (const { src } of manifest.icons) assert.equal((await portal.visitor().get(src)).status, 200, src)
  assert.match((await portal.visitor().get('/')).text, /<link rel="manifest" href="\/manifest\.webmanifest">/)
})

test('the icon lies where browsers look without being told', async () => {
  const portal = await testPortal()
  const answer = await portal.visitor().get('/favicon.ico')

  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^image\//)
  assert.deepEqual([...answer.bytes.subarray(0, 4)], [0, 0, 1, 0])
})

test('staff on a port of their own get the icon, and robots nothing', async () => {
  const portal = await testPortal({ STAFF_PORT: '3001' })
  assert.equal((await portal.as(an).get('/favicon.ico')).status, 200)
  assert.equal((await portal.as(an).get('/robots.txt')).status, 404)
  assert.equal((await portal.visitor().get('/robots.txt')).status, 200)
})
