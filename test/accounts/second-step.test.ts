import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stepOfCode } from '../../src/accounts/second-factor.ts'
import { secondFactorWriter } from '../../src/accounts/second-factor-store.ts'
import { codeFailureKeys } from '../../src/accounts/sign-in-throttle.ts'
import { tokenHash } from '../../src/accounts/token.ts'
import { inTransaction } from '../../src/database/index.ts'
import type { Client } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an, binh, huong } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'
import { actsOf, givePassword, type Phone, phoneOf, signInPath, stepPath } from './given-factor.ts'

const accountPath = '/quan-tri/tai-khoan'

describe('signing in with a second factor', () => {
  test('takes the password, then the code, and leads where she wanted to go', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    const asked = await givePassword(browser, huong, '/quan-tri/hinh-anh')
    assert.equal(asked.status, 303)

    const page = await browser.get(asked.location ?? '')
    assert.match(page.main(), /inputmode="numeric" autocomplete="one-time-code"/)
    assert.match(page.main(), /name="tiep" value="\/quan-tri\/hinh-anh"/)

    const answer = await browser.post(stepPath, {
      code: phone.code().replace(/(...)/, ' $1 '),
      tiep: '/quan-tri/hinh-anh',
    })
    assert.equal(answer.location, '/quan-tri/hinh-anh')
    assert.equal((await browser.get(accountPath)).status, 200)
    assert.ok(!browser.cookies.has('pending'))
  })

  test('is no session before the code, in any way', async () => {
    const { portal } = await portalWithPhone()
    const sessions = async () =>
      (await portal.database.write.selectFrom('sessions').select('staff_id').execute()).length
    const before = await sessions()
    const browser = portal.visitor()
    const answer = await givePassword(browser, huong)

    assert.doesNotMatch(answer.headers.getSetCookie().join(), /session=|device=/)
    assert.equal(await sessions(), before)
    for (const path of ['/quan-tri', accountPath, '/quan-tri/tai-khoan/xac-thuc'])
      assert.match((await browser.get(path)).location ?? '', /^\/quan-tri\/dang-nhap/)
    const pending = browser.cookies.get('pending') ?? ''
    for (const cookie of [`session=${pending}`, `session=${tokenHash(pending)}`])
      assert.equal((await portal.visitor({ headers: { cookie } }).get(accountPath)).status, 303)
  })

  test('tells a stranger without the password nothing: the refusal is that of everybody', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    await phoneOf(portal, huong)
    await portal.idOf(binh)
    const refusal = async (address: string, email: string) => {
      const answer = await portal.visitor({ address }).post(signInPath, { email, password: 'đoán thử một câu' })
      const text = answer.text.replaceAll(email, 'EMAIL').replace(/(name="form-token" value=")[^"]+/, '$1TOKEN')
      return [answer.status, text, answer.headers.getSetCookie().map((line) => line.split('=')[0])]
    }
    assert.deepEqual(await refusal('203.0.113.1', huong.email), await refusal('203.0.113.2', binh.email))
  })

  test('works with a backup code, once, and the list says that it was one', async () => {
    const { portal, phone } = await portalWithPhone()
    const [first = '', second = ''] = phone.backupCodes
    const enter = async (backupCode: string) => {
      const browser = portal.visitor()
      await givePassword(browser, huong)
      return browser.post(stepPath, { code: '', backupCode })
    }
    assert.equal((await enter(first.toLowerCase().replaceAll('-', ' '))).status, 303)
    const again = await enter(first)
    assert.equal(again.status, 422)
    assert.match(again.main(), /<details open>/)
    assert.match(again.main(), /id="backupCode-wrong">Mã chưa đúng hoặc đã dùng rồi/)
    assert.equal((await enter(second)).status, 303)
    const used = (await actsOf(portal)).filter((act) => act === `${huong.name}: used-backup-code`)
    assert.equal(used.length, 2)
  })

  test('does not take a backup code of somebody else', async () => {
    const { portal, phone } = await portalWithPhone()
    await phoneOf(portal, binh)
    const browser = portal.visitor()
    await givePassword(browser, binh)
    assert.equal((await browser.post(stepPath, { backupCode: phone.backupCodes[0] ?? '' })).status, 422)
    await givePassword(browser, huong)
    assert.equal((await browser.post(stepPath, { backupCode: phone.backupCodes[0] ?? '' })).status, 303)
  })

  test('asks again, and counts nothing, when nothing was typed', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    for (let time = 0; time < 12; time++) {
      const answer = await browser.post(stepPath, { code: '  ' })
      assert.equal(answer.status, 422)
      assert.match(answer.main(), /Nhập mã sáu chữ số/)
    }
    assert.equal((await browser.post(stepPath, { code: phone.code() })).status, 303)
  })
})

