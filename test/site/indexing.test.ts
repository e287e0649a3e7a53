import assert from 'node:assert/strict'
import { request } from 'node:http'
import { describe, test } from 'node:test'
import { an } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

type Told = { status: number; robots: string | undefined; text: string }
const siteUrl = 'https://dakpo.gialai.gov.vn'
const portal = await testPortal({ SITE_URL: siteUrl })
const own = 'dakpo.gialai.gov.vn'

/** Asks under a name, as a proxy passes it on; fetch would not let one choose. */
function ask({ origin }: TestPortal, host: string, path: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    request(origin + path, { headers: { host } }, async (answer) => {
      const text = Buffer.concat(await Array.fromAsync(answer)).toString()
      resolve({ status: answer.statusCode ?? 0, robots: answer.headers['x-robots-tag'] as string | undefined, text })
    })
      .on('error', reject)
      .end()
  })
}

const paths = ['/', '/lien-he', '/manifest.webmanifest', '/favicon.ico', '/tin-tuc?trang=999']

describe('under another name', () => {
  for (const host of ['thu-nghiem.gialai.gov.vn', 'dakpo.gialai.gov.vn.doc-hai.example', 'GIALAI.GOV.VN:8080']) {
    test(`${host} nothing is indexed, and robots are sent away`, async () => {
      for (const path of paths) assert.equal((await ask(portal, host, path)).robots, 'noindex', path)
      assert.equal((await ask(portal, host, '/robots.txt')).text, 'User-agent: *\nDisallow: /\n')
    })
  }

  test('nothing is told to those who ask under the right one, although pages are kept', async () => {
    const told = async (host: string) => (await ask(portal, host, '/lien-he')).robots
    assert.deepEqual(
      [await told('thu-nghiem.vn'), await told(own), await told('thu-nghiem.vn'), await told(own)],
      ['noindex', undefined, 'noindex', undefined],
    )
  })
})

describe('a name that says nothing about the portal keeps nobody off', () => {
  // What a proxy asks with that does not pass on the name which readers typed.
  for (const host of [
    own,
    `${own}:443`,
    `www.${own}`,
    own.toUpperCase(),
    '127.0.0.1:3000',
    'localhost',
    'portal:3000',
    '[::1]:3000',
  ]) {
    test(host, async () => {
      for (const path of ['/', '/lien-he']) assert.equal((await ask(portal, host, path)).robots, undefined, path)
      assert.match((await ask(portal, host, '/robots.txt')).text, /^Allow: \/$/m)
    })
  }
})

describe('a copy for trying things out', () => {
  test('is indexed under no name, with its newsroom, its files and its errors', async () => {
    const copy = await testPortal({ SITE_URL: siteUrl, STAGING: '1' })
    for (const path of paths) assert.equal((await ask(copy, own, path)).robots, 'noindex', path)
    assert.equal((await ask(copy, own, '/robots.txt')).text, 'User-agent: *\nDisallow: /\n')
  })

  test('says no less of its newsroom than the portal does', async () => {
    for (const settings of [{}, { STAGING: '1' }]) {
      const one = await testPortal(settings)
      assert.equal((await one.as(an).get('/quan-tri/tai-khoan')).headers.get('x-robots-tag'), 'noindex, nofollow')
    }
  })
})
