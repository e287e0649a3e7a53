import assert from 'node:assert/strict'
import { formIn } from '../newsdesk/editor-form.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

const typed = given.typedArticle({
  title: 'Xã Tân An ra quân làm giao thông nội đồng đầu năm',
  lead: 'Sáng 16/02/2017, hơn 200 người của bốn thôn đắp 1,2 km đường ra đồng mía.',
  body: 'Đoạn đường nối thôn Tân Hòa với cánh đồng mía dài 1,2 km.\n\nMỗi hộ góp hai ngày công.\n\nXã hỗ trợ đá và máy san.',
})

/** One article in each state that an editor may meet, with two gates and four eyes; gives their addresses in the newsroom. */
export async function articlesInEveryState(portal: TestPortal, categoryId: number) {
  assert.equal((await portal.as(an).post('/quan-tri/quy-tac', { gates: '2', fourEyes: '1' })).status, 303)

  async function write(title: string, form: Form = {}): Promise<string> {
    const answer = await portal
      .as(huong)
      .post('/quan-tri/bai-viet', { ...typed, categoryId: String(categoryId), title, ...form })
    assert.equal(answer.status, 303, answer.main())
    return answer.location?.replace(/\?.*/, '') ?? ''
  }
  async function press(person: Person, desk: string, deed: string, form: Form = {}) {
    const answer = await portal
      .as(person)
      .post(`${desk}/${deed}`, { ...formIn(await portal.as(person).get(desk)), ...form })
    assert.equal(answer.status, 303, `${deed}: ${answer.main()}`)
    return desk
  }
  async function passed(title: string, form: Form = {}): Promise<string> {
    const desk = await write(title, form)
    await press(huong, desk, 'gui-duyet')
    await press(binh, desk, 'duyet')
    return desk
  }
  async function live(title: string, form: Form = {}): Promise<string> {
    return press(duc, await passed(title, form), 'dang')
  }

  const draft = await write('Bản nháp chưa gửi')
  const returned = await write('Bài bị trả lại để sửa')
  await press(huong, returned, 'gui-duyet')
  await press(binh, returned, 'tra-lai', { note: 'Thiếu số hộ tham gia và tên người phụ trách.' })
  const submitted = await press(huong, await write('Bài đang chờ duyệt'), 'gui-duyet')
  const reviewed = await passed('Bài đã duyệt, chờ đăng')
  const scheduled = await live('Bài hẹn giờ sáng mai', { publishAt: '2017-02-18T07:00' })
  const published = await live('Xã Tân An ra quân làm giao thông nội đồng đầu năm')
  const expired = await live('Thông báo đã hết hạn', { expireAt: '2017-02-17T10:30' })
  const unreviewed = await press(duc, await write('Cảnh báo lũ trên sông Ba'), 'dang-ngay', { reason: 'Lũ đang về.' })
  const withdrawn = await live('Bài đã rút khỏi cổng')
  portal.clock.advance({ hours: 1 })
  await press(duc, withdrawn, 'go', { withdrawReason: 'Số liệu chưa được huyện xác nhận.' })
  const changed = await live('Bài đang đăng, có bản sửa chờ duyệt')
  portal.clock.advance({ minutes: 5 })
  await press(huong, changed, 'gui-duyet', {
    changeKind: 'update',
    changeNote: 'Thêm số hộ.',
    body: 'Có 120 hộ tham gia.',
  })
  const trash = await write('Bài trong thùng rác')
  await press(huong, trash, 'xoa')
  return { draft, returned, submitted, reviewed, scheduled, published, changed, expired, unreviewed, withdrawn, trash }
}

/** Bình saves while she has it open; gives what she types in the same places. */
export async function meetInConflict(portal: TestPortal, desk: string) {
  const opened = formIn(await portal.as(binh).get(desk))
  const put = (days: string) => `${opened['body']}`.replace('hai ngày công', days)
  const theirs = { ...opened, title: 'Tên mà Bình đặt lại', body: put('ba ngày công') }
  assert.equal((await portal.as(binh).post(desk, theirs)).status, 303)
  return { title: 'Tên mà Hương đặt lại', body: put('một ngày công') }
}
