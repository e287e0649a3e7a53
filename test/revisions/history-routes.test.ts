import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { articleWithPast, rowsOf } from './article-with-past.ts'

const portal = await testPortal()
const { desk, categoryId } = await articleWithPast(portal)
const typed = { categoryId: String(categoryId) }
const history = await portal.as(huong).get(`${desk}/lich-su`)

test('the history tells who did what, newest first, with the number and the code of the edition', () => {
  const [second, first, ...more] = rowsOf(history.main())
  assert.match(second ?? '', /^Lưu Bản 2 Mã [0-9a-f]{8} Bản nháp hiện tại .*Trần Văn Bình 17\/02\/2017, 10:10/)
  assert.match(first ?? '', /^Tạo Bản 1 Mã [0-9a-f]{8} .*Nguyễn Thị Hương 17\/02\/2017, 10:00/)
  assert.deepEqual(more, [])
})

test('the history leads to each edition, and to what changed in it', () => {
  assert.match(history.text, new RegExp(`href="${desk}/ban/2"`))
  assert.match(history.text, new RegExp(`href="${desk}/so-sanh\\?tu=1&amp;den=2"`))
  assert.doesNotMatch(history.text, /tu=0/)
})

test('the history lets any two editions be chosen, beginning with the last change', () => {
  const chosen = [...history.text.matchAll(/<input type="radio"[^>]*name="(\w+)" value="(\d)"[^>]*checked>/g)]
  assert.deepEqual(
    chosen.map(([, name, value]) => [name, value]),
    [
      ['den', '2'],
      ['tu', '1'],
    ],
  )
  assert.equal(history.text.match(/type="radio"/g)?.length, 4)
})

test('the history of one edition alone offers nothing to choose', async () => {
  const { desk } = await given.article(portal, { as: 'draft', typed })
  const answer = await portal.as(huong).get(`${desk}/lich-su`)
  assert.match(answer.main(), /Bản 1/)
  assert.doesNotMatch(answer.main(), /type="radio"|So sánh hai bản/)
})

test('the history says which edition readers have', async () => {
  const { desk } = await given.article(portal, { typed })
  const { text } = await portal.as(duc).get(`${desk}/lich-su`)
  assert.equal(text.match(/Bạn đọc đang có bản này/g)?.length, 1)
  assert.match(text, />Đăng</)
})

test('an article from before there were events shows its editions as saved', async () => {
  const portal = await testPortal()
  const { desk, id } = await articleWithPast(portal)
  const { write } = portal.database
  await write.deleteFrom('article_events').where('article_id', '=', id).execute()
  await write.updateTable('editions').set({ content_hash: '' }).where('article_id', '=', id).execute()
  const rows = rowsOf((await portal.as(huong).get(`${desk}/lich-su`)).main())
  assert.match(rows[0] ?? '', /^Lưu Bản 2 Bản nháp hiện tại .*Trần Văn Bình/)
  assert.match(rows[1] ?? '', /^Lưu Bản 1 .*Nguyễn Thị Hương/)
  assert.match((await portal.as(huong).get(`${desk}/phieu-duyet`)).main(), /lưu trước khi phòng tin ghi mã/)
})
