import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, huong } from '../support/people.ts'
import { signIn, testPortal } from '../support/test-portal.ts'

const password = 'nước về qua cánh đồng mía'
const chosen = { newPassword: password, repeatPassword: password }

describe('a one-time link', () => {
  test('greets the one it was made for, lets her choose a password and lets her in', async () => {
    const portal = await testPortal()
    const { name, email, link } = await given.invitation(portal)
    const browser = portal.visitor()

    assert.match((await browser.get(link)).main(), /Tài khoản của Siu H’Lan|Tài khoản của Siu H&#39;Lan/)
    const answer = await browser.post(link, chosen)

    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/quan-tri')
    assert.equal((await browser.get('/quan-tri/tai-khoan')).status, 200)
    await signIn(portal.visitor(), { name, email, password })
  })

  test('works once: not again, and not in another browser', async () => {
    const portal = await testPortal()
    const { name, email, link } = await given.invitation(portal)
    await portal.visitor().post(link, chosen)

    const second = portal.visitor()
    assert.equal((await second.get(link)).status, 410)
    const other = 'một câu khác hẳn của kẻ lạ'
    const answer = await second.post(link, { newPassword: other, repeatPassword: other })

    assert.equal(answer.status, 410)
    assert.match(answer.main(), /Đường dẫn không còn dùng được/)
    assert.ok(!second.cookies.has('session'))
    await signIn(portal.visitor(), { name, email, password })
  })

  test('works for three days, and not a moment longer', async () => {
    const portal = await testPortal()
    const { link } = await given.invitation(portal)
    portal.clock.advance({ days: 3, seconds: -1 })
    assert.equal((await portal.visitor().get(link)).status, 200)
    portal.clock.advance({ seconds: 1 })
    assert.equal((await portal.visitor().get(link)).status, 410)
    assert.equal((await portal.visitor().post(link, chosen)).status, 410)
  })

  test('ends when a newer one is made, and when the account is closed', async () => {
    const portal = await testPortal()
    const { id, link } = await given.invitation(portal)

    const page = await portal.as(an).post(`/quan-tri/can-bo/${id}/loi-moi`)
    const newer = /<code class="one-time">http[^<]*(\/quan-tri\/loi-moi\/[^<]+)</.exec(page.text)?.[1] ?? ''
    assert.equal((await portal.visitor().get(link)).status, 410)
    assert.equal((await portal.visitor().get(newer)).status, 200)

    await portal.as(an).post(`/quan-tri/can-bo/${id}/khoa`)
    assert.equal((await portal.visitor().get(newer)).status, 410)
  })

  test('that nobody made leads nowhere', async () => {
    const portal = await testPortal()
    for (const token of ['a', 'a'.repeat(43), 'a'.repeat(5_000), '%00', '..%2f..', "' or 1=1 --"]) {
      assert.equal(
        (await portal.visitor().get(`/quan-tri/loi-moi/${encodeURI(token)}`)).status,
        410,
        token.slice(0, 20),
      )
    }
  })

  test('does not ask for a name from somebody who has one, and does not take one', async () => {
    const portal = await testPortal()
    const { id, link } = await given.invitation(portal)
    const browser = portal.visitor()
    assert.doesNotMatch((await browser.get(link)).main(), /name="email"/)
    await browser.post(link, { ...chosen, name: 'Kẻ Lạ', email: 'la@doc-hai.example', role: 'administrator', id: '1' })
    const member = (await portal.as(an).get(`/quan-tri/can-bo/${id}`)).main()
    assert.match(member, /value="hlan@dakpo\.gialai\.gov\.vn"/)
    assert.match(member, /<option value="reporter" selected>/)
  })

  test('is not accepted without the token of the form, and stays good', async () => {
    const portal = await testPortal()
    const { link } = await given.invitation(portal)
    const body = new URLSearchParams(chosen).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await portal.visitor().postRaw(link, { body, headers })).status, 422)
    const foreign = await portal.visitor().post(link, chosen, { headers: { origin: 'https://doc-hai.example' } })
    assert.equal(foreign.status, 403)
    assert.equal((await portal.visitor().get(link)).status, 200)
  })
})