describe('a code that was used', () => {
  test('is refused, and so is an earlier one that would still be in time', async () => {
    const { portal, phone } = await portalWithPhone()
    const code = phone.code()
    assert.equal((await enter(portal, code)).status, 303)
    assert.equal((await enter(portal, code)).status, 422)
    assert.equal((await enter(portal, phone.code(-1))).status, 422)
    assert.equal((await enter(portal, phone.code(1))).status, 303)
  })

  test('is refused when it is the one that turned the factor on', async () => {
    const { portal, phone } = await portalWithPhone()
    portal.clock.advance({ minutes: -1 })
    assert.equal((await enter(portal, phone.code())).status, 422)
    portal.clock.advance({ seconds: 30 })
    assert.equal((await enter(portal, phone.code())).status, 303)
  })

  test('lets one in when two send it at the same moment', async () => {
    const { portal, phone } = await portalWithPhone()
    for (let time = 0; time < 3; time++) {
      const browsers = [portal.visitor(), portal.visitor()]
      for (const browser of browsers) await givePassword(browser, huong)
      const code = phone.code()
      const answers = await Promise.all(browsers.map((browser) => browser.post(stepPath, { code })))
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422])
      portal.clock.advance({ minutes: 1 })
    }
  })

  test('is taken by one statement: of twenty at the same moment one wins', async () => {
    const { portal, phone } = await portalWithPhone()
    const id = await portal.idOf(huong)
    const use = (step: number) =>
      inTransaction(portal.database, (transaction) =>
        secondFactorWriter(transaction, portal.clock.now()).useStep(id, phone.secret, step),
      )
    const step = stepOfCode(phone.secret, phone.code(), portal.clock.now()) ?? 0
    const won = await Promise.all(Array.from({ length: 20 }, () => use(step)))
    assert.deepEqual([won.filter(Boolean).length, await use(step), await use(step + 1)], [1, false, true])
  })

  test('lets one in when one browser sends two codes at the same moment', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const form = { 'form-token': await browser.formToken() }
    const send = (typed: Record<string, string>) =>
      portal.visitor({ headers: { cookie } }).postRaw(stepPath, {
        body: new URLSearchParams({ ...form, ...typed }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const answers = await Promise.all([send({ code: phone.code() }), send({ backupCode: phone.backupCodes[0] ?? '' })])
    const begun = answers.filter((answer) => answer.headers.getSetCookie().some((line) => /^session=./.test(line)))
    assert.equal(begun.length, 1)
  })
})

