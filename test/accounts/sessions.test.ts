import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tokenHash } from '../../src/accounts/token.ts'
import type { Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, sau } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const accountPath = '/quan-tri/tai-khoan'
const passwordPath = '/quan-tri/tai-khoan/mat-khau'
const newPassword = 'mùa này cà phê chín sớm'

describe('a session', () => {
  test('lasts while it is used, and ends after twelve hours without a request', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    for (let time = 0; time < 3; time++) {
      assert.equal((await browser.get(accountPath)).status, 200)
      portal.clock.advance({ hours: 11 })
    }
    assert.equal((await browser.get(accountPath)).status, 200)
    portal.clock.advance({ hours: 12 })
    assert.equal((await browser.get(accountPath)).status, 303)
  })

  test('ends after seven days in any case', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    await browser.get(accountPath)
    for (let step = 0; step < 20; step++) {
      portal.clock.advance({ hours: 8 })
      assert.equal((await browser.get(accountPath)).status, 200, `after ${(step + 1) * 8} hours`)
    }
    portal.clock.advance({ hours: 8 })
    assert.equal((await browser.get(accountPath)).status, 303)
  })

  test('ends at the next request when the account is closed', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    assert.equal((await browser.get(accountPath)).status, 200)
    await portal.as(an).post(`/quan-tri/can-bo/${await portal.idOf(huong)}/khoa`)
    assert.equal((await browser.get(accountPath)).status, 303)
    assert.equal((await portal.as(sau).get(accountPath)).status, 303)
  })

  test('is refused for a closed account even where its row was left behind', async () => {
    const portal = await testPortal()
    await portal.as(huong).get(accountPath)
    const id = await portal.idOf(huong)
    await portal.database.write
      .updateTable('staff')
      .set({ closed_at: portal.clock.now() })
      .where('id', '=', id)
      .execute()
    assert.equal((await portal.as(huong).get(accountPath)).status, 303)
  })

  test('has the rights of the role as it is at this request', async () => {
    const portal = await testPortal()
    const other = given.colleagueOf(an)
    assert.equal((await portal.as(other).get('/quan-tri/can-bo')).status, 200)
    const formToken = await portal.as(other).formToken()

    await changeRole(portal, other, 'reporter')

    assert.equal((await portal.as(other).get('/quan-tri/can-bo')).status, 403)
    // A form that she opened while she still had the right.
    const form = { 'form-token': formToken, name: 'Kẻ Lạ', email: 'la@dakpo.gialai.gov.vn', role: 'administrator' }
    assert.equal((await portal.as(other).post('/quan-tri/can-bo/moi', form)).status, 403)
    assert.doesNotMatch((await portal.as(other).get(accountPath)).text, /href="\/quan-tri\/can-bo"/)

    await changeRole(portal, other, 'administrator')
    assert.equal((await portal.as(other).get('/quan-tri/can-bo')).status, 200)
  })

  async function changeRole(portal: TestPortal, { name, email }: { name: string; email: string }, role: string) {
    const id = await portal.idOf({ ...an, name, email })
    assert.equal((await portal.as(an).post(`/quan-tri/can-bo/${id}`, { name, email, role })).status, 303)
  }
})

describe('changing one’s own password', () => {
  test('ends her sessions elsewhere and forgets her devices, but not this session', async () => {
    const portal = await testPortal()
    const here = portal.as(binh)
    const elsewhere = portal.visitor()
    await here.get(accountPath)
    await signIn(elsewhere, binh)

    const answer = await here.post(passwordPath, {
      currentPassword: binh.password,
      newPassword,
      repeatPassword: newPassword,
    })

    assert.equal(answer.location, `${accountPath}?xong=mat-khau`)
    assert.match((await here.get(answer.location)).main(), /Đã đổi mật khẩu\. Các máy khác đã bị đăng xuất\./)
    assert.equal((await elsewhere.get(accountPath)).status, 303)
    assert.deepEqual(await portal.database.read.selectFrom('known_devices').select('staff_id').execute(), [])
  })

  test('makes the new one good and the old one not', async () => {
    const portal = await testPortal()
    await portal
      .as(binh)
      .post(passwordPath, { currentPassword: binh.password, newPassword, repeatPassword: newPassword })
    assert.equal((await portal.visitor().post('/quan-tri/dang-nhap', binh)).status, 422)
    await signIn(portal.visitor(), { ...binh, password: newPassword })
  })

  test('needs the present one', async () => {
    const portal = await testPortal()
    const answer = await portal
      .as(binh)
      .post(passwordPath, { currentPassword: 'không phải câu này', newPassword, repeatPassword: newPassword })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Mật khẩu đang dùng chưa đúng/)
    assert.doesNotMatch(answer.main(), /type="password" value="[^"]/)
    await signIn(portal.visitor(), binh)
  })

  test('says every reason why the new one is not good enough', async () => {
    const portal = await testPortal()
    const answer = await portal
      .as(binh)
      .post(passwordPath, { currentPassword: '', newPassword: 'ngắn', repeatPassword: '' })
    assert.match(answer.main(), /Còn 2 chỗ cần sửa/)
    assert.match(answer.main(), /<a href="#currentPassword">/)
    assert.match(answer.main(), /<a href="#newPassword">Mật khẩu cần ít nhất 10 ký tự/)
  })
})

