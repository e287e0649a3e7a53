import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { previewLinksPath } from '../../src/previews/index.ts'
import type { Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf } from '../support/html.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import {
  approver,
  askedDraft,
  audited,
  backAfterDays,
  link,
  linksPath,
  published,
  reply,
  rewritten,
  send,
  shownAddress,
  storedLinks,
  textOf,
} from './given-previews.ts'

describe('making a link', () => {
  test('shows its address this once, and keeps nothing but a hash', async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'draft' })
    const path = linksPath(article.desk)
    assert.equal(path, previewLinksPath(article.id))
    const empty = await portal.as(huong).get(path)
    assert.match(textOf(empty), /Chưa có liên kết nào/)

    const answer = await portal.as(huong).post(path, { approver, days: '7' })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const address = shownAddress(answer)
    const [, token = ''] = new RegExp(`^${portal.config.siteUrl}/xem-truoc/([\\w-]{22})$`).exec(address) ?? []
    assert.notEqual(token, '', address)
    assert.match(textOf(answer), /Địa chỉ chỉ hiện lần này: chép và gửi ngay\. Dùng được đến 24\/02\/2017, 10:00/)
    const input = elementsIn(pageOf(answer.text)).find(({ properties }) => properties['id'] === 'address')
    assert.equal(input?.properties['readOnly'], true)

    const again = await portal.as(huong).get(path)
    assert.match(textOf(again), /Xin ý kiến Bà Đinh Thị Hạnh Còn hiệu lực/)
    assert.ok(!again.text.includes(token) && !again.text.includes('data-copies'))
    const stored = JSON.stringify(await given.everythingStored(portal))
    assert.ok(!stored.includes(token))
    const [row] = await storedLinks(portal)
    assert.equal(row?.token_hash, createHash('sha256').update(token).digest('base64url'))
    assert.deepEqual(
      [row?.article_id, row?.approver_name, row?.created_by, row?.created_at, row?.expires_at, row?.revoked_at],
      [article.id, approver, await portal.idOf(huong), '2017-02-17T03:00:00.000Z', '2017-02-24T03:00:00.000Z', null],
    )
  })

  test('gives every link another address', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const first = await link(portal, desk)
    const second = await link(portal, desk)
    assert.notEqual(first.token, second.token)
    const visitor = portal.visitor()
    assert.deepEqual([(await visitor.get(first.path)).status, (await visitor.get(second.path)).status], [200, 200])
  })

  test('offers one, three, seven and thirty days, three unless somebody says otherwise', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const page = await portal.as(huong).get(linksPath(desk))
    const options = elementsIn(pageOf(page.main())).filter(({ tagName }) => tagName === 'option')
    assert.deepEqual(
      options.map(({ properties }) => [properties['value'], properties['selected'] ?? false]),
      [
        ['1', false],
        ['3', true],
        ['7', false],
        ['30', false],
      ],
    )
    for (const days of ['1', '3', '7', '30']) await link(portal, desk, { days })
    assert.deepEqual(
      (await storedLinks(portal)).map(({ expires_at }) => expires_at.slice(0, 10)),
      ['2017-02-18', '2017-02-20', '2017-02-24', '2017-03-19'],
    )
  })

  const refused: [what: string, typed: Form, words: RegExp][] = [
    ['for 365 days', { approver, days: '365' }, /Chọn số ngày trong danh sách/],
    ['without a number of days', { approver }, /Chọn số ngày trong danh sách/],
    ['for a name of 121 letters', { approver: 'ệ'.repeat(121), days: '3' }, /Dài quá 120 ký tự/],
    ['for a name with broken letters', { approver: 'H\uFFFDnh', days: '3' }, /Có chữ bị hỏng mã/],
  ]
  for (const [what, typed, words] of refused) {
    test(`${what} comes back with what was typed`, async () => {
      const portal = await testPortal()
      const { desk } = await given.article(portal, { as: 'draft' })
      const answer = await portal.as(huong).post(linksPath(desk), typed)
      assert.equal(answer.status, 422)
      assert.match(textOf(answer), words)
      assert.ok(answer.main().includes(`value="${String(typed['approver'])}"`))
      assert.deepEqual(await storedLinks(portal), [])
      assert.deepEqual(await audited(portal), [])
    })
  }

  test('needs something that readers do not have yet', async () => {
    const portal = await testPortal()
    const article = await given.article(portal)
    const path = linksPath(article.desk)
    portal.clock.advance({ minutes: 1 })
    assert.match(textOf(await portal.as(huong).get(path)), /Bạn đọc đã có bản mới nhất/)
    const answer = await portal.as(huong).post(path, { days: '3' })
    assert.equal(answer.status, 409)
    assert.deepEqual(await storedLinks(portal), [])

    await rewritten(portal, article, { body: 'Hội nghị đánh giá kết quả của hai năm.' })
    assert.ok((await link(portal, article.desk)).id > 0)
  })

  test('is not possible from the trash, and a link made before ends there and comes back with the article', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const page = () => portal.as(huong).get(linksPath(article.desk))
    await portal.as(huong).post(`${article.desk}/xoa`)
    assert.match(textOf(await page()), /Bài đang ở thùng rác nên không tạo được liên kết.*Bài đã xóa/)
    assert.equal((await portal.as(huong).post(linksPath(article.desk), { days: '3' })).status, 409)
    assert.equal((await portal.visitor().get(made.path)).status, 410)
    await portal.as(huong).post(`${article.desk}/khoi-phuc`)
    assert.match(textOf(await page()), /Còn hiệu lực/)
    assert.equal((await portal.visitor().get(made.path)).status, 200)
  })
})

