import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readAuditFilter } from '../../src/audit/audit-filter-form.ts'
import { auditWords } from '../../src/audit/index.ts'
import { an, binh, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import * as given from './given-log.ts'
import { article, auditPath, rowsOf } from './given-log.ts'

const words = auditWords.vi
const read = (form: Record<string, unknown>, timeZone = 'Asia/Ho_Chi_Minh') =>
  readAuditFilter(form, { words, timeZone, today: '2017-02-17', staffIds: [1, 2] })

describe('the filter of the audit list', () => {
  test('tells kinds, acts and people apart, and keeps the choice', async () => {
    const portal = await testPortal()
    const hers = { id: await portal.idOf(huong), name: huong.name }
    const his = { id: await portal.idOf(binh), name: binh.name }
    await given.line(portal, hers, 'saved', article)
    await given.line(portal, his, 'reviewed', article)
    await given.line(portal, null, 'uploaded', { kind: 'picture', id: 1, title: 'hoi-nghi.jpg' })
    const ask = (query: string) => portal.as(an).get(`${auditPath}?${query}`)

    const pictures = await ask('kind=picture')
    assert.equal(rowsOf(pictures).length, 1)
    assert.match(pictures.main(), /<option value="picture" selected>Ảnh</)
    const reviews = await ask('act=reviewed')
    assert.equal(rowsOf(reviews).length, 1)
    assert.match(reviews.main(), /<option value="reviewed" selected>Duyệt</)
    const lines = await ask(`kind=article&who=${hers.id}`)
    assert.equal(rowsOf(lines).length, 1)
    assert.match(lines.main(), new RegExp(`<option value="${hers.id}" selected>Nguyễn Thị Hương<`))
    const nobodys = rowsOf(await ask('who=portal'))
    assert.ok(nobodys.some((row) => row.includes('hoi-nghi.jpg')))
    assert.ok(nobodys.every((row) => row.includes('<td>Cổng</td>')))
  })

  test('tells two people of one name apart', async () => {
    const portal = await testPortal()
    const twin = { ...huong, email: 'huong.van-hoa@dakpo.gialai.gov.vn' }
    const id = await portal.idOf(twin)
    await portal.idOf(huong)
    const page = await portal.as(an).get(`${auditPath}?who=${id}`)
    assert.match(page.main(), /selected>Nguyễn Thị Hương \(huong\.van-hoa@dakpo\.gialai\.gov\.vn\)</)
    assert.match(page.main(), />Rơ Châm An</)
  })

  test('counts days as the agency’s clock does, the first and the last with them', async () => {
    const portal = await testPortal()
    await lineAt(portal, '2017-02-14T16:59:59.999Z', 'Tối 14')
    await lineAt(portal, '2017-02-14T17:00:00.000Z', 'Nửa đêm 15')
    await lineAt(portal, '2017-02-16T16:59:59.999Z', 'Tối 16')
    await lineAt(portal, '2017-02-16T17:00:00.000Z', 'Nửa đêm 17')
    const seen = async (query: string) =>
      rowsOf(await portal.as(an).get(`${auditPath}?kind=article&${query}`)).map(
        (row) => /T\S+ \d\d|N.*? \d\d/.exec(row)?.[0],
      )

    assert.deepEqual(await seen('from=15/02/2017&to=16/02/2017'), ['Tối 16', 'Nửa đêm 15'])
    assert.deepEqual(await seen('from=2017-02-17'), ['Nửa đêm 17'])
    assert.deepEqual(await seen('to=14/2/2017'), ['Tối 14'])
  })

  test('finds words in the name, with or without marks and capitals, and takes every sign for itself', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    await given.line(portal, null, 'created', { ...article, id: 8, title: 'Đắk Pơ đạt 100% kế hoạch' })
    await given.line(portal, null, 'created', { ...article, id: 9, title: 'Tin_khác\\cũ' })
    const seen = async (q: string) =>
      rowsOf(await portal.as(an).get(`${auditPath}?${new URLSearchParams({ kind: 'article', q })}`)).map(
        (row) => /id=(\d)/.exec(row)?.[1],
      )

    assert.deepEqual(await seen('HOI NGHI tong'), ['7'])
    assert.deepEqual(await seen('Đăk Pơ'), ['8'])
    assert.deepEqual(await seen('0% k'), ['8'])
    assert.deepEqual(await seen('N_K'), ['9'])
    assert.deepEqual(await seen('c\\c'), ['9'])
    assert.deepEqual(await seen('_'), ['9'])
    assert.deepEqual(await seen('không có'), [])
  })

  test('asks again for what cannot be, in its place, and keeps what was typed', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    const ask = (query: string) => portal.as(an).get(`${auditPath}?${query}`)

    const noDay = await ask('kind=article&from=31/02/2017&to=h%C3%B4m+qua')
    assert.equal(noDay.status, 422)
    assert.match(noDay.main(), /id="from-wrong">Viết ngày đầu có trên lịch[\s\S]*value="31\/02\/2017"/)
    assert.match(noDay.main(), /id="to-wrong">Viết ngày cuối có trên lịch[\s\S]*value="hôm qua"/)
    assert.match(noDay.main(), /<option value="article" selected>/)
    assert.match(noDay.main(), /Còn 2 chỗ cần sửa/)
    assert.equal(rowsOf(noDay).length, 0)

    const turned = await ask('from=17/02/2017&to=16/02/2017')
    assert.equal(turned.status, 422)
    assert.match(turned.main(), /id="to-wrong">Ngày cuối đứng trước ngày đầu/)
    const tooLong = await ask('q=hoi&from=01/01/2016&to=17/02/2017')
    assert.equal(tooLong.status, 422)
    assert.match(tooLong.main(), /id="from-wrong">Tìm theo chữ chỉ trong một năm/)
    assert.equal((await ask('from=01/01/2016&to=17/02/2017')).status, 200)
  })

  test('ignores what it does not offer', async () => {
    const portal = await testPortal()
    await given.line(portal, null, 'created', article)
    const all = rowsOf(await portal.as(an).get(auditPath)).length
    for (const query of [
      'kind=constructor',
      'kind[]=article',
      'act=toString',
      'act=published&act=nothing',
      'who=0',
      'who=999999',
      'id=7',
      'kind=nothing&id=7',
      'before=-1',
      'before=abc',
      'before=1;drop',
      'a=b',
      "who='%20or%201=1",
    ]) {
      const page = await portal.as(an).get(`${auditPath}?${query}`)
      assert.equal(page.status, 200, query)
      assert.equal(rowsOf(page).length, all, query)
    }
  })
})