describe('what is owed between the two steps', () => {
  test('ends after five minutes, and the sign-in page says so', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong, '/quan-tri/hinh-anh')
    portal.clock.advance({ minutes: 5 })
    const answer = await browser.post(stepPath, { code: phone.code(), tiep: '/quan-tri/hinh-anh' })
    assert.match(answer.location ?? '', /^\/quan-tri\/dang-nhap\?het-han/)
    const page = (await browser.get(answer.location ?? '')).main()
    assert.match(page, /Đã quá năm phút/)
    assert.match(page, /name="tiep" value="\/quan-tri\/hinh-anh"/)

    await givePassword(browser, huong)
    portal.clock.advance({ minutes: 5, seconds: -1 })
    assert.equal((await browser.post(stepPath, { code: phone.code() })).status, 303)
    assert.equal((await browser.get(accountPath)).status, 200)
  })

  test('is bound to the browser that gave the password', async () => {
    const { portal, phone } = await portalWithPhone()
    const hers = portal.visitor()
    await givePassword(hers, huong)

    const another = portal.visitor()
    assert.equal((await another.get(stepPath)).location, signInPath)
    const answer = await another.post(stepPath, { code: phone.code() })
    assert.match(answer.location ?? '', /^\/quan-tri\/dang-nhap/)
    assert.ok(!another.cookies.has('session'))
    assert.equal((await hers.post(stepPath, { code: phone.code() })).location, '/quan-tri')
  })

  test('stands in the database as a hash, which opens nothing', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    const token = browser.cookies.get('pending') ?? ''
    const stored = JSON.stringify(await given.everythingStored(portal))
    assert.ok(token.length >= 43 && !stored.includes(token))
    assert.ok(stored.includes(tokenHash(token)))

    const thief = portal.visitor()
    thief.cookies.set('pending', tokenHash(token))
    assert.match((await thief.post(stepPath, { code: phone.code() })).location ?? '', /^\/quan-tri\/dang-nhap/)
    assert.ok(!thief.cookies.has('session'))
  })

  test('ends with the account, with the password and with the factor', async () => {
    const { portal, phone } = await portalWithPhone()
    const id = await portal.idOf(huong)
    const newPassword = 'mùa này cà phê chín sớm'
    const change = { currentPassword: huong.password, newPassword, repeatPassword: newPassword }
    const ends: [Client, string, Record<string, string>][] = [
      [portal.as(huong), '/quan-tri/tai-khoan/mat-khau', change],
      [portal.as(an), `/quan-tri/can-bo/${id}/go-xac-thuc`, {}],
      [portal.as(an), `/quan-tri/can-bo/${id}/khoa`, {}],
    ]
    const person = { ...huong }
    for (const [by, path, form] of ends) {
      const browser = portal.visitor()
      if (path.endsWith('/khoa')) await restoreFactor(portal, phone)
      await givePassword(browser, person)
      assert.equal((await by.post(path, form)).status, 303)
      if ('newPassword' in form) person.password = newPassword
      const answer = await browser.post(stepPath, { code: phone.code() })
      assert.match(answer.location ?? '', /^\/quan-tri\/dang-nhap/, path)
      assert.ok(!browser.cookies.has('session'), path)
    }
  })

  test('cannot be answered by a form of another site or without its token', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    const code = phone.code()
    const foreign = await browser.post(stepPath, { code }, { headers: { origin: 'https://doc-hai.example' } })
    assert.equal(foreign.status, 403)
    assert.equal((await browser.post(stepPath, { code, 'form-token': 'x' })).status, 403)
    assert.equal((await browser.post(stepPath, { code })).status, 303)
  })
})

describe('somebody who knows the password and guesses the code', () => {
  test('is slowed down after five tries, and a right code is not even heard meanwhile', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    await guess(browser, phone, 5)
    const answer = await browser.post(stepPath, { code: phone.code() })
    assert.equal(answer.status, 429)
    assert.equal(answer.headers.get('retry-after'), '5')
    assert.match(answer.main(), /Thử sai nhiều lần\. Đợi 5 giây/)
    portal.clock.advance({ seconds: 5 })
    assert.equal((await browser.post(stepPath, { code: phone.code() })).status, 303)
  })

  test('does not start afresh by giving the password again', async () => {
    const { portal, phone } = await portalWithPhone()
    for (let time = 0; time < 5; time++) {
      const browser = portal.visitor()
      await givePassword(browser, huong)
      await guess(browser, phone, 1)
    }
    const answer = await portal.visitor().post(signInPath, { email: huong.email, password: huong.password })
    assert.equal(answer.status, 429)
  })

  test('has ten tries for the account from all his addresses together; her own device is not concerned', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    const phone = await phoneOf(portal, huong)
    const herDevice = portal.visitor({ address: '192.0.2.1' })
    await givePassword(herDevice, huong)
    assert.equal((await herDevice.post(stepPath, { code: phone.code() })).status, 303)
    await herDevice.post('/quan-tri/dang-xuat')
    portal.clock.advance({ minutes: 1 })

    for (let time = 0; time < 10; time++) {
      const browser = portal.visitor({ address: `203.0.113.${time}` })
      await givePassword(browser, huong)
      await guess(browser, phone, 1)
    }
    const eleventh = portal.visitor({ address: '203.0.113.99' })
    await givePassword(eleventh, huong)
    assert.equal((await eleventh.post(stepPath, { code: phone.code() })).status, 429)
    await givePassword(herDevice, huong)
    assert.equal((await herDevice.post(stepPath, { code: phone.code() })).status, 303)
  })

  test('gets no further with thirty guesses at the same moment', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    const wrong = wrongCode(phone)
    const answers = await Promise.all(Array.from({ length: 30 }, () => browser.post(stepPath, { code: wrong })))
    assert.equal(answers.filter(({ status }) => status === 422).length, 5)
    assert.equal(answers.filter(({ status }) => status === 429).length, 25)
  })

  test('is seen in the audit list, with the address and the name of the account', async () => {
    const { portal, phone } = await portalWithPhone()
    const browser = portal.visitor()
    await givePassword(browser, huong)
    await guess(browser, phone, 1)
    const lines = await portal.database.write
      .selectFrom('audit_lines')
      .select(['staff_name', 'subject_title', 'note'])
      .where('act', '=', 'failed-second-step')
      .execute()
    assert.deepEqual(lines, [{ staff_name: '', subject_title: huong.name, note: '127.0.0.1' }])
  })

  test('is counted as for the password, and from strange devices against the codes of the account too', () => {
    const keys = (isKnown: boolean) => codeFailureKeys(huong.email, '203.0.113.7', isKnown).map(({ key }) => key)
    assert.deepEqual(keys(true), [`person ${huong.email} 203.0.113.7`])
    assert.equal(keys(false).at(-1), `codes ${huong.email}`)
    assert.equal(keys(false).length, 4)
  })
})