describe('the list of links', () => {
  test('tells who made each, for whom, until when and where it stands', async () => {
    const portal = await testPortal()
    const { article, link: first } = await askedDraft(portal)
    const second = await link(portal, article.desk, { by: binh, days: '30' })
    const third = await link(portal, article.desk, { days: '1' })
    await portal.as(huong).post(`${linksPath(article.desk)}/${first.id}/thu-hoi`)
    await backAfterDays(portal, binh, 1)
    const text = () => portal.as(binh).get(linksPath(article.desk)).then(textOf)
    assert.match(
      await text(),
      new RegExp(
        [
          `Ai có liên kết cũng đọc được Hết hạn Liên kết số ${third.id}\\. Nguyễn Thị Hương tạo lúc 17/02/2017, 10:00, dùng đến 18/02/2017, 10:00`,
          `Ai có liên kết cũng đọc được Còn hiệu lực Liên kết số ${second.id}\\. Trần Văn Bình tạo lúc 17/02/2017, 10:00, dùng đến 19/03/2017, 10:00 Thu hồi`,
          `Xin ý kiến Bà Đinh Thị Hạnh Đã thu hồi Liên kết số ${first.id}\\. .* Chưa trả lời$`,
        ].join('.*'),
      ),
    )
    await published(portal, duc, article)
    assert.match(await text(), new RegExp(`Đã đăng Liên kết số ${second.id}`))
    assert.doesNotMatch(await text(), /Còn hiệu lực/)
  })

  test('shows every answer with the text that it was about', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    await reply(portal, made, 'can-sua', { note: 'Sửa tên xã.\n\nThêm ảnh.' })
    portal.clock.advance({ hours: 1 })
    await rewritten(portal, article, { body: 'Xã Tân An.' })
    await reply(portal, made, 'dong-y')
    const page = await portal.as(huong).get(linksPath(article.desk))
    assert.match(
      textOf(page),
      /Đồng ý, 17\/02\/2017, 11:00 về bản mới nhất Cần sửa, 17\/02\/2017, 10:00 về một bản trước Sửa tên xã\. Thêm ảnh\./,
    )
  })

  test('shows names and notes as plain text', async () => {
    const portal = await testPortal()
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    const article = await given.article(portal, { as: 'draft' })
    const made = await link(portal, article.desk, { approver: hostile })
    await reply(portal, made, 'can-sua', { note: hostile })
    const pages = [
      await portal.as(huong).get(linksPath(article.desk)),
      await portal.as(huong).get(`${article.desk}/lich-su`),
      await portal.as(an).get('/quan-tri/nhat-ky'),
      await portal.visitor().get(made.path),
    ]
    for (const page of pages) {
      assert.equal(page.status, 200)
      const elements = elementsIn(pageOf(page.main()))
      assert.ok(elements.every(({ tagName, properties }) => tagName !== 'script' && !('onError' in properties)))
      assert.ok(textOf(page).includes('<script>alert(1)</script>'))
    }
  })
})

