import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { verifyChain } from '../../src/audit/index.ts'
import { an, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import * as given from './given-log.ts'
import { article, auditPath, rowsOf } from './given-log.ts'

const exportPath = `${auditPath}/xuat`

describe('the export of the audit list', () => {
  test('is a dated CSV file of what the filter shows, newest first', async () => {
    const portal = await testPortal()
    const by = { id: await portal.idOf(huong), name: huong.name }
    await given.line(portal, by, 'created', article)
    await given.line(portal, null, 'created', { kind: 'picture', id: 3, title: 'hoi-nghi.jpg' })
    portal.clock.set('2017-02-17T17:30:05Z')
    await given.line(portal, by, 'published', { ...article, title: 'Hội nghị "tổng kết", năm 2016' }, '=1+1')

    const answer = await portal.as(an).post(exportPath, { kind: 'article' })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename=nhat-ky-2017-02-18.csv')
    assert.deepEqual([...answer.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const lines = answer.bytes.toString('utf8').slice(1).split('\r\n')
    assert.equal(lines[0], 'Số,Lúc (Asia/Ho_Chi_Minh),Người làm,Việc,Loại,Số của đối tượng,Với,Ghi chú,Mã chuỗi')
    assert.match(
      lines[1] ?? '',
      /^\d+,2017-02-18 00:30:05,Nguyễn Thị Hương,Đăng,Tin bài,7,"Hội nghị ""tổng kết"", năm 2016",'=1\+1,[0-9a-f]{64}$/,
    )
    assert.match(
      lines[2] ?? '',
      /^\d+,2017-02-17 10:00:00,Nguyễn Thị Hương,Tạo,Tin bài,7,Hội nghị tổng kết năm 2016,,[0-9a-f]{64}$/,
    )
    assert.deepEqual(lines.slice(3), [''])
  })

  test('is itself told by the log, with what was asked for', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    await portal.as(an).post(exportPath, { kind: 'article', q: 'hội', from: '01/02/2017' })

    const [row = ''] = rowsOf(await portal.as(an).get(`${auditPath}?act=exported`))
    assert.match(row, /Xuất ra tệp<\/th>\s*<td>Nhật ký<small>Nhật ký: /)
    assert.match(row, /Loại: Tin bài; Chữ trong tên: hội; Từ ngày: 01\/02\/2017; Đến ngày: 17\/02\/2017/)
    assert.match(row, /<td>Rơ Châm An<\/td>/)
    assert.equal((await verifyChain(portal.database.read)).brokenAt, null)
  })

  test('of one subject names it', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    await given.line(portal, null, 'created', { ...article, id: 8, title: 'Tin khác' })
    const page = await portal.as(an).get(`${auditPath}?kind=article&id=7`)
    const asked = [...page.main().matchAll(/<input type="hidden" name="(kind|id)" value="(\w+)">/g)].slice(0, 2)
    const answer = await portal
      .as(an)
      .post(exportPath, Object.fromEntries(asked.map(([, name, value]) => [name, value])))
    assert.match(answer.text, /Hội nghị tổng kết/)
    assert.doesNotMatch(answer.text, /Tin khác/)
    assert.match(rowsOf(await portal.as(an).get(`${auditPath}?act=exported`))[0] ?? '', /Nhật ký: Tin bài số 7</)
  })

  for (const count of [999, 1_000, 1_001]) {
    test(`gives each of ${count} lines once`, async () => {
      const portal = await testPortal()
      await given.manyLines(portal, count)
      const { text } = await portal.as(an).post(exportPath, { kind: 'article' })
      const numbers = [...text.matchAll(/Tin số (\d+)\./g)].map(([, number]) => Number(number))
      assert.deepEqual(
        numbers,
        Array.from({ length: count }, (_, place) => count - place),
      )
    })
  }

  test('asks again for what cannot be, and exports nothing', async () => {
    const portal = await testPortal()
    const answer = await portal.as(an).post(exportPath, { from: '31/02/2017' })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /id="from-wrong">Viết ngày đầu có trên lịch[\s\S]*value="31\/02\/2017"/)
    assert.equal(rowsOf(await portal.as(an).get(`${auditPath}?act=exported`)).length, 0)
  })

  test('is for those who may read the log', async () => {
    const portal = await testPortal()
    assert.equal((await portal.as(duc).post(exportPath)).status, 403)
    assert.equal((await portal.as(an).post(exportPath)).status, 200)
  })
})
