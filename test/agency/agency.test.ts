import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const agencyPath = '/quan-tri/co-quan'
const linksPath = '/quan-tri/lien-ket'

const dakPo = {
  parent: 'Tỉnh Gia Lai',
  unit: 'Ủy ban nhân dân huyện Đak Pơ',
  shortName: 'UBND huyện Đak Pơ',
  portalKind: 'Trang thông tin điện tử',
  description: 'Tin tức và thủ tục của huyện Đak Pơ.',
  contactName: 'Văn phòng HĐND và UBND huyện Đak Pơ',
  address: 'Tổ dân phố 1, thị trấn Đak Pơ',
  phone: '(0269) 3 738 275',
  email: 'ubnddakpo@gialai.gov.vn',
  fax: '(0269) 3 738 276',
}

describe('the agency', () => {
  test('is changed in one place, and every page follows at once', async () => {
    const portal = await testPortal()
    assert.match((await portal.visitor().get('/lien-he')).text, /Cơ quan chưa đặt tên/)

    const answer = await portal.as(an).post(agencyPath, dakPo)

    assert.equal(answer.location, `${agencyPath}?xong`)
    assert.match((await portal.as(an).get(answer.location)).main(), /Đã lưu\. Mọi trang đã hiện thông tin mới\./)
    for (const path of ['/', '/lien-he', '/khong-co-trang-nay']) {
      const { text } = await portal.visitor().get(path)
      for (const value of [dakPo.parent, dakPo.unit, dakPo.portalKind, dakPo.contactName, dakPo.address, dakPo.fax]) {
        assert.ok(text.includes(value), `${path} without ${value}`)
      }
      assert.match(text, /<a href="tel:\+842693738275">\(0269\) 3 738 275<\/a>/)
      assert.match(text, /<a href="mailto:ubnddakpo@gialai\.gov\.vn">/)
      assert.match(text, /<title>[^<]*UBND huyện Đak Pơ<\/title>/)
      assert.doesNotMatch(text, /chưa đặt tên/)
    }
    assert.match((await portal.visitor().get('/quan-tri/dang-nhap')).text, /Phòng tin UBND huyện Đak Pơ/)
    assert.match((await portal.as(an).get(agencyPath)).text, /Phòng tin UBND huyện Đak Pơ/)
    const manifest = JSON.parse((await portal.visitor().get('/manifest.webmanifest')).text)
    assert.equal(manifest.name, 'Trang thông tin điện tử UBND huyện Đak Pơ')
  })

  test('leaves out of its block what it does not have', async () => {
    const portal = await testPortal()
    await portal.as(an).post(agencyPath, { ...dakPo, phone: '', email: '', fax: '', address: '' })
    const { text } = await portal.visitor().get('/lien-he')
    assert.match(text, /Cơ quan:/)
    assert.doesNotMatch(text, /Điện thoại:|Email:|Fax:|Địa chỉ:|tel:|mailto:/)
  })

  test('is tidied when it is typed: letters are composed, spaces are single', async () => {
    const portal = await testPortal()
    await portal.as(an).post(agencyPath, { ...dakPo, unit: `  ${dakPo.unit.normalize('NFD')}   ` })
    assert.ok((await portal.visitor().get('/lien-he')).text.includes(dakPo.unit))
  })

  test('shows markup in its name as text', async () => {
    const portal = await testPortal()
    const nasty = '"><script>alert(1)</script>'
    const all = Object.fromEntries(Object.keys(dakPo).map((name) => [name, nasty]))
    const answer = await portal.as(an).post(agencyPath, { ...all, email: 'a"><b>@c.vn', phone: '0269 3 738 275' })
    assert.equal(answer.status, 303)
    for (const path of ['/lien-he', '/khong-co', '/quan-tri/dang-nhap']) {
      const { text } = await portal.visitor().get(path)
      assert.match(text, /&lt;script&gt;alert/)
      assert.doesNotMatch(text, /<script>|"><b>/)
    }
    assert.doesNotMatch((await portal.as(an).get(agencyPath)).text, /<script>/)
  })

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['no name', { unit: '', shortName: ' ', portalKind: '', contactName: '' }, /Còn 4 chỗ cần sửa/],
    ['an address of a mail that is none', { email: 'ubnd' }, /<a href="#email">Thư điện tử có dạng/],
    ['a phone number without digits', { phone: 'hỏi văn phòng' }, /<a href="#phone">Số điện thoại cần có chữ số/],
    ['a line of 251 letters', { address: 'ấ'.repeat(251) }, /<a href="#address">Dài quá 250 ký tự/],
    ['broken letters', { unit: 'Huy\uFFFDn' }, /<a href="#unit">Có chữ bị hỏng mã/],
  ]
  for (const [what, change, reason] of wrong) {
    test(`with ${what} is not saved, and everything typed is kept`, async () => {
      const portal = await testPortal()
      await portal.as(an).get(agencyPath)
      const before = await given.everythingStored(portal)
      const typed = { ...dakPo, ...change }

      const answer = await portal.as(an).post(agencyPath, typed)

      assert.equal(answer.status, 422)
      assert.match(answer.main(), reason)
      for (const [name, value] of Object.entries(typed)) {
        const shown = new RegExp(`id="${name}"[^>]*(?:value="([^"]*)"|>\\n([^<]*)</textarea>)`).exec(answer.main())
        assert.equal(shown?.[1] ?? shown?.[2], value.trim(), name)
      }
      assert.deepEqual(await given.everythingStored(portal), before)
    })
  }

  test('is not changed by bytes that are no letters', async () => {
    const portal = await testPortal()
    const token = await portal.as(an).formToken()
    const fields = Object.entries(dakPo).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    const body = Buffer.concat([
      Buffer.from(`form-token=${token}&${fields.join('&')}&unit=Huy`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('n'),
    ])
    const answer = await portal
      .as(an)
      .postRaw(agencyPath, { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), /Có chữ bị hỏng mã/)
  })

  test('is written into the audit list with who changed it', async () => {
    const portal = await testPortal()
    await portal.as(an).post(agencyPath, dakPo)
    assert.deepEqual(await newestLine(portal), {
      staff_name: an.name,
      act: 'changed',
      subject_kind: 'agency',
      subject_title: dakPo.shortName,
    })
  })
})

describe('links to other agencies', () => {
  const two = 'Cổng tỉnh Gia Lai | https://gialai.gov.vn\n\n  Công báo | https://congbao.chinhphu.vn/tim?a=1&b=2  \n'

  test('stand at the foot of every page, in the order typed', async () => {
    const portal = await testPortal()
    assert.equal((await portal.as(an).post(linksPath, { links: two })).location, `${linksPath}?xong`)
    const { text } = await portal.visitor().get('/lien-he')
    assert.match(
      text,
      /<a href="https:\/\/gialai\.gov\.vn">Cổng tỉnh Gia Lai<\/a><\/li>\s*<li><a href="https:\/\/congbao\.chinhphu\.vn\/tim\?a=1&amp;b=2">Công báo</,
    )
    assert.match(
      (await portal.as(an).get(linksPath)).main(),
      /Cổng tỉnh Gia Lai \| https:\/\/gialai\.gov\.vn\nCông báo \| https:/,
    )
    assert.deepEqual(await newestLine(portal), {
      staff_name: an.name,
      act: 'changed',
      subject_kind: 'link',
      subject_title: 'Cổng tỉnh Gia Lai, Công báo',
    })
  })

  test('go when the list is emptied, and their heading with them', async () => {
    const portal = await testPortal()
    await portal.as(an).post(linksPath, { links: two })
    assert.match((await portal.visitor().get('/lien-he')).text, /id="foot-links"/)
    await portal.as(an).post(linksPath, { links: ' \n ' })
    assert.doesNotMatch((await portal.visitor().get('/lien-he')).text, /foot-links|gialai\.gov\.vn/)
  })

  const broken = [
    'javascript:alert(1)',
    'data:text/html,a',
    '//gialai.gov.vn',
    'gialai.gov.vn',
    'ftp://gialai.gov.vn',
    'https://',
    `https://gialai.gov.vn/${'a'.repeat(500)}`,
  ]
  for (const address of broken) {
    test(`to ${address.slice(0, 40)} are refused with the number of the line, and the text is kept`, async () => {
      const portal = await testPortal()
      const answer = await portal.as(an).post(linksPath, { links: `${two}Hỏng | ${address}` })
      assert.equal(answer.status, 422)
      assert.match(answer.main(), /Dòng 4: cần tên, dấu \| và địa chỉ/)
      assert.ok(answer.main().includes(`Hỏng | ${address}`))
      assert.doesNotMatch((await portal.visitor().get('/lien-he')).text, /foot-links/)
    })
  }

  test('are at most thirty', async () => {
    const portal = await testPortal()
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) => `Trang ${place} | https://a.vn/${place}`).join('\n')
    assert.match((await portal.as(an).post(linksPath, { links: many(31) })).main(), /Nhiều quá 30 liên kết/)
    assert.equal((await portal.as(an).post(linksPath, { links: many(30) })).status, 303)
  })
})

async function newestLine({ database }: TestPortal) {
  const columns = ['staff_name', 'act', 'subject_kind', 'subject_title'] as const
  return database.read.selectFrom('audit_lines').select(columns).orderBy('id', 'desc').executeTakeFirstOrThrow()
}
