import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Act, type Actor, auditWriter, type Subject } from '../../src/audit/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import type { Answer } from '../support/client.ts'
import { an, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const auditPath = '/quan-tri/nhat-ky'
const article: Subject = { kind: 'article', id: 7, title: 'Hội nghị tổng kết năm 2016' }

describe('the audit list', () => {
  test('says who did what with what, when, newest first', async () => {
    const portal = await testPortal()
    const by = { id: await portal.idOf(huong), name: huong.name }
    await record(portal, by, 'created', article)
    portal.clock.advance({ minutes: 61 })
    await record(portal, by, 'published', article, 'lần đầu')

    const [newest, older] = rowsOf(await portal.as(an).get(`${auditPath}?kind=article`))
    assert.match(
      newest ?? '',
      /Đăng<\/th>\s*<td>Hội nghị tổng kết năm 2016<small>Tin bài: lần đầu<\/small><\/td>\s*<td>Nguyễn Thị Hương<\/td>/,
    )
    assert.match(newest ?? '', /<time datetime="2017-02-17T11:01:00\+07:00">17\/02\/2017, 11:01<\/time>/)
    assert.match(older ?? '', /Tạo<\/th>\s*<td>Hội nghị tổng kết năm 2016<small>Tin bài<\/small>/)
    assert.match(older ?? '', /17\/02\/2017, 10:00/)
  })

  test('names the portal where nobody was signed in', async () => {
    const portal = await testPortal()
    await record(portal, null, 'created', article)
    assert.match(rowsOf(await portal.as(an).get(`${auditPath}?kind=article`))[0] ?? '', /<td>Cổng<\/td>/)
  })

  test('is filtered by kind and by person, and keeps the choice', async () => {
    const portal = await testPortal()
    const by = { id: await portal.idOf(huong), name: huong.name }
    await record(portal, by, 'created', article)
    await record(portal, null, 'uploaded', { kind: 'picture', id: 1, title: 'hoi-nghi.jpg' })

    const pictures = await portal.as(an).get(`${auditPath}?kind=picture`)
    assert.equal(rowsOf(pictures).length, 1)
    assert.match(pictures.main(), /hoi-nghi\.jpg/)
    assert.match(pictures.main(), /<option value="picture" selected>Ảnh</)
    const hers = await portal.as(an).get(`${auditPath}?${new URLSearchParams({ who: huong.name })}`)
    assert.equal(rowsOf(hers).length, 1)
    assert.match(hers.main(), /<option value="Nguyễn Thị Hương" selected>/)
  })

  test('says so when nothing fits', async () => {
    const portal = await testPortal()
    assert.match((await portal.as(an).get(`${auditPath}?kind=link`)).main(), /Chưa có việc nào khớp/)
  })

  test('goes back in steps of fifty, each line once', async () => {
    const portal = await testPortal()
    for (let number = 1; number <= 120; number++)
      await record(portal, null, 'saved', { ...article, title: `Tin số ${number}.` })

    const seen: number[] = []
    let next: string | undefined = `${auditPath}?kind=article`
    let pages = 0
    while (next) {
      const page: Answer = await portal.as(an).get(next)
      seen.push(...rowsOf(page).map((row) => Number(/Tin số (\d+)\./.exec(row)?.[1])))
      next = /href="([^"]+)">Cũ hơn</.exec(page.main())?.[1]?.replaceAll('&amp;', '&')
      assert.equal(page.main().includes('Về mới nhất'), pages > 0)
      pages++
    }
    assert.equal(pages, 3)
    assert.deepEqual(
      seen,
      Array.from({ length: 120 }, (_, place) => 120 - place),
    )
  })

  test('ignores a filter that it does not know', async () => {
    const portal = await testPortal()
    await record(portal, null, 'created', article)
    for (const query of [
      'kind=constructor',
      'kind[]=article',
      'before=-1',
      'before=abc',
      'before=1;drop',
      'a=b',
      "who='%20or%201=1",
      'kind=article&kind=nothing',
    ]) {
      const page = await portal.as(an).get(`${auditPath}?${query}`)
      assert.equal(page.status, 200, query)
    }
  })

  test('shows what was named as text', async () => {
    const portal = await testPortal()
    await record(
      portal,
      { id: 1, name: '<b>Hương</b>' },
      'created',
      { ...article, title: '<script>alert(1)</script>' },
      '<i>ghi chú</i>',
    )
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

  test('stays when the person is renamed', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(huong)
    await record(portal, { id, name: huong.name }, 'created', article)
    await portal.as(an).post(`/quan-tri/can-bo/${id}`, { ...huong, name: 'Nguyễn Thu Hương' })
    assert.match((await portal.as(an).get(`${auditPath}?kind=article`)).main(), /<td>Nguyễn Thị Hương<\/td>/)
  })
})

async function record(portal: TestPortal, by: Actor, act: Act, subject: Subject, note?: string) {
  await inTransaction(portal.database, (transaction) =>
    auditWriter(transaction, portal.clock.now()).record(by, act, subject, note),
  )
}

const rowsOf = (page: Answer) => /<tbody>([\s\S]*)<\/tbody>/.exec(page.main())?.[1]?.match(/<tr>[\s\S]*?<\/tr>/g) ?? []

async function countLines({ database }: TestPortal): Promise<number> {
  return (await database.read.selectFrom('audit_lines').select('id').execute()).length
}