describe('a password that is not good enough', () => {
  const flaws: [string, string, string][] = [
    ['', '', 'Mật khẩu cần ít nhất 10 ký tự'],
    ['chín chữ!', 'chín chữ!', 'Mật khẩu cần ít nhất 10 ký tự'],
    ['nước ngọt '.repeat(21), 'nước ngọt '.repeat(21), 'Mật khẩu dài quá 200 ký tự'],
    ['aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'Mật khẩu này quá dễ đoán'],
    ['Password2017', 'Password2017', 'Mật khẩu này quá dễ đoán'],
    ['hlan@dakpo.gialai.gov.vn', 'hlan@dakpo.gialai.gov.vn', 'tên hoặc địa chỉ thư'],
    [password, `${password}!`, 'Hai lần nhập chưa giống nhau'],
  ]

  test('is refused with the reason, the link stays good, and nothing typed comes back', async () => {
    const portal = await testPortal()
    const { link } = await given.invitation(portal)
    const browser = portal.visitor()
    for (const [newPassword, repeatPassword, reason] of flaws) {
      const answer = await browser.post(link, { newPassword, repeatPassword })
      assert.equal(answer.status, 422, newPassword)
      assert.ok(answer.main().includes(reason), `${newPassword}: ${answer.main()}`)
      assert.doesNotMatch(answer.main(), /type="password" value="[^"]/)
    }
    assert.equal((await browser.post(link, chosen)).status, 303)
  })
})

describe('the first administrator', () => {
  const named = { name: 'Rơ Châm An', email: 'an@dakpo.gialai.gov.vn', ...chosen }

  test('has no standard password: the link that the program prints is the only key', async () => {
    const portal = await testPortal()
    const link = await given.firstInvitation(portal)
    for (const guess of ['', 'admin', 'password', 'matkhau', 'quan-tri']) {
      assert.notEqual(
        (await portal.visitor().post('/quan-tri/dang-nhap', { email: 'quan-tri@portal.invalid', password: guess }))
          .status,
        303,
      )
    }
    const browser = portal.visitor()
    assert.match((await browser.get(link)).main(), /tài khoản quản trị đầu tiên/)
    assert.equal((await browser.post(link, named)).status, 303)

    const list = (await browser.get('/quan-tri/can-bo')).main()
    assert.match(list, /Rơ Châm An<\/a><small>an@dakpo\.gialai\.gov\.vn/)
    assert.match(list, /Quản trị<\/td>/)
    await signIn(portal.visitor(), { ...named, password })
  })

  test('says who she is before she begins, and what she typed is kept', async () => {
    const portal = await testPortal()
    const link = await given.firstInvitation(portal)
    const answer = await portal.visitor().post(link, { ...named, email: 'an', newPassword: 'ngắn' })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Còn 2 chỗ cần sửa/)
    assert.match(answer.main(), /name="name" type="text" value="Rơ Châm An"/)
    assert.match(answer.main(), /name="email" type="email" value="an"/)
  })

  test('cannot take the address of somebody else', async () => {
    const portal = await testPortal()
    const link = await given.firstInvitation(portal)
    await portal.idOf(huong)
    const answer = await portal.visitor().post(link, { ...named, email: huong.email.toUpperCase() })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Thư điện tử này đã có tài khoản/)
  })

  test('gets another link at the next start, which ends the earlier, until she has opened one', async () => {
    const portal = await testPortal()
    const first = await given.firstInvitation(portal)
    const second = await given.firstInvitation(portal)
    assert.equal((await portal.visitor().get(first)).status, 410)
    await acceptAs(portal.visitor(), second)
    await assert.rejects(given.firstInvitation(portal), /somebody can sign in already/)
  })

  const acceptAs = async (browser: Client, link: string) => assert.equal((await browser.post(link, named)).status, 303)
})
