import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import decodeQr from 'qr/decode.js'
import { newBackupCodes, normalBackupCode, spelledBackupCode } from '../../src/accounts/backup-code.ts'
import { appAddress, newSecret, normalCode, spelledSecret, stepOfCode } from '../../src/accounts/second-factor.ts'
import { realWorld } from '../../src/site/world.ts'
import * as given from '../support/given.ts'
import { an, binh, huong } from '../support/people.ts'
import { signIn, testPortal } from '../support/test-portal.ts'
import { actsOf, codeAt, codesOn, factorPath, givePassword, phoneOf, requireFactor, secretOn } from './given-factor.ts'

const { random } = realWorld('silent')
/** “12345678901234567890”, the secret of the examples in RFC 6238. */
const published = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000).toISOString()

describe('a code of the phone', () => {
  const examples: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ]
  for (const [seconds, code] of examples) {
    test(`is ${code} at second ${seconds}, as RFC 6238 says`, () =>
      assert.equal(stepOfCode(published, code, at(seconds)), Math.floor(seconds / 30)))
  }

  test('is good for its own thirty seconds and for those before and after', () => {
    const code = '005924'
    const step = Math.floor(1_234_567_890 / 30)
    const good = [-30, -1, 0, 29, 30, 59].map((away) => stepOfCode(published, code, at(step * 30 + away)))
    assert.deepEqual(good, Array(6).fill(step))
    assert.deepEqual(
      [-31, 60, 600].map((away) => stepOfCode(published, code, at(step * 30 + away))),
      [null, null, null],
    )
  })

  test('may be typed and pasted in any way that people do', () => {
    for (const typed of ['005924', ' 005 924 ', '005-924', '00 59 24', '００５９２４'])
      assert.equal(stepOfCode(published, typed, at(1_234_567_890)), 41_152_263, typed)
    assert.equal(normalCode('12 34\u00a056'), '123456')
  })

  test('is nothing but six digits', () => {
    for (const typed of ['', '00592', '0059240', '00592a', '5924', '-5924', '0x1724', '000000'])
      assert.equal(stepOfCode(published, typed, at(1_234_567_890)), null, typed)
  })
})

