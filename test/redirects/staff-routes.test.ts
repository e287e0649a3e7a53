import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { an, binh, duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { redirect } from './given-redirects.ts'

const portal = await testPortal()
const article = await given.article(portal)
const list = '/quan-tri/dia-chi-cu'
const desk = portal.as(duc)
const form = (old: string, target: string) => ({ 'old-address': old, target })
const addressOf = async (old: string) =>
  new RegExp(`href="(${list}/so/\\d+)">${old.replace(/[.?]/g, '\\$&')}<`).exec((await desk.get(list)).text)?.[1] ??
  assert.fail(`${old} is not in the list`)

test('those who publish keep old addresses; those who review do not', async () => {
  assert.equal((await portal.as(duc).get(list)).status, 200)
  assert.equal((await portal.as(binh).get(list)).status, 403)
  assert.equal((await portal.as(binh).post(`${list}/them`, form('/a.html', '1'))).status, 403)
})

test('an empty list says what can be done', async () => {
  const page = await desk.get(list)
  assert.match(page.main(), /Chưa có địa chỉ cũ nào/)
  assert.doesNotMatch(page.main(), /Xuất ra tệp CSV/)
})

test('one that was added stands in the list by the title of its article, and leads there', async () => {
  const answer = await desk.post(
    `${list}/them`,
    form('http://cu.example/Tin/Hop.aspx?page=2', `${portal.origin}${article.path}`),
  )
  assert.equal(answer.location, `${list}?xong=them`)
  const page = (await desk.get(`${list}?xong=them`)).main()
  assert.match(page, /Đã thêm chuyển hướng/)
  assert.match(page, /Hội nghị tổng kết năm 2016/)
  assert.equal((await portal.visitor().get('/tin/hop.aspx')).location, article.path)
})

test('what cannot be kept comes back with everything typed, and says why', async () => {
  const wrong: [string, string, RegExp][] = [
    ['tin.html', '/lien-he', /bắt đầu bằng \/ hoặc http/],
    ['/lien-he', '/dinh-chinh', /đang là một trang của cổng/],
    ['/', '/dinh-chinh', /đang là một trang của cổng/],
    ['/quan-tri/x', '/dinh-chinh', /đang là một trang của cổng/],
    [article.path, '/dinh-chinh', /đang là một trang của cổng/],
    ['/a.html', 'https://example.com/a', /trên chính cổng này/],
    ['/a.html', '//example.com/a', /trên chính cổng này/],
    ['/a.html', '/quan-tri/tai-khoan', /trên chính cổng này/],
    ['/a.html', '/tin-bai/khong-co-77777', /không có tin bài, chuyên mục hay trang này/],
    ['/a.html', '/khong-co-chuyen-muc', /không có tin bài, chuyên mục hay trang này/],
    ['/a.html', '/A.html/', /dẫn về chính địa chỉ cũ này/],
    ['/a.html', '', /Viết nơi đến như/],
  ]
  for (const [old, target, said] of wrong) {
    const answer = await desk.post(`${list}/them`, form(old, target))
    assert.equal(answer.status, 422, `${old} → ${target}`)
    assert.match(answer.main(), said, `${old} → ${target}`)
    assert.ok(answer.main().includes(`value="${old}"`) && answer.main().includes(`value="${target}"`))
  }
  assert.equal((await portal.visitor().get('/a.html')).status, 404)
})

test('a way through another old address is kept as the whole way', async () => {
  await redirect(portal, '/chang-1', '/lien-he')
  await redirect(portal, '/chang-2', '/chang-1')
  const { target_path } = await portal.database.write
    .selectFrom('legacy_addresses')
    .select('target_path')
    .where('key', '=', '/chang-2')
    .executeTakeFirstOrThrow()
  assert.equal(target_path, '/lien-he')
  assert.equal((await portal.visitor().get('/chang-2')).location, '/lien-he')
})

test('it can be changed, written otherwise, and removed; the log tells of each', async () => {
  await redirect(portal, '/sua.html', '/lien-he')
  const path = await addressOf('/sua.html')
  assert.match((await desk.get(path)).main(), /value="\/sua\.html"[\s\S]*value="\/lien-he"/)
  assert.equal((await desk.post(path, form('/sua-2.html', '/dinh-chinh'))).status, 303)
  assert.equal((await portal.visitor().get('/sua-2.html')).location, '/dinh-chinh')
  assert.equal((await portal.visitor().get('/sua.html')).status, 404)

  assert.equal((await desk.post(`${await addressOf('/sua-2.html')}/xoa`)).location, `${list}?xong=xoa`)
  assert.equal((await portal.visitor().get('/sua-2.html')).status, 404)
  assert.equal((await desk.get(path)).status, 404)
  const log = (await portal.as(an).get('/quan-tri/nhat-ky?kind=legacy-address')).main()
  for (const line of [/Tạo[\s\S]*\/sua\.html/, /Sửa[\s\S]*\/sua-2\.html[\s\S]*→ \/dinh-chinh/, /Xóa/])
    assert.match(log, line)
})

test('saved unchanged it stays, without a line in the log', async () => {
  await redirect(portal, '/yen.html', '/lien-he')
  const count = async () => (await portal.database.write.selectFrom('audit_lines').select('id').execute()).length
  const before = await count()
  assert.equal((await desk.post(await addressOf('/yen.html'), form('/yen.html', '/lien-he'))).status, 303)
  assert.equal(await count(), before)
  assert.equal((await portal.visitor().get('/yen.html')).location, '/lien-he')
})

test('the list is searched by its beginning or by words in it, and goes on by key', async () => {
  for (let number = 100; number < 160; number++) await redirect(portal, `/Ban-tin/So-${number}.html`, '/lien-he')
  const [first, byWords, none] = [
    (await desk.get(`${list}?q=/ban-tin/`)).main(),
    (await desk.get(`${list}?q=So-15`)).main(),
    (await desk.get(`${list}?q=khong-thay`)).main(),
  ]
  assert.match(first, /So-100\.html[\s\S]*So-149\.html/)
  assert.doesNotMatch(first, /So-150|chang-1/)
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no next page')
  assert.match((await desk.get(next)).main(), /So-150\.html[\s\S]*So-159\.html/)
  assert.match(byWords, /So-150\.html/)
  assert.doesNotMatch(byWords, /So-149/)
  assert.match(none, /Chưa thấy địa chỉ nào khớp/)
})

test('an address can be tried out before a reader does', async () => {
  const tried = async (text: string) => (await desk.get(`${list}?${new URLSearchParams({ thu: text })}`)).main()
  assert.match(
    await tried('http://www.cu.example/TIN/Hop.aspx?utm_source=zalo'),
    new RegExp(`dẫn đến <a href="${article.path}"`),
  )
  assert.match(await tried('/Lien-He'), /trang đang có của cổng: <a href="\/lien-he"/)
  assert.match(await tried('/khong/co'), /không có trang này[\s\S]*them\?cu=%2Fkhong%2Fco/)
  assert.match(await tried('khong/co'), /bắt đầu bằng/)
})

test('the export is what an import reads', async () => {
  const answer = await desk.get(`${list}/xuat`)
  assert.match(answer.headers.get('content-disposition') ?? '', /dia-chi-cu-2017-02-17\.csv/)
  assert.match(answer.text, /^\uFEFF?old,new\r\n/)
  assert.match(answer.text, new RegExp(`http://cu\\.example/Tin/Hop\\.aspx\\?page=2,${article.path}\\r\\n`))
})
