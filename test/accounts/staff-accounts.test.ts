import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { changeStaff, closeStaff } from '../../src/accounts/manage-staff.ts'
import type { Staff } from '../../src/accounts/staff.ts'
import { staffReader } from '../../src/accounts/staff-store.ts'
import * as given from '../support/given.ts'
import { an, binh, huong, sau } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const listPath = '/quan-tri/can-bo'
const newPath = '/quan-tri/can-bo/moi'
const memberPath = (id: number) => `/quan-tri/can-bo/${id}`
const newcomer = { name: 'Đinh Văn Tư', email: 'tu@dakpo.gialai.gov.vn', role: 'editor' }

describe('adding somebody', () => {
  test('gives a link to hand over, which lets her in with the role she was given', async () => {
    const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
    const page = (await portal.as(an).post(newPath, newcomer)).main()
    const link =
      /<code class="one-time">https:\/\/dakpo\.gialai\.gov\.vn(\/quan-tri\/loi-moi\/[\w-]{43})<\/code>/.exec(
        page,
      )?.[1] ?? ''
    assert.match(page, /Chép và gửi riêng cho Đinh Văn Tư/)

    const browser = portal.visitor()
    const password = 'đường về xã mới rải nhựa'
    assert.equal((await browser.post(link, { newPassword: password, repeatPassword: password })).status, 303)
    assert.match((await browser.get('/quan-tri/tai-khoan')).text, /Đinh Văn Tư<small>Biên tập<\/small>/)
  })

  test('shows the link only once', async () => {
    const portal = await testPortal()
    const first = (await portal.as(an).post(newPath, newcomer)).main()
    const id = Number(/action="\/quan-tri\/can-bo\/(\d+)"/.exec(first)?.[1])
    assert.match(first, /loi-moi\/[\w-]{43}</)
    assert.doesNotMatch((await portal.as(an).get(memberPath(id))).main(), /loi-moi\/[\w-]{43}/)
  })

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['no name', { name: ' ' }, /Viết họ và tên/],
    ['a name of 101 letters', { name: 'ă'.repeat(101) }, /Dài quá 100 ký tự/],
    ['broken letters', { name: 'Đinh V\uFFFDn Tư' }, /Có chữ bị hỏng mã/],
    ['no address', { email: 'tu' }, /Viết thư điện tử của bạn/],
    ['an address of 251 letters', { email: `${'a'.repeat(240)}@dakpo.vn.vn` }, /Viết thư điện tử của bạn/],
    ['an address that is taken', { email: ' HUONG@dakpo.gialai.gov.vn ' }, /Thư điện tử này đã có tài khoản/],
  ]
  for (const [what, change, reason] of wrong) {
    test(`with ${what} is refused with the reason, and everything typed is kept`, async () => {
      const portal = await testPortal()
      await portal.idOf(huong)
      const answer = await portal.as(an).post(newPath, { ...newcomer, ...change })
      assert.equal(answer.status, 422)
      assert.match(answer.main(), reason)
      assert.match(answer.main(), /Còn 1 chỗ cần sửa/)
      assert.ok('name' in change || answer.main().includes(`value="${newcomer.name}"`))
      assert.ok('email' in change || answer.main().includes(`value="${newcomer.email}"`))
      assert.match(answer.main(), /<option value="editor" selected>/)
      assert.deepEqual(await emailsOf(portal), [an.email, huong.email])
    })
  }

  test('with a role that does not exist gives the least', async () => {
    const portal = await testPortal()
    for (const role of ['owner', '', '__proto__', 'Administrator']) {
      const answer = await portal
        .as(an)
        .post(newPath, { ...newcomer, email: `tu-${role.length}@dakpo.gialai.gov.vn`, role })
      assert.equal(answer.status, 200)
      assert.match(answer.main(), /<option value="reporter" selected>/, role)
    }
  })

  test('takes nothing but name, address and role from the form', async () => {
    const portal = await testPortal()
    const more = {
      id: '77',
      password_hash: 'x',
      passwordHash: 'x',
      closed_at: '',
      created_at: '1999',
      hasPassword: '1',
    }
    await portal.as(an).post(newPath, { ...newcomer, ...more })
    const row = await portal.database.read
      .selectFrom('staff')
      .selectAll()
      .where('email', '=', newcomer.email)
      .executeTakeFirstOrThrow()
    assert.notEqual(row.id, 77)
    assert.deepEqual(
      { ...row, id: 0 },
      {
        id: 0,
        name: newcomer.name,
        email: newcomer.email,
        role: 'editor',
        password_hash: null,
        closed_at: null,
        created_at: portal.clock.now(),
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
      },
    )
  })
})

describe('the list of staff', () => {
  test('shows who works here before who left, with role and standing', async () => {
    const portal = await testPortal()
    await portal.as(sau).get(listPath)
    await portal.idOf(huong)
    await given.invitation(portal)
    const list = (await portal.as(an).get(listPath)).main()
    const names = [...list.matchAll(/<a href="\/quan-tri\/can-bo\/\d+">([^<]+)<\/a>/g)].map((found) => found[1])
    assert.equal(names.at(-1), sau.name)
    assert.match(list, /data-state="withdrawn">Đã khóa/)
    assert.match(list, /data-state="draft">Chưa đặt mật khẩu/)
    assert.match(list, /data-state="live">Đang làm việc/)
  })

  test('of nobody is a page that does not exist', async () => {
    const portal = await testPortal()
    for (const id of ['999999', '0', '-1', 'abc', '1e3', '9999999999999999999', '1%20or%201=1', '%00']) {
      assert.equal((await portal.as(an).get(`/quan-tri/can-bo/${id}`)).status, 404, id)
    }
  })
})