test('a one-time link sets a password, but does not replace the phone', async () => {
  const { portal, phone } = await portalWithPhone()
  const page = await portal.as(an).post(`/quan-tri/can-bo/${await portal.idOf(huong)}/loi-moi`)
  const link = /(\/quan-tri\/loi-moi\/[\w-]{43})</.exec(page.text)?.[1] ?? ''
  const password = 'mùa này cà phê chín sớm'
  const browser = portal.visitor()

  const answer = await browser.post(link, { newPassword: password, repeatPassword: password })

  assert.match(answer.location ?? '', /^\/quan-tri\/dang-nhap\/ma/)
  assert.ok(!browser.cookies.has('session'))
  assert.equal((await browser.post(stepPath, { code: phone.code() })).location, '/quan-tri')
  assert.equal((await browser.get(accountPath)).status, 200)
})

describe('a lost phone', () => {
  test('is put right by an administrator: her sessions end, the password alone is enough, and the list tells it', async () => {
    const { portal } = await portalWithPhone()
    const memberPath = `/quan-tri/can-bo/${await portal.idOf(huong)}`
    assert.match((await portal.as(an).get(memberPath)).main(), /Gỡ xác thực hai bước/)

    const answer = await portal.as(an).post(`${memberPath}/go-xac-thuc`)

    const page = (await portal.as(an).get(answer.location ?? '')).main()
    assert.match(page, /Đã gỡ xác thực hai bước và kết thúc mọi phiên/)
    assert.doesNotMatch(page, /action="[^"]+go-xac-thuc"/)
    assert.equal((await portal.as(huong).get(accountPath)).status, 303)
    await signIn(portal.visitor(), huong)
    assert.ok((await actsOf(portal)).includes(`${an.name}: reset-second-factor`))
  })

  test('is not for others to put right, nor for an administrator on her own account', async () => {
    const { portal } = await portalWithPhone()
    await phoneOf(portal, an)
    const reset = async (person: typeof an) => `/quan-tri/can-bo/${await portal.idOf(person)}/go-xac-thuc`
    for (const person of [huong, binh]) assert.equal((await portal.as(person).post(await reset(huong))).status, 403)
    assert.equal((await portal.as(an).post(await reset(an))).status, 403)
    assert.doesNotMatch((await portal.as(an).get(`/quan-tri/can-bo/${await portal.idOf(an)}`)).main(), /go-xac-thuc/)
    for (const person of [huong, an]) await givePassword(portal.visitor(), person)
  })
})

async function portalWithPhone(): Promise<{ portal: TestPortal; phone: Phone }> {
  const portal = await testPortal()
  return { portal, phone: await phoneOf(portal, huong) }
}

async function enter(portal: TestPortal, code: string) {
  const browser = portal.visitor()
  await givePassword(browser, huong)
  return browser.post(stepPath, { code })
}

async function guess(browser: Client, phone: Phone, times: number) {
  for (let time = 0; time < times; time++)
    assert.equal((await browser.post(stepPath, { code: wrongCode(phone) })).status, 422, `guess ${time + 1}`)
}

/** Six digits that are none of those in time. */
function wrongCode(phone: Phone): string {
  const right = [-1, 0, 1].map((away) => phone.code(away))
  return ['000001', '000002', '000003', '000004'].find((code) => !right.includes(code)) ?? ''
}

/** As before the administrator took it away. */
async function restoreFactor({ database, clock }: TestPortal, { secret }: Phone) {
  await database.write
    .updateTable('staff')
    .set({ totp_secret: secret, totp_confirmed_at: clock.now() })
    .where('email', '=', huong.email)
    .execute()
}
