import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { articleWithPast, plain } from './article-with-past.ts'

const portal = await testPortal()
const typed = { categoryId: String(await given.category(portal, 'Tin tức')) }

test('the approval slip tells what the article is and who passed it, with lines to sign', async () => {
  const article = await given.article(portal, { typed: { ...typed, genre: 'interview' } })
  const main = plain((await portal.as(huong).get(`${article.desk}/phieu-duyet`)).main())
  assert.match(main, /Phiếu duyệt tin bài Hội nghị tổng kết năm 2016/)
  assert.match(
    main,
    /Chuyên mục Tin tức Thể loại Phỏng vấn Bút danh, đơn vị Lan Hương, Văn phòng HĐND và UBND huyện Số ảnh 0/,
  )
  assert.match(main, new RegExp(`Ngày đăng 17/02/2017, 10:00 Địa chỉ ${portal.origin}${article.path} Bản số 1 `))
  assert.match(main, /Mã nội dung [0-9a-f]{64} /)
  assert.match(
    main,
    /Viết Nguyễn Thị Hương 17\/02\/2017, 10:00 Gửi duyệt Chưa Biên tập duyệt Chưa Duyệt đăng Lê Minh Đức/,
  )
  assert.match(
    main,
    /Người viết \(Ký, ghi rõ họ tên\) Nguyễn Thị Hương Biên tập .* Người duyệt \(Ký, ghi rõ họ tên\) Lê Minh Đức$/,
  )
})

test('the approval slip is no official document', async () => {
  const { desk } = await given.article(portal, { typed })
  const main = (await portal.as(huong).get(`${desk}/phieu-duyet`)).main()
  assert.doesNotMatch(main, /CỘNG HÒA|Độc lập/i)
  assert.match(main, /class="office"/)
})

test('the approval slip of a draft says what is still to come', async () => {
  const { desk } = await given.article(portal, { as: 'draft', typed })
  const main = plain((await portal.as(huong).get(`${desk}/phieu-duyet`)).main())
  assert.match(main, /Ngày đăng dự kiến Ngay khi được duyệt/)
  assert.match(main, /Duyệt đăng Chưa/)
})

test('the approval slip can be had of an older edition', async () => {
  const { desk } = await articleWithPast(portal, typed)
  const slip = async (query: string) => plain((await portal.as(huong).get(`${desk}/phieu-duyet${query}`)).main())
  assert.match(await slip('?ban=1'), /Bản số 1 /)
  assert.match(await slip(''), /Bản số 2 /)
  assert.equal((await portal.as(huong).get(`${desk}/phieu-duyet?ban=9`)).status, 404)
})