describe('a secret', () => {
  test('has 160 bits, another one each time, and is spelled in groups of four', () => {
    const [one, two] = [newSecret(random), newSecret(random)]
    assert.match(one, /^[A-Z2-7]{32}$/)
    assert.notEqual(one, two)
    assert.match(spelledSecret(one), /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  })

  test('goes into the app together with what the app shows beside the code', () => {
    const address = new URL(appAddress(published, 'dakpo.gialai.gov.vn', huong.email))
    assert.equal(address.protocol, 'otpauth:')
    assert.equal(decodeURIComponent(address.pathname), `/dakpo.gialai.gov.vn:${huong.email}`)
    assert.deepEqual(Object.fromEntries(address.searchParams), {
      issuer: 'dakpo.gialai.gov.vn',
      secret: published,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})

describe('backup codes', () => {
  test('are ten, each another, without letters that look like digits', () => {
    const codes = newBackupCodes(random)
    assert.equal(new Set(codes).size, 10)
    for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{12}$/)
  })

  test('are the same however they are copied from paper', () => {
    assert.equal(spelledBackupCode('0A1B2C3D4E5F'), '0A1B-2C3D-4E5F')
    for (const typed of [
      '0A1B-2C3D-4E5F',
      '0a1b 2c3d 4e5f',
      ' oalb–2c3d–4e5f ',
      'OAIB2C3D4E5F',
      '０Ａ１Ｂ２Ｃ３Ｄ４Ｅ５Ｆ',
    ])
      assert.equal(normalBackupCode(typed), '0A1B2C3D4E5F', typed)
  })
})

describe('setting up a second factor', () => {
  test('shows a picture to scan and the secret to type, and is on after the first code', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const browser = portal.as(huong)
    assert.match((await browser.get('/quan-tri/tai-khoan')).main(), /data-state="draft">Đang tắt/)
    assert.match((await browser.get(factorPath)).main(), /Bắt đầu cài/)

    assert.equal((await browser.post(`${factorPath}/bat-dau`)).location, factorPath)
    const page = await browser.get(factorPath)
    const secret = secretOn(page)
    assert.match(
      page.main(),
      /<img class="qr" src="\/quan-tri\/tai-khoan\/xac-thuc\/ma-qr" width="\d+" height="\d+" alt="[^"]+">/,
    )
    assert.match(page.main(), /name="code" type="text" value="" inputmode="numeric" autocomplete="one-time-code"/)

    const answer = await browser.post(factorPath, { code: codeAt(secret, portal.clock.now()).replace(/(...)/, '$1 ') })
    assert.equal(answer.status, 200)
    assert.equal(codesOn(answer).length, 10)
    assert.match(answer.main(), /Của huong@dakpo\.gialai\.gov\.vn, tại dakpo\.gialai\.gov\.vn/)
    assert.match((await browser.get('/quan-tri/tai-khoan')).main(), /data-state="live">Đang bật/)
    assert.ok((await actsOf(portal)).includes(`${huong.name}: turned-on-second-factor`))
  })

  test('draws what the app needs, and for her alone', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    await portal.as(huong).post(`${factorPath}/bat-dau`)
    const secret = secretOn(await portal.as(huong).get(factorPath))

    const picture = await portal.as(huong).get(`${factorPath}/ma-qr`)
    assert.match(picture.headers.get('content-type') ?? '', /^image\/svg\+xml/)
    assert.equal(picture.headers.get('cache-control'), 'no-store')
    assert.doesNotMatch(picture.text, /<script|<style|style=/)
    assert.equal(readQr(picture.text), appAddress(secret, 'dakpo.gialai.gov.vn', huong.email))

    assert.equal((await portal.as(binh).get(`${factorPath}/ma-qr`)).status, 404)
    assert.equal((await portal.visitor().get(`${factorPath}/ma-qr`)).status, 303)
  })

  test('is not done with a wrong code, and the secret stays for the next try', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    await browser.post(`${factorPath}/bat-dau`)
    const secret = secretOn(await browser.get(factorPath))
    for (const [code, reason] of [
      ['', /Nhập mã sáu chữ số/],
      [codeAt(secret, portal.clock.now(), 5), /Mã chưa đúng/],
    ] as const) {
      const answer = await browser.post(factorPath, { code })
      assert.equal(answer.status, 422)
      assert.match(answer.main(), reason)
      assert.equal(secretOn(answer), secret)
    }
    await signIn(portal.visitor(), huong)
    assert.equal((await browser.post(factorPath, { code: codeAt(secret, portal.clock.now()) })).status, 200)
  })

  test('begins afresh when she asks, until it is on', async () => {
    const portal = await testPortal()
    const browser = portal.as(huong)
    await browser.post(`${factorPath}/bat-dau`)
    const first = secretOn(await browser.get(factorPath))
    await browser.post(`${factorPath}/bat-dau`)
    const second = secretOn(await browser.get(factorPath))
    assert.notEqual(second, first)
    assert.equal((await browser.post(factorPath, { code: codeAt(first, portal.clock.now()) })).status, 422)
    await browser.post(factorPath, { code: codeAt(second, portal.clock.now()) })

    portal.clock.advance({ minutes: 1 })
    await browser.post(`${factorPath}/bat-dau`)
    await givePassword(portal.visitor(), huong)
    assert.match((await browser.get(factorPath)).main(), /Tắt xác thực hai bước/)
  })

  test('never shows the secret or the codes again', async () => {
    const portal = await testPortal()
    const phone = await phoneOf(portal, huong)
    const browser = portal.as(huong)
    const spelled = spelledSecret(phone.secret)
    for (const path of [factorPath, '/quan-tri/tai-khoan', `${factorPath}/ma-qr`]) {
      const { text } = await browser.get(path)
      for (const secret of [phone.secret, spelled, ...phone.backupCodes]) assert.ok(!text.includes(secret), path)
    }
    assert.equal((await browser.get(`${factorPath}/ma-qr`)).status, 404)
    const again = await browser.post(factorPath, { code: phone.code() })
    assert.equal(again.location, factorPath)
  })

  test('leaves no secret in the log and in the audit list, and backup codes only as hashes', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'debug' })
    const phone = await phoneOf(portal, huong)
    const browser = portal.visitor()
    await givePassword(browser, huong)
    await browser.post('/quan-tri/dang-nhap/ma', { code: '000000' })
    await browser.post('/quan-tri/dang-nhap/ma', { backupCode: phone.backupCodes[0] ?? '' })

    const { audit_lines: lines = [], ...stored } = await given.everythingStored(portal)
    const written = JSON.stringify([portal.logLines, lines])
    assert.match(written, /used-backup-code/)
    for (const code of phone.backupCodes) {
      assert.ok(!written.includes(code) && !written.includes(normalBackupCode(code)))
      assert.ok(!JSON.stringify(stored).includes(normalBackupCode(code)))
    }
    assert.ok(!written.includes(phone.secret))
    assert.ok(JSON.stringify(stored['staff']).includes(phone.secret))
  })
})