describe('the page of one’s own account', () => {
  test('lists where she is signed in, and which of them is this', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/128.0 Mobile Safari/537.36'
    const phone = portal.visitor({ address: '203.0.113.9', headers: { 'user-agent': agent } })
    await portal.idOf(duc)
    await signIn(phone, duc)
    await portal.as(duc).get(accountPath)

    const page = (await phone.get(accountPath)).main()
    assert.match(
      page,
      /<b>Chrome trên Android<\/b> \(phiên này\)\s*<p>203\.0\.113\.9\. Từ 17\/02\/2017, 10:00\. Dùng lần cuối 17\/02\/2017, 10:00/,
    )
    assert.equal(page.match(/<li>/g)?.length, 2)
    assert.equal(page.match(/Kết thúc</g)?.length, 2)
    assert.equal(page.match(/phiên này/g)?.length, 1)
  })

  test('names each device so that she knows it again', async () => {
    const portal = await testPortal()
    await portal.idOf(duc)
    const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36'
    const agents: [string, string][] = [
      [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome trên Windows'],
      [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/128.0.0.0`, 'Edge trên Windows'],
      [`Mozilla/5.0 (X11; Linux x86_64) ${chrome} OPR/113.0.0.0`, 'Opera trên Linux'],
      [
        `Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/128.0 Chrome/122.0 Safari/537.36`,
        'Cốc Cốc trên Windows',
      ],
      [
        'Mozilla/5.0 (Linux; Android 13) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36',
        'Samsung Internet trên Android',
      ],
      ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1', 'Safari trên iPhone'],
      ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:129.0) Gecko/20100101 Firefox/129.0', 'Firefox trên Mac'],
      ['curl/8.9.1', 'curl/8.9.1'],
    ]
    for (const [agent, name] of agents) {
      const browser = portal.visitor({ headers: { 'user-agent': agent } })
      await signIn(browser, duc)
      assert.match((await browser.get(accountPath)).main(), new RegExp(`<b>${name}</b> \\(phiên này\\)`))
    }
  })

  test('ends one session, and no other', async () => {
    const portal = await testPortal()
    await portal.idOf(duc)
    const [phone, office] = [portal.visitor({ headers: { 'user-agent': 'phone' } }), portal.visitor()]
    await signIn(phone, duc)
    await signIn(office, duc)
    const here = portal.as(duc)

    const answer = await here.post(await endActionFor(here, 'phone'))

    assert.equal(answer.location, `${accountPath}?xong=mot-phien`)
    assert.match((await here.get(answer.location)).main(), /Đã kết thúc phiên đăng nhập đó\./)
    assert.equal((await phone.get(accountPath)).status, 303)
    assert.equal((await office.get(accountPath)).status, 200)
  })

  test('ends this very session as well, which signs her out', async () => {
    const portal = await testPortal()
    await portal.idOf(duc)
    const browser = portal.visitor({ headers: { 'user-agent': 'phone' } })
    await signIn(browser, duc)
    const answer = await browser.post(await endActionFor(browser, 'phone'))
    assert.match(answer.headers.getSetCookie().join(), /session=; .*Expires=Thu, 01 Jan 1970/)
    assert.equal((await browser.get(accountPath)).location, `/quan-tri/dang-nhap?tiep=%2Fquan-tri%2Ftai-khoan`)
  })

  test('never ends a session of somebody else, whoever knows its name', async () => {
    const portal = await testPortal()
    await portal.idOf(duc)
    const browser = portal.visitor({ headers: { 'user-agent': 'phone' } })
    await signIn(browser, duc)
    const action = await endActionFor(browser, 'phone')
    assert.ok(!action.includes(tokenHash(browser.cookies.get('session') ?? '')))

    for (const person of [huong, an]) assert.equal((await portal.as(person).post(action)).location, accountPath)
    assert.equal((await browser.get(accountPath)).status, 200)
    assert.match((await portal.as(duc).post(action)).location ?? '', /mot-phien$/)
    assert.equal((await browser.get(accountPath)).status, 303)
  })

  test('ends all sessions but this one', async () => {
    const portal = await testPortal()
    const elsewhere = portal.visitor()
    await portal.idOf(duc)
    await signIn(elsewhere, duc)
    const colleague = portal.as(huong)
    await colleague.get(accountPath)

    const answer = await portal.as(duc).post('/quan-tri/tai-khoan/ket-thuc-phien-khac')

    assert.equal(answer.status, 303)
    assert.equal((await elsewhere.get(accountPath)).status, 303)
    assert.equal((await portal.as(duc).get(accountPath)).status, 200)
    assert.equal((await colleague.get(accountPath)).status, 200)
  })

  test('shows nothing of a browser’s name but text', async () => {
    const portal = await testPortal()
    const browser = portal.visitor({ headers: { 'user-agent': '<script>alert(1)</script>' } })
    await portal.idOf(duc)
    await signIn(browser, duc)
    const page = (await browser.get(accountPath)).text
    assert.match(page, /&lt;script&gt;alert\(1\)/)
    assert.doesNotMatch(page, /<script>alert/)
  })
})

/** The form that ends the session of this device, as her list shows it. */
async function endActionFor(browser: Client, device: string): Promise<string> {
  const rows = (await browser.get(accountPath)).main().split('<li>')
  const row = rows.find((text) => text.includes(`<b>${device}</b>`)) ?? ''
  return /action="([^"]+\/ket-thuc)"/.exec(row)?.[1] ?? assert.fail(`no session of ${device}`)
}
