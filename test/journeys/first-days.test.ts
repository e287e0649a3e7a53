import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer, Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const articles = '/quan-tri/bai-viet'
const password = 'một câu chỉ mình tôi biết'

const portal = await testPortal()

describe('the first days of a portal', () => {
  let administrator: Client
  let reporter: Client
  let publisher: Client
  let draft = ''
  let published = ''

  test('whoever started it opens the printed link and becomes the first administrator', async () => {
    const link = await given.firstInvitation(portal)
    administrator = portal.visitor()
    assert.match((await administrator.get(link)).main(), /tài khoản quản trị đầu tiên/)

    const answer = await administrator.post(link, {
      name: 'Rơ Châm An',
      email: 'an@dakpo.gialai.gov.vn',
      newPassword: password,
      repeatPassword: password,
    })

    assert.equal(answer.status, 303)
    assert.match((await administrator.get(articles)).text, /Rơ Châm An<small>Quản trị<\/small>/)
    assert.equal((await portal.visitor().get(link)).status, 410)
  })

  test('she names the office and makes room for the news', async () => {
    const tin = { name: 'Tin tức', slug: '', description: '', parent: '', homePosition: '1' }
    assert.equal((await administrator.post('/quan-tri/chuyen-muc/moi', tin)).status, 303)
    const parent = /chuyen-muc\/(\d+)"/.exec((await administrator.get('/quan-tri/chuyen-muc')).main())?.[1] ?? ''
    const giaoDuc = { name: 'Giáo dục', slug: '', description: '', parent, homePosition: '' }
    assert.equal((await administrator.post('/quan-tri/chuyen-muc/moi', giaoDuc)).status, 303)
    assert.equal((await portal.visitor().get('/tin-tuc/giao-duc')).status, 200)
  })

  test('a reporter and a publisher set their passwords by the links that she hands them', async () => {
    reporter = await welcomed(portal, await invited(administrator, 'Nguyễn Thị Hương', 'huong', 'reporter'))
    publisher = await welcomed(portal, await invited(administrator, 'Lê Minh Đức', 'duc', 'publisher'))
    assert.match((await reporter.get(articles)).text, /Nguyễn Thị Hương<small>Phóng viên<\/small>/)
    assert.match((await publisher.get(articles)).text, /Lê Minh Đức<small>Xuất bản<\/small>/)
    assert.equal((await reporter.get('/quan-tri/can-bo')).status, 403)
  })

  test('the reporter writes, and cannot publish', async () => {
    const answer = await reporter.post(articles, articleForm('Trường học đón 60 học sinh mới', '0', '2'))
    draft = pathOf(answer)
    const desk = await reporter.get(draft)
    assert.match(desk.main(), />Gửi duyệt</)
    assert.doesNotMatch(desk.main(), />Đăng tin</)
    const pressed = await reporter.post(`${draft}/dang`, articleForm('Trường học đón 60 học sinh mới', '1', '2'))
    assert.equal(pressed.status, 403)
    assert.doesNotMatch((await portal.visitor().get('/')).text, /Trường học đón/)
  })

  test('the publisher finds it among the drafts and publishes it', async () => {
    const drafts = await publisher.get(`${articles}?trang-thai=draft`)
    assert.ok(drafts.main().includes(`href="${draft}"`))
    assert.equal((await publish(publisher, draft, 'Trường học đón 60 học sinh mới')).status, 303)
    published = /href="(\/tin-bai\/[^"]+)"/.exec((await publisher.get(draft)).main())?.[1] ?? ''
    assert.match(published, /^\/tin-bai\/truong-hoc-don-60-hoc-sinh-moi-\d+$/)
  })

  test('a citizen finds it on the home page, and reads where, when and by whom', async () => {
    assert.ok((await portal.visitor().get('/')).main().includes(`href="${published}"`))
    const page = (await portal.visitor().get(published)).main()
    const crumbs = /<nav class="crumbs"[\s\S]*?<\/nav>/.exec(page)?.[0].replace(/<[^>]+>|\s+/g, ' ') ?? ''
    assert.match(crumbs, /Trang chủ\s+Tin tức\s+Giáo dục\s+Trường học đón 60 học sinh mới/)
    assert.match(page, /Ngày đăng bài: <time datetime="2017-02-17T10:00:00\+07:00">17\/02\/2017<\/time>/)
    assert.match(page, /<b><a href="\/tac-gia\/huong-nguyen">Hương Nguyễn<\/a><\/b> Phòng Giáo dục/)
  })

  test('with older and newer news on both sides, she goes on to the next and back', async () => {
    const between = await publishedNew(publisher, 'Thư viện mở cửa cả Chủ Nhật')
    portal.clock.advance({ minutes: 5 })
    const newest = await publishedNew(publisher, 'Đội bóng huyện vào chung kết')

    const page = (await portal.visitor().get(between)).main()
    const linkTo = (rel: string) => new RegExp(`<a href="([^"]+)" rel="${rel}">`).exec(page)?.[1]
    assert.equal(linkTo('prev'), published)
    assert.equal(linkTo('next'), newest)
  })

  test('when the reporter leaves, her session and her password end at once, and her article stays', async () => {
    const staff = (await administrator.get('/quan-tri/can-bo')).main()
    const member = /href="([^"]+)">Nguyễn Thị Hương</.exec(staff)?.[1] ?? ''
    assert.equal((await administrator.post(`${member}/khoa`)).status, 303)

    assert.match((await reporter.get(articles)).location ?? '', /dang-nhap/)
    await assert.rejects(
      signIn(portal.visitor(), { email: 'huong@dakpo.gialai.gov.vn', password, name: 'Hương' }),
      /422/,
    )
    assert.match((await portal.visitor().get(published)).main(), /Hương Nguyễn/)
    assert.equal((await publisher.get(articles)).status, 200)
  })

  test('the log tells the administrator who did all this', async () => {
    const log = (await administrator.get('/quan-tri/nhat-ky')).main().replace(/<[^>]+>|\s+/g, ' ')
    assert.match(log, /Lê Minh Đức/)
    assert.match(log, /Trường học đón 60 học sinh mới/)
  })

  async function publishedNew(client: Client, title: string): Promise<string> {
    portal.clock.advance({ minutes: 5 })
    const answer = await client.post(`${articles}/dang`, articleForm(title, '0', '2'))
    return /href="(\/tin-bai\/[^"]+)"/.exec((await client.get(pathOf(answer))).main())?.[1] ?? ''
  }
})