describe('changing somebody', () => {
  test('shows the new name on her own pages at once', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(huong)
    await portal.as(huong).get('/quan-tri/tai-khoan')
    const answer = await portal
      .as(an)
      .post(memberPath(id), { name: 'Nguyễn Thu Hương', email: huong.email, role: 'editor' })
    assert.equal(answer.location, `${memberPath(id)}?xong`)
    assert.match((await portal.as(an).get(answer.location)).main(), /Đã lưu\./)
    assert.match((await portal.as(huong).get('/quan-tri/tai-khoan')).text, /Nguyễn Thu Hương<small>Biên tập/)
  })

  test('may keep her address, but not take another’s', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(huong)
    await portal.idOf(binh)
    const answer = await portal.as(an).post(memberPath(id), { ...huong, email: binh.email })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Thư điện tử này đã có tài khoản/)
    assert.ok(answer.main().includes(`value="${binh.email}"`))
    assert.equal((await portal.as(an).post(memberPath(id), huong)).status, 303)
  })

  test('writes into the audit list who changed which role into which', async () => {
    const portal = await testPortal()
    await portal.as(an).post(memberPath(await portal.idOf(huong)), { ...huong, role: 'publisher' })
    const row = await portal.database.read
      .selectFrom('audit_lines')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.deepEqual(
      [row.staff_name, row.act, row.subject_title, row.note],
      [an.name, 'changed', huong.name, 'reporter → publisher'],
    )
  })
})

describe('closing and reopening an account', () => {
  test('shuts her out and lets her in again, with the password she had', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(huong)
    assert.equal((await portal.as(an).post(`${memberPath(id)}/khoa`)).location, listPath)
    assert.equal((await portal.visitor().post('/quan-tri/dang-nhap', huong)).status, 422)

    assert.equal((await portal.as(an).post(`${memberPath(id)}/mo-lai`)).location, `${memberPath(id)}?xong`)
    assert.equal((await portal.visitor().post('/quan-tri/dang-nhap', huong)).status, 303)
  })

  test('keeps her name on what she did', async () => {
    const portal = await testPortal()
    await portal.as(huong).get('/quan-tri/tai-khoan')
    await portal.as(an).post(`${memberPath(await portal.idOf(huong))}/khoa`)
    assert.match((await portal.as(an).get('/quan-tri/nhat-ky')).main(), /<td>Nguyễn Thị Hương<\/td>/)
  })
})

describe('the last administrator', () => {
  test('can neither close her account nor give up her role', async () => {
    const portal = await testPortal()
    const id = await portal.idOf(an)
    await portal.as(sau).get(listPath)
    await given.invitation(portal, { role: 'administrator' })

    for (const answer of [
      await portal.as(an).post(`${memberPath(id)}/khoa`),
      await portal.as(an).post(memberPath(id), { ...an, role: 'publisher' }),
    ]) {
      assert.equal(answer.status, 422)
      assert.match(answer.main(), /Đây là quản trị viên cuối cùng/)
    }
    assert.equal((await portal.as(an).get(listPath)).status, 200)
    assert.equal((await portal.as(an).post(memberPath(id), { ...an, name: 'Rơ Châm H’An' })).status, 303)
  })

  test('may leave once there is another', async () => {
    const portal = await testPortal()
    await portal.idOf(given.colleagueOf(an))
    assert.equal((await portal.as(an).post(`${memberPath(await portal.idOf(an))}/khoa`)).status, 303)
    assert.equal((await portal.as(an).get(listPath)).status, 303)
  })

  test('stays when two administrators close each other at the same moment', async () => {
    const portal = await testPortal()
    for (let time = 0; time < 5; time++) {
      await portal.database.write.updateTable('staff').set({ closed_at: portal.clock.now() }).execute()
      const two = [await accountOf(portal, time * 2), await accountOf(portal, time * 2 + 1)]
      const outcomes = await Promise.all(two.map((staff) => closeStaff(portal, null, staff)))
      assert.deepEqual(outcomes.toSorted(), ['closed', 'last-administrator'])
    }
  })

  test('stays when two administrators give up their roles at the same moment', async () => {
    const portal = await testPortal()
    const two = [await accountOf(portal, 0), await accountOf(portal, 1)]
    const outcomes = await Promise.all(
      two.map((staff) => changeStaff(portal, null, staff, { ...staff, role: 'reporter' })),
    )
    assert.deepEqual(outcomes.toSorted(), ['changed', 'last-administrator'])
  })

  async function accountOf(portal: TestPortal, number: number): Promise<Staff> {
    const id = await portal.idOf(given.colleagueOf(an, number))
    return (await staffReader(portal.database.read).find(id)) ?? assert.fail('no such account')
  }
})

async function emailsOf({ database }: TestPortal): Promise<string[]> {
  const rows = await database.read.selectFrom('staff').select('email').orderBy('email').execute()
  return rows.map(({ email }) => email)
}