describe('the days of the filter', () => {
  test('become instants of the agency’s zone', () => {
    const { filter } = read({ from: '15/02/2017', to: '15/02/2017' })
    assert.deepEqual([filter.from, filter.until], ['2017-02-14T17:00:00.000Z', '2017-02-15T17:00:00.000Z'])
  })

  test('begin an hour later where the clock skips midnight', () => {
    const { filter } = read({ from: '16/10/2016', to: '16/10/2016' }, 'America/Sao_Paulo')
    assert.deepEqual([filter.from, filter.until], ['2016-10-16T03:00:00.000Z', '2016-10-17T02:00:00.000Z'])
  })

  test('are completed to a year where words are looked for', () => {
    const shown = (form: Record<string, string>) => {
      const { typed, issues } = read({ q: 'hội', ...form })
      return [typed.from, typed.to, ...issues.map(({ field }) => field)]
    }
    assert.deepEqual(shown({}), ['18/02/2016', '17/02/2017'])
    assert.deepEqual(shown({ to: '31/12/2016' }), ['01/01/2016', '31/12/2016'])
    assert.deepEqual(shown({ from: '01/01/2015' }), ['01/01/2015', '01/01/2016'])
    assert.deepEqual(shown({ from: '01/02/2017' }), ['01/02/2017', '17/02/2017'])
    assert.deepEqual(shown({ from: '01/03/2017' }), ['01/03/2017', '01/03/2017'])
    assert.deepEqual(shown({ from: '30/02/2017' }), ['30/02/2017', '', 'from'])
    const { typed } = read({ from: '01/01/2015' })
    assert.deepEqual([typed.from, typed.to], ['01/01/2015', ''])
  })

  test('that no log can have are no days', () => {
    for (const day of ['0001-01-01', '9999-12-31', '3000-01-01', '2017-13-01', '29/02/2017', '1899-12-31'])
      assert.deepEqual(read({ from: day }).issues, [{ field: 'from', text: words.noFirstDay }], day)
    assert.deepEqual(read({ from: '29/02/2016' }).issues, [])
  })
})

async function lineAt(portal: TestPortal, at: string, title: string) {
  portal.clock.set(at)
  await given.line(portal, null, 'created', { ...article, title })
}