describe('a second factor that is on', () => {
  const offPath = `${factorPath}/tat`
  const codesPath = `${factorPath}/ma-du-phong`

  test('is turned off with her password, and not without', async () => {
    const portal = await testPortal()
    await phoneOf(portal, huong)
    const browser = portal.as(huong)

    const wrong = await browser.post(offPath, { turnOffPassword: 'không phải câu này' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.main(), /<a href="#turnOffPassword">Mật khẩu đang dùng chưa đúng/)
    await givePassword(portal.visitor(), huong)

    const answer = await browser.post(offPath, { turnOffPassword: huong.password })
    assert.match((await browser.get(answer.location ?? '')).main(), /Đã tắt xác thực hai bước/)
    await signIn(portal.visitor(), huong)
    assert.deepEqual(await portal.database.write.selectFrom('backup_codes').select('staff_id').execute(), [])
    assert.ok((await actsOf(portal)).includes(`${huong.name}: turned-off-second-factor`))
  })

  test('gives new backup codes for her password, and the old ones are worth nothing more', async () => {
    const portal = await testPortal()
    const phone = await phoneOf(portal, huong)
    const browser = portal.as(huong)
    assert.equal((await browser.post(codesPath, { renewPassword: '' })).status, 422)

    const answer = await browser.post(codesPath, { renewPassword: huong.password })
    const codes = codesOn(answer)
    assert.equal(codes.length, 10)
    assert.ok((await actsOf(portal)).includes(`${huong.name}: made-backup-codes`))

    const visitor = portal.visitor()
    await givePassword(visitor, huong)
    const enter = (backupCode = '') => visitor.post('/quan-tri/dang-nhap/ma', { backupCode })
    assert.equal((await enter(phone.backupCodes[0])).status, 422)
    assert.equal((await enter(codes[0])).status, 303)
    assert.match((await browser.get(factorPath)).main(), /Còn 9 mã dự phòng chưa dùng/)
  })

  test('whoever finds her session open cannot guess her password there', async () => {
    const portal = await testPortal()
    await phoneOf(portal, huong)
    const browser = portal.as(huong)
    for (let time = 0; time < 5; time++) await browser.post(offPath, { turnOffPassword: `đoán lần thứ ${time}` })
    const answer = await browser.post(offPath, { turnOffPassword: huong.password })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Thử sai nhiều lần\. Đợi 5 giây/)
    const change = { currentPassword: huong.password, newPassword: 'mùa này cà phê', repeatPassword: 'mùa này cà phê' }
    assert.equal((await browser.post('/quan-tri/tai-khoan/mat-khau', change)).status, 422)
    portal.clock.advance({ seconds: 5 })
    assert.equal((await browser.post(offPath, { turnOffPassword: huong.password })).status, 303)
  })
})

describe('when the newsroom requires it', () => {
  test('whoever has none gets the page to set it up, whatever she asks for, and her session stays', async () => {
    const portal = await testPortal()
    const browser = portal.as(an)
    assert.equal((await browser.get('/quan-tri/can-bo')).status, 200)
    await requireFactor(portal)

    for (const path of [
      '/quan-tri',
      '/quan-tri/can-bo',
      '/quan-tri/tai-khoan',
      '/quan-tri/TAI-KHOAN/',
      '/quan-tri/gi-do',
    ])
      assert.equal((await browser.get(path)).location, factorPath, path)
    const before = await given.everythingStored(portal)
    const newcomer = { name: 'Kẻ Lạ', email: 'la@dakpo.gialai.gov.vn', role: 'administrator' }
    const form = { ...newcomer, 'form-token': await tokenOf(browser) }
    assert.equal((await browser.post('/quan-tri/can-bo/moi', form)).location, factorPath)
    assert.deepEqual(await given.everythingStored(portal), before)

    assert.match((await browser.get(factorPath)).main(), /Phòng tin yêu cầu xác thực hai bước/)
    await browser.post(`${factorPath}/bat-dau`, { 'form-token': form['form-token'] })
    const secret = secretOn(await browser.get(factorPath))
    const answer = await browser.post(factorPath, {
      code: codeAt(secret, portal.clock.now()),
      'form-token': form['form-token'],
    })
    assert.equal(codesOn(answer).length, 10)
    assert.equal((await browser.get('/quan-tri/can-bo')).status, 200)
  })

  test('whoever has one notices nothing, and whoever has none can still leave', async () => {
    const portal = await testPortal()
    await phoneOf(portal, huong)
    await portal.as(binh).get('/quan-tri')
    await requireFactor(portal)
    assert.equal((await portal.as(huong).get('/quan-tri/tai-khoan')).status, 200)

    const token = await tokenOf(portal.as(binh))
    assert.equal(
      (await portal.as(binh).post('/quan-tri/dang-xuat', { 'form-token': token })).location,
      '/quan-tri/dang-nhap',
    )
    await requireFactor(portal, false)
    const back = portal.visitor()
    await signIn(back, binh)
    assert.equal((await back.get('/quan-tri/tai-khoan')).status, 200)
  })

  const tokenOf = async (browser: { get(path: string): Promise<{ text: string }> }) =>
    /name="form-token" value="([^"]+)"/.exec((await browser.get(factorPath)).text)?.[1] ?? assert.fail('no form')
})

/** Reads the picture as a camera would: each module of its path becomes a block of dots. */
function readQr(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const dots = 4
  const width = size * dots
  const data = new Uint8Array(width * width * 4).fill(255)
  let [x, y] = [0, 0]
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  for (const [, move = '', across = '', down = ''] of path.matchAll(/([Mm]) ?(-?\d+) ?(-?\d+)/g)) {
    ;[x, y] = move === 'M' ? [Number(across), Number(down)] : [x + Number(across), y + Number(down)]
    for (let row = 0; row < dots; row++) {
      const start = ((y * dots + row) * width + x * dots) * 4
      for (let dot = 0; dot < dots; dot++) data.fill(0, start + dot * 4, start + dot * 4 + 3)
    }
  }
  return decodeQr({ width, height: width, data })
}
