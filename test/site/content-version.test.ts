import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openDatabase } from '../../src/database/index.ts'
import { formIn } from '../newsdesk/editor-form.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { an, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const keeping = { PAGE_CACHE_MB: '16' }

async function versionOf({ database }: TestPortal): Promise<number> {
  const { version } = await database.write.selectFrom('content_version').select('version').executeTakeFirstOrThrow()
  return version
}

/** How much the number grew by these deeds. */
async function growth(portal: TestPortal, deeds: () => Promise<unknown>): Promise<number> {
  const before = await versionOf(portal)
  await deeds()
  return (await versionOf(portal)) - before
}

describe('the version of what readers see', () => {
  test('grows with each deed that changes a public page', async () => {
    const portal = await testPortal()
    const { desk, version, categoryId } = await given.article(portal)
    const picture = await given.picture(portal, { alternativeText: 'Ruộng rau' })
    await portal.database.write.updateTable('pictures').set({ public_since: portal.clock.now() }).execute()
    const form = formIn(await portal.as(duc).get(desk))

    const deeds: Record<string, () => Promise<unknown>> = {
      publish: () => given.article(portal, { typed: { title: 'Tin thứ hai', categoryId: String(categoryId) } }),
      'change the article': () => portal.as(duc).post(`${desk}/dang`, { ...form, body: 'Bản đã sửa.' }),
      'withdraw it': () =>
        portal.as(duc).post(`${desk}/go`, { withdrawReason: 'Đăng nhầm.', version: String(version) }),
      'add a category': () => given.category(portal, 'Thể thao'),
      'describe a picture': () =>
        portal.as(huong).post(`/quan-tri/hinh-anh/${picture.id}`, { alternativeText: 'Ruộng rau xanh' }),
      'change the links': () =>
        portal.as(an).post('/quan-tri/lien-ket', { links: 'Cổng tỉnh | https://gialai.gov.vn' }),
    }
    for (const [name, deed] of Object.entries(deeds)) assert.ok((await growth(portal, deed)) > 0, name)
  })

  test('does not grow with work that readers see nothing of', async () => {
    const portal = await testPortal()
    const { desk, path, categoryId } = await given.article(portal)
    const form = formIn(await portal.as(huong).get(desk))
    const inCategory = { categoryId: String(categoryId) }
    const draft = await given.article(portal, { as: 'draft', typed: inCategory })

    const deeds: Record<string, () => Promise<unknown>> = {
      'sign in': () => portal.as(an).get('/quan-tri'),
      'save a draft': () => given.article(portal, { as: 'draft', typed: { ...inCategory, title: 'Nháp' } }),
      'save a change of a live article': () => portal.as(huong).post(desk, { ...form, body: 'Chưa đăng.' }),
      'keep what is typed': () => portal.as(huong).post(`${draft.desk}/tu-luu`, { body: 'Đang gõ' }),
      'bin a draft': () => portal.as(huong).post(`${draft.desk}/xoa`),
      'send a picture': () => given.picture(portal),
      'read and search': async () => {
        for (const address of ['/', path, '/tim-kiem?q=hoi+nghi', '/khong-co']) await portal.visitor().get(address)
      },
    }
    for (const [name, deed] of Object.entries(deeds)) assert.equal(await growth(portal, deed), 0, name)
  })
})

describe('a page that was kept', () => {
  test('tells what another process published within a second', async () => {
    const portal = await testPortal(keeping)
    const { path } = await given.article(portal)
    const lead = async () => /<p class="lead"[^>]*>([^<]*)/.exec((await portal.visitor().get(path)).main())?.[1]
    assert.match((await lead()) ?? '', /^Sáng 15/)

    const other = await openDatabase(portal.config)
    closeAfterTest(() => other.close())
    await other.write.updateTable('editions').set({ lead: 'Tin máy khác' }).execute()
    await other.write.updateTable('articles').set({ updated_at: portal.clock.now() }).execute()
    const asked = Date.now()
    while (!(await lead())?.startsWith('Tin máy')) {
      assert.ok(Date.now() - asked < 1_000)
      await new Promise((done) => setTimeout(done, 20))
    }
  })

  test('tells of lists that an upgrade makes anew', async () => {
    const portal = await testPortal(keeping)
    await given.article(portal, { typed: { tags: 'mía' } })
    const { write } = portal.database
    await write.deleteFrom('label_listings').execute()
    await write.updateTable('listing_renewal').set({ version: 'an older one', finished_at: null }).execute()
    const before = await versionOf(portal)
    await portal.renewOutdated()
    assert.ok((await versionOf(portal)) > before)
    assert.ok(await write.selectFrom('label_listings').select('name').executeTakeFirst())
  })

  test('shows what its own portal published in the very next answer', async () => {
    const portal = await testPortal(keeping)
    const { path, desk } = await given.article(portal)
    await portal.visitor().get(path)
    for (const body of ['Bản thứ nhất.', 'Bản thứ hai.', 'Bản thứ ba.']) {
      const form = formIn(await portal.as(duc).get(desk))
      await portal.as(duc).post(`${desk}/dang`, { ...form, body })
      assert.ok((await portal.visitor().get(path)).main().includes(body), body)
    }
  })

  test('lists an article at its hour', async () => {
    const portal = await testPortal(keeping)
    await given.article(portal, { typed: { title: 'Hẹn giờ', publishAt: '2017-02-17T14:00' } })
    const isListed = async () => (await portal.visitor().get('/')).text.includes('Hẹn giờ')
    assert.equal(await isListed(), false)
    portal.clock.set('2017-02-17T06:59:59.999Z')
    assert.equal(await isListed(), false)
    portal.clock.set('2017-02-17T07:00:00.000Z')
    assert.equal(await isListed(), true)
  })

  test('stands in for the page that a failing database cannot give', async () => {
    const portal = await testPortal({ ...keeping, LOG_LEVEL: 'warn' })
    const { path } = await given.article(portal)
    const good = await portal.visitor().get(path)
    await portal.database.close()
    const answer = await portal.visitor().get(path)
    assert.deepEqual([answer.status, answer.text], [200, good.text])
    assert.equal((await portal.visitor().get('/lien-he')).status, 500)
  })
})
