import assert from 'node:assert/strict'
import { request } from 'node:http'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { redirect } from './given-redirects.ts'

const portal = await testPortal()
const article = await given.article(portal)
const category = await given.category(portal, 'Hoạt động huyện')
const old = '/Tin-tuc/Hoat-dong-huyen/Huyen-%C4%90ak-Po-Them-10-thon,-lang-%C4%91uoc-sap-nhap.aspx'

describe('an old address', () => {
  test('leads to its article in one step, whatever its query and spelling', async () => {
    await redirect(portal, decodeURI(old), article.path)
    const spellings = [
      old,
      `${old}?page=1`,
      old.toLowerCase(),
      `/${old}/`,
      old.replace('%C4%90', '%D0').replace('%C4%91', '%F0'),
    ]
    for (const spelling of spellings) await assertLeads(spelling, article.path)
  })

  test('asked of another host leads to a path of this site', async () => {
    assert.equal(await locationFor(portal, old, 'huyendakpo.example'), article.path)
  })

  test('asked with HEAD leads there too; a form sent to it does not', async () => {
    const { status, location } = await portal.visitor().head(old)
    assert.deepEqual([status, location], [301, article.path])
    assert.equal((await portal.visitor().postRaw(old)).status, 404)
  })

  test('may be named by its query: in any order, and with others besides', async () => {
    await redirect(portal, '/news.php?cat=2&id=5', '/lien-he')
    await assertLeads('/news.php?id=5&cat=2&lang=vi', '/lien-he')
    for (const other of ['/news.php', '/news.php?id=5', '/news.php?id=5&cat=3'])
      assert.equal((await portal.visitor().get(other)).status, 404, other)
  })

  test('may be the home page with a query, which the kept home page does not hide', async () => {
    await portal.visitor().get('/')
    assert.equal((await portal.visitor().get('/?p=123')).status, 200)
    await redirect(portal, '/?p=123', article.path)
    await assertLeads('/?p=123', article.path)
    await assertLeads('/?fbclid=abc&P=123', article.path)
    for (const other of ['/', '/?p=124', '/?fbclid=abc'])
      assert.equal((await portal.visitor().get(other)).status, 200, other)
  })

  test('may look like an article or a category of today that does not exist', async () => {
    await redirect(portal, '/tin-bai/tin-cu-99999', '/dinh-chinh')
    await redirect(portal, '/chuyen-muc-cu/con', '/hoat-dong-huyen')
    await assertLeads('/tin-bai/tin-cu-99999', '/dinh-chinh')
    await assertLeads('/chuyen-muc-cu/con/', '/hoat-dong-huyen')
  })

  test('still leads right after title and category were changed', async () => {
    const moving = await given.article(portal, { typed: { categoryId: String(category) } })
    await redirect(portal, '/cu/bai.html', moving.path)
    await redirect(portal, '/cu/muc.html', '/hoat-dong-huyen')
    await portal.database.write
      .updateTable('editions')
      .set({ slug: 'ten-moi' })
      .where('article_id', '=', moving.id)
      .execute()
    await portal
      .as(an)
      .post(`/quan-tri/chuyen-muc/${category}`, { name: 'Tin huyện', slug: 'tin-huyen', description: '' })
    await assertLeads('/cu/bai.html', `/tin-bai/ten-moi-${moving.id}`)
    await assertLeads('/cu/muc.html', '/tin-huyen')
    await assertLeads('/Hoat-Dong-Huyen/', '/tin-huyen')
  })

  test('tells nothing of an article that readers do not have yet', async () => {
    const draft = await given.article(portal, { as: 'draft', typed: { categoryId: String(category) } })
    await redirect(portal, '/cu/nhap.html', String(draft.id))
    const answer = await portal.visitor().get('/cu/nhap.html')
    assert.deepEqual([answer.status, answer.location], [404, null])
  })

  test('whose circle was closed later by other changes is answered as missing', async () => {
    const rows = [
      ['/vong/a', '/vong/b'],
      ['/vong/b', '/vong/a'],
    ].map(([key = '', target_path = '']) => ({
      ...{ key, old_address: key, target_kind: 'path', target_id: null, target_path },
      changed_at: portal.clock.now(),
    }))
    await portal.database.write.insertInto('legacy_addresses').values(rows).execute()
    assert.equal((await portal.visitor().get('/vong/a')).status, 404)
  })
})

describe('what is there wins over old addresses', () => {
  test('a page that came later at the same address', async () => {
    await redirect(portal, '/giao-duc', '/lien-he')
    await assertLeads('/giao-duc', '/lien-he')
    await given.category(portal, 'Giáo dục')
    assert.equal((await portal.visitor().get('/giao-duc')).status, 200)
  })

  test('home is no place for what nobody knows', async () => {
    for (const path of ['/khong-co', '/tin-bai/khong-co-98765', '/a/b/c.aspx', '/index.php?x=1'])
      assert.deepEqual([(await portal.visitor().get(path)).status, path], [404, path])
  })
})

describe('a page of today in another spelling is one step away', () => {
  const path = article.path
  const spellings = (): [string, string][] => [
    [`${path}/`, path],
    [path.toUpperCase(), path],
    [`/${path}`, path],
    [path.replace('/tin-bai/', '/tin-bai//'), path],
    [path.replace('tin-bai', '%74in-bai'), path],
    [path.replace(/-(\d+)$/, '%2D$1'), path],
    [`/TIN-BAI//sai-ten-${article.id}/`, path],
    ['//lien-he', '/lien-he'],
    ['//tin-huyen//', '/tin-huyen'],
    ['/Tin-Huyen', '/tin-huyen'],
    ['/%74in-huyen/', '/tin-huyen'],
  ]
  for (const [spelling, wanted] of spellings()) test(spelling, () => assertLeads(spelling, wanted))
})

test('strange bytes are answered, never with a fault of ours', async () => {
  for (const path of [
    '/%',
    '/%E0%A4',
    '/%00',
    '/\xff\xfe',
    '/%c0%ae%c0%ae/',
    `/${'%25'.repeat(900)}`,
    '/a?%=%&=&b',
    '/?%ff=%00',
  ])
    assert.ok([200, 400, 404].includes((await rawAnswer(portal, path)).status), path)
})

async function assertLeads(from: string, to: string) {
  const { status, location } = await portal.visitor().get(from)
  assert.deepEqual([from, status, location], [from, 301, to])
  assert.equal((await portal.visitor().get(to)).status, 200, to)
}

const locationFor = async (site: TestPortal, path: string, host: string) => (await rawAnswer(site, path, host)).location

function rawAnswer(
  { origin }: TestPortal,
  path: string,
  host?: string,
): Promise<{ status: number; location?: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: host ? { host } : {} }, (res) => {
      res.resume()
      resolve({ status: res.statusCode ?? 0, ...(res.headers.location ? { location: res.headers.location } : {}) })
    })
    asked.on('error', reject).end()
  })
}