describe('revoking', () => {
  test('ends a link at once, is told once, and leaves others alone', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const other = await link(portal, article.desk)
    const path = `${linksPath(article.desk)}/${made.id}/thu-hoi`
    const answer = await portal.as(huong).post(path)
    assert.deepEqual([answer.status, answer.location], [303, `${linksPath(article.desk)}?xong`])
    assert.match(textOf(await portal.as(huong).get(answer.location ?? '')), /Đã thu hồi liên kết/)
    assert.equal((await portal.visitor().get(made.path)).status, 410)
    assert.equal((await portal.visitor().get(other.path)).status, 200)
    portal.clock.advance({ minutes: 1 })
    assert.equal((await portal.as(huong).post(path)).status, 303)
    assert.equal((await storedLinks(portal))[0]?.revoked_at, '2017-02-17T03:00:00.000Z')
    assert.equal((await audited(portal)).filter(({ act }) => act === 'revoked-link').length, 1)
  })

  test('is not offered for what is over', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const path = `${linksPath(article.desk)}/${made.id}/thu-hoi`
    assert.ok((await portal.as(huong).get(linksPath(article.desk))).main().includes(path))
    await backAfterDays(portal, huong, 3)
    const page = await portal.as(huong).get(linksPath(article.desk))
    assert.ok(textOf(page).includes('Hết hạn') && !page.main().includes(path))
  })

  test('reaches no link of another article', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const typed = { categoryId: String(article.categoryId) }
    const other = await given.article(portal, { as: 'draft', typed })
    assert.equal((await portal.as(huong).post(`${linksPath(other.desk)}/${made.id}/thu-hoi`)).status, 404)
    assert.equal((await portal.visitor().get(made.path)).status, 200)
  })
})

describe('links are the work of those who may work on the article', () => {
  test('a colleague who may not finds nothing, and an editor does', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const colleague = portal.as(given.colleagueOf(huong))
    const path = linksPath(article.desk)
    assert.deepEqual(
      [
        (await colleague.get(path)).status,
        (await colleague.post(path, { days: '3' })).status,
        (await colleague.post(`${path}/${made.id}/thu-hoi`)).status,
        (await colleague.get('/quan-tri/bai-viet/x/lien-ket')).status,
      ],
      [404, 404, 404, 404],
    )
    assert.equal((await storedLinks(portal)).length, 1)
    assert.equal((await portal.as(binh).get(path)).status, 200)
  })

  test('nobody makes or revokes one without the token of a form', async () => {
    const portal = await testPortal()
    const { article, link: made } = await askedDraft(portal)
    const path = linksPath(article.desk)
    assert.equal((await send(portal.as(huong), path, { days: '3' })).status, 403)
    assert.equal((await send(portal.as(huong), `${path}/${made.id}/thu-hoi`, {})).status, 403)
    assert.equal((await storedLinks(portal)).length, 1)
    assert.equal((await portal.visitor().get(made.path)).status, 200)
  })
})

test('the audit log names the maker and the link, never its address', async () => {
  const portal = await testPortal()
  const { article, link: first } = await askedDraft(portal)
  const second = await link(portal, article.desk, { by: binh, days: '1' })
  await portal.as(binh).post(`${linksPath(article.desk)}/${first.id}/thu-hoi`)
  const subject = { subject_kind: 'article', subject_id: article.id, subject_title: 'Hội nghị tổng kết năm 2016' }
  const by = async (person: typeof huong) => ({ staff_id: await portal.idOf(person), staff_name: person.name })
  assert.deepEqual(await audited(portal), [
    {
      ...(await by(huong)),
      ...subject,
      act: 'shared',
      note: `Liên kết xem trước số ${first.id} cho ${approver}, đến 20/02/2017, 10:00`,
    },
    {
      ...(await by(binh)),
      ...subject,
      act: 'shared',
      note: `Liên kết xem trước số ${second.id}, đến 18/02/2017, 10:00`,
    },
    { ...(await by(binh)), ...subject, act: 'revoked-link', note: `Liên kết xem trước số ${first.id}` },
  ])
  const log = await portal.as(an).get('/quan-tri/nhat-ky')
  assert.match(textOf(log), /Thu hồi liên kết xem trước.*Tạo liên kết xem trước/)
  assert.ok(!log.text.includes(first.token) && !log.text.includes(second.token))
})

test('with a port of its own for staff, links lead to the public site', async () => {
  const portal = await testPortal({ STAFF_PORT: '4001' })
  const { article, link: made } = await askedDraft(portal)
  assert.equal((await portal.visitor().get(made.path)).status, 200)
  const agreed = await reply(portal, made, 'dong-y')
  assert.equal(agreed.status, 303)
  assert.notEqual((await portal.visitor({ at: portal.staffOrigin }).get(made.path)).status, 200)
  assert.equal((await portal.visitor().get(linksPath(article.desk))).status, 404)
})