const articleForm = (title: string, version: string, categoryId: string) => ({
  version,
  title,
  categoryId,
  lead: 'Một câu nói điều chính.',
  body: 'Đoạn đầu.\n\nĐoạn sau.',
  author: 'Hương Nguyễn',
  unit: 'Phòng Giáo dục',
})

/** As the form stands when she opens it. */
async function publish(client: Client, path: string, title: string): Promise<Answer> {
  const page = (await client.get(path)).main()
  const [, version = ''] = /name="version" value="(\d+)"/.exec(page) ?? []
  return client.post(`${path}/dang`, articleForm(title, version, '2'))
}

const pathOf = ({ location, status, main }: Answer): string =>
  location?.replace(/\?.*/, '') ?? assert.fail(`${status} ${main()}`)

async function invited(administrator: Client, name: string, mailbox: string, role: string): Promise<string> {
  const answer = await administrator.post('/quan-tri/can-bo/moi', {
    name,
    email: `${mailbox}@dakpo.gialai.gov.vn`,
    role,
  })
  return /\/quan-tri\/loi-moi\/[\w-]+/.exec(answer.main())?.[0] ?? assert.fail(`${answer.status} ${answer.main()}`)
}

/** Her browser, after she has chosen a password. */
async function welcomed(portal: TestPortal, link: string): Promise<Client> {
  const browser = portal.visitor()
  assert.match((await browser.get(link)).main(), /Đặt mật khẩu để bắt đầu/)
  assert.equal((await browser.post(link, { newPassword: password, repeatPassword: password })).status, 303)
  return browser
}
