import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { auditOf, auditWriter } from '../../src/audit/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import type { Answer } from '../support/client.ts'
import { an, duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import * as given from './given-log.ts'
import { article, auditPath, rowsOf } from './given-log.ts'

describe('the audit list', () => {
  test('says who did what with what, when, newest first', async () => {
    const portal = await testPortal()
    const by = { id: await portal.idOf(huong), name: huong.name }
    await given.line(portal, by, 'created', article)
    portal.clock.advance({ minutes: 61 })
    await given.line(portal, by, 'published', article, 'lần đầu')

    const [newest, older] = rowsOf(await portal.as(an).get(`${auditPath}?kind=article`))
    assert.match(
      newest ?? '',
      /Đăng<\/th>\s*<td><a[^>]*>Hội nghị tổng kết năm 2016<\/a><small>Tin bài: lần đầu<\/small><\/td>\s*<td>Nguyễn Thị Hương<\/td>/,
    )
    assert.match(newest ?? '', /<time datetime="2017-02-17T11:01:00\+07:00">17\/02\/2017, 11:01<\/time>/)
    assert.match(older ?? '', /Tạo<\/th>\s*<td><a[^>]*>Hội nghị tổng kết năm 2016<\/a><small>Tin bài<\/small>/)
    assert.match(older ?? '', /17\/02\/2017, 10:00/)
  })

  test('names the portal where nobody was signed in', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    assert.match(rowsOf(await portal.as(an).get(`${auditPath}?kind=article`))[0] ?? '', /<td>Cổng<\/td>/)
  })

  test('is for administrators', async () => {
    const portal = await testPortal()
    assert.equal((await portal.as(an).get(auditPath)).status, 200)
    assert.equal((await portal.as(duc).get(auditPath)).status, 403)
  })

  test('leads from a line to everything about its subject, and back', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    await given.line(portal, null, 'created', { ...article, id: 8, title: 'Tin khác' })
    await given.line(portal, null, 'created', { kind: 'picture', id: 7, title: 'hoi-nghi.jpg' })
    await given.line(portal, null, 'published', { ...article, title: 'Hội nghị tổng kết' })

    const [newest = ''] = rowsOf(await portal.as(an).get(`${auditPath}?act=published`))
    assert.ok(newest.includes(`href="${auditOf('article', 7).replace('&', '&amp;')}">Hội nghị tổng kết</a>`), newest)
    const history = await portal.as(an).get(auditOf('article', 7))
    assert.equal(rowsOf(history).length, 2)
    assert.match(history.main(), /<b>Tin bài số 7: Hội nghị tổng kết<\/b>\. <a href="\/quan-tri\/nhat-ky">/)
    assert.doesNotMatch(history.main(), /Tin khác|hoi-nghi\.jpg|<select id="kind"/)
    const drafts = await portal.as(an).get(`${auditOf('article', 7)}&act=created`)
    assert.equal(rowsOf(drafts).length, 1)
    assert.match(drafts.main(), /<input type="hidden" name="id" value="7">/)
  })

  test('says so when nothing fits', async () => {
    const portal = await testPortal()
    const page = await portal.as(an).get(`${auditPath}?kind=link`)
    assert.match(page.main(), /Chưa có việc nào khớp/)
    assert.doesNotMatch(page.main(), /Xuất ra tệp CSV/)
  })

  test('goes back in steps of fifty, each line once, though some share a moment and some came late', async () => {
    const portal = await testPortal()
    await given.manyLines(portal, 60)
    portal.clock.advance({ minutes: 1 })
    await given.manyLines(portal, 30)
    portal.clock.advance({ minutes: -1 })
    await given.manyLines(portal, 30)

    const moments: string[] = []
    let next: string | undefined = `${auditPath}?kind=article`
    let pages = 0
    while (next) {
      const page: Answer = await portal.as(an).get(next)
      moments.push(...rowsOf(page).map((row) => /(Tin số \d+\.).*?(\d\d:\d\d)</s.exec(row)?.slice(1).join(' ') ?? row))
      next = /href="([^"]+)">Cũ hơn</.exec(page.main())?.[1]?.replaceAll('&amp;', '&')
      assert.equal(page.main().includes('Về mới nhất'), pages > 0)
      pages++
    }
    const down = (count: number, at: string) =>
      Array.from({ length: count }, (_, place) => `Tin số ${count - place}. ${at}`)
    assert.equal(pages, 3)
    assert.deepEqual(moments, [...down(30, '10:01'), ...down(30, '10:00'), ...down(60, '10:00')])
  })

  test('shows what was named as text', async () => {
    const portal = await testPortal()
    const by = { id: 1, name: '<b>Hương</b>' }
    await given.line(portal, by, 'created', { ...article, title: '<script>alert(1)</script>' }, '<i>ghi chú</i>')
    const { text } = await portal.as(an).get(auditPath)
    assert.match(text, /&lt;script&gt;alert\(1\)/)
    assert.doesNotMatch(text, /<script>alert|<b>Hương|<i>ghi/)
  })
})

describe('a line of the audit list', () => {
  test('becomes true only together with what it tells', async () => {
    const portal = await testPortal()
    const before = await countLines(portal)
    const failing = inTransaction(portal.database, async (transaction) => {
      await auditWriter(transaction, portal.clock.now()).record(null, 'created', article)
      throw new Error('the deed failed')
    })
    await assert.rejects(failing, /the deed failed/)
    assert.equal(await countLines(portal), before)
  })

  test('stays when the person is renamed, and is still found by her', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(huong)
    await given.line(portal, { id, name: huong.name }, 'created', article)
    await portal.as(an).post(`/quan-tri/can-bo/${id}`, { ...huong, name: 'Nguyễn Thu Hương' })
    const page = await portal.as(an).get(`${auditPath}?kind=article&who=${id}`)
    assert.match(page.main(), /<td>Nguyễn Thị Hương<\/td>/)
    assert.match(page.main(), new RegExp(`<option value="${id}" selected>Nguyễn Thu Hương<`))
  })
})

async function countLines({ database }: TestPortal): Promise<number> {
  return (await database.read.selectFrom('audit_lines').select('id').execute()).length
}
