import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer, Form } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { askForReports, reportedPortal, send, sentReport, storedReports, textOf, typedReport } from './given-reports.ts'

const everything: Form = {
  body: 'Viết sai tên xã.\n\nXem https://example.com/a và <b>sửa</b> giúp.',
  quote: 'Hội nghị đánh giá kết quả của năm.',
  name: 'Đinh Hạnh',
  contact: '0905 123 456',
  consent: '1',
}

describe('while the newsroom does not ask for reports', () => {
  test('the form is not there, and no article leads to it', async () => {
    const portal = await testPortal()
    const { path } = await given.article(portal)
    assert.equal((await portal.visitor().get(`${path}/bao-loi`)).status, 404)
    assert.equal((await portal.visitor().get(`${path}/bao-loi?xong`)).status, 404)
    assert.equal((await send(portal.visitor(), `${path}/bao-loi`, typedReport())).status, 404)
    assert.doesNotMatch((await portal.visitor().get(path)).text, /bao-loi/)
    assert.deepEqual(await storedReports(portal), [])

    await askForReports(portal)
    assert.equal((await portal.visitor().get(`${path}/bao-loi`)).status, 200)
    assert.ok((await portal.visitor().get(path)).main().includes(`href="${path}/bao-loi"`))
  })
})

describe('the form', () => {
  test('asks for what is wrong, and says of everything else that it may stay empty', async () => {
    const { portal, article, form } = await reportedPortal()
    const page = await portal.visitor().get(form)
    const labels = elementsIn(pageOf(page.main())).filter(({ tagName }) => tagName === 'label')
    assert.equal(labels.length, 6)
    for (const label of ['Câu có chỗ sai', 'Họ và tên', 'Thư điện tử hoặc số điện thoại'])
      assert.ok(textOf(page).includes(`${label} (không bắt buộc)`), label)
    assert.ok(page.main().includes(`<a href="${article.path}">Hội nghị tổng kết năm\u00a02016</a>`))
    assert.match(textOf(page), /chỉ để trả lời tôi, và xóa đi 90 ngày sau khi trả lời/)
    assert.doesNotMatch(page.main(), /checked/)
  })

  test('is for nobody’s memory: no cookie, not kept, not indexed', async () => {
    const { portal, form } = await reportedPortal()
    const answers = [
      await portal.visitor().get(form),
      await portal.visitor().get(`${form}?xong`),
      await send(portal.visitor(), form, {}),
      await send(portal.visitor(), form, typedReport()),
    ]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 422, 303],
    )
    for (const { headers } of answers) {
      assert.deepEqual(headers.getSetCookie(), [])
      assert.equal(headers.get('cache-control'), 'no-store')
      assert.equal(headers.get('x-robots-tag'), 'noindex')
    }
  })

  test('has one address, however the article’s is written', async () => {
    const { portal, article, form } = await reportedPortal()
    assert.equal((await portal.visitor().get(`/tin-bai/ten-cu-${article.id}/bao-loi`)).location, form)
    assert.equal((await portal.visitor().get(`/tin-bai/${article.id}/bao-loi?xong`)).location, `${form}?xong`)
    assert.equal((await portal.visitor().get('/tin-bai/khong-co-99/bao-loi')).status, 404)
    assert.equal((await portal.visitor().get('/tin-bai/%00/bao-loi')).status, 404)
    assert.equal((await portal.visitor().get('/tin-bai/%E0%A4%A/bao-loi')).status, 400)
  })

  test('is there for a withdrawn article, and gone with a deleted one', async () => {
    const { portal, article, form } = await reportedPortal()
    portal.clock.advance({ minutes: 1 })
    await portal.as(duc).post(`${article.desk}/go`, { withdrawReason: 'Đăng nhầm.' })
    assert.equal((await portal.visitor().get(form)).status, 200)
    await sentReport(portal, form)
    await portal.as(duc).post(`${article.desk}/xoa`)
    assert.equal((await portal.visitor().get(form)).status, 410)
    assert.equal((await send(portal.visitor(), form, typedReport())).status, 410)
    assert.equal((await storedReports(portal)).length, 1)
  })

  test('does not exist for what readers never had', async () => {
    const { portal, article } = await reportedPortal()
    const draft = await given.article(portal, { as: 'draft', typed: { categoryId: String(article.categoryId) } })
    assert.equal((await portal.visitor().get(`${draft.path}/bao-loi`)).status, 404)
    assert.equal((await send(portal.visitor(), `${draft.path}/bao-loi`, typedReport())).status, 404)
  })
})

describe('a report', () => {
  test('is kept as it was typed, with the edition that readers had and the end of its ten days', async () => {
    const { portal, article, form } = await reportedPortal()
    const answer = await send(portal.visitor(), form, everything)
    assert.deepEqual([answer.status, answer.location], [303, `${form}?xong`])

    const [stored, ...others] = await storedReports(portal)
    const { live_edition_id } = await portal.database.write
      .selectFrom('articles')
      .select('live_edition_id')
      .where('id', '=', article.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual(others, [])
    assert.deepEqual(stored, {
      id: stored?.id,
      article_id: article.id,
      edition_id: live_edition_id,
      at: '2017-02-17T03:00:00.000Z',
      due_at: '2017-02-27T16:59:59.999Z',
      body: everything['body'],
      quote: everything['quote'],
      name: 'Đinh Hạnh',
      contact: '0905 123 456',
      consented_at: '2017-02-17T03:00:00.000Z',
      forgotten_at: null,
      answered_at: null,
      answered_by: null,
      answer: '',
      note: '',
      update_id: null,
    })
  })

  test('leads to a page that says what comes next and shows nothing of it', async () => {
    const { portal, article, form } = await reportedPortal()
    await send(portal.visitor(), form, everything)
    const page = await portal.visitor().get(`${form}?xong`)
    assert.match(textOf(page), /trả lời trong mười ngày/)
    assert.ok(page.main().includes(`href="${article.path}"`))
    for (const word of ['sai tên xã', 'Hạnh', '0905', 'example.com']) assert.ok(!page.text.includes(word), word)
  })

  test('is never public', async () => {
    const { portal, article, form } = await reportedPortal()
    await send(portal.visitor(), form, everything)
    const pages = [article.path, '/', '/tin-tuc', '/dinh-chinh', form, `${form}?xong`, '/tim-kiem?q=Dinh+Hanh']
    for (const path of pages) {
      const { status, text } = await portal.visitor().get(path)
      assert.equal(status, 200, path)
      assert.doesNotMatch(text, /sai tên xã|Đinh Hạnh|0905 123/, path)
    }
    assert.equal((await storedReports(portal)).length, 1)
  })

  test('needs no name; who gives her consent to nothing gave none', async () => {
    const { portal, form } = await reportedPortal()
    await sentReport(portal, form, { consent: '1' })
    const [stored] = await storedReports(portal)
    assert.deepEqual([stored?.name, stored?.contact, stored?.consented_at], ['', '', null])
  })

  test('may hold whatever letters there are', async () => {
    const { portal, form } = await reportedPortal()
    const body = 'Sai 😀🇻🇳 ở\u0000 “Ơ̆”\u202e,\ud83d\ude00 Ƀah\r\n\r\n\r\nnar'
    await sentReport(portal, form, { body, quote: '😀'.repeat(250) })
    const [stored] = await storedReports(portal)
    assert.equal(stored?.body, 'Sai 😀🇻🇳 ở “Ơ̆”,😀 Ƀah\n\nnar')
    assert.equal(stored?.quote, '😀'.repeat(250))
  })

  test('of exactly two thousand letters is taken', async () => {
    const { portal, form } = await reportedPortal()
    await sentReport(portal, form, {
      body: 'ệ'.repeat(2_000),
      quote: 'ệ'.repeat(500),
      name: 'ệ'.repeat(250),
      consent: '1',
    })
    assert.equal((await storedReports(portal))[0]?.body.length, 2_000)
  })
})

describe('a report that is not right', () => {
  const faults: [what: string, typed: Form, field: string, words: RegExp][] = [
    ['without a word', { body: ' \u200b\n ' }, 'body', /Viết chỗ nào sai/],
    ['of 2.001 letters', { body: 'ệ'.repeat(2_001) }, 'body', /Dài quá 2\.000 ký tự/],
    ['with broken letters', { body: 'M\uFFFDa mía' }, 'body', /Có chữ bị hỏng mã/],
    ['with half a sign', { body: 'Sai \ud800 chữ' }, 'body', /Có chữ bị hỏng mã/],
    ['about a sentence of 501 letters', { quote: 'a'.repeat(501) }, 'quote', /Dài quá 500 ký tự/],
    ['with a name that is too long', { name: 'a'.repeat(251) }, 'name', /Dài quá 250 ký tự/],
    ['with a contact that reaches nobody', { contact: 'gọi tôi nhé' }, 'contact', /Viết thư điện tử/],
    ['with a name and no consent', { contact: '', consent: '' }, 'consent', /Đánh dấu ô đồng ý/],
    ['with a contact and no consent', { name: '', consent: '' }, 'consent', /Đánh dấu ô đồng ý/],
  ]
  for (const [what, typed, field, words] of faults) {
    test(`${what} comes back in place with everything that was typed, and nothing is stored`, async () => {
      const { portal, form } = await reportedPortal()
      const sent: Form = { ...everything, ...typed }
      const isTicked = sent['consent'] !== ''
      const answer = await send(portal.visitor(), form, isTicked ? sent : without(sent, 'consent'))

      assert.equal(answer.status, 422)
      const links = [...answer.main().matchAll(/<li><a href="#(\w+)">([^<]+)/g)]
      assert.deepEqual(
        links.map((link) => link[1]),
        [field],
      )
      assert.match(links[0]?.[2] ?? '', words)
      assert.match(new RegExp(`id="${field}-wrong">([^<]*)<`).exec(answer.main())?.[1] ?? '', words)
      for (const name of ['quote', 'name', 'contact'].filter((name) => name !== field))
        assert.equal(typedIn(answer, name), sent[name], name)
      assert.equal(/name="consent" value="1" checked/.test(answer.main()), isTicked)
      assert.deepEqual(await storedReports(portal), [])
    })
  }

  test('with several faults names them all, in the order of the form', async () => {
    const { portal, form } = await reportedPortal()
    const answer = await send(portal.visitor(), form, { quote: 'a'.repeat(501), name: 'x', contact: 'y' })
    assert.deepEqual(
      [...answer.main().matchAll(/<li><a href="#(\w+)">/g)].map((link) => link[1]),
      ['body', 'quote', 'contact', 'consent'],
    )
    assert.match(textOf(answer), /Còn 4 chỗ cần sửa/)
  })

  test('cannot bring HTML into the page', async () => {
    const { portal, form } = await reportedPortal()
    const trick = '"><script>alert(1)</script></textarea><img src=x onerror=alert(2)>'
    const answer = await send(portal.visitor(), form, { body: '', quote: trick, name: trick, contact: trick })
    assert.equal(answer.status, 422)
    const page = elementsIn(pageOf(answer.text))
    assert.deepEqual(
      page.filter(({ tagName, properties }) => tagName === 'img' || 'onError' in properties),
      [],
    )
    assert.equal(typedIn(answer, 'quote'), trick)
  })
})

describe('what no browser of a reader sends', () => {
  test('a program that fills what nobody sees is thanked, and nothing is stored', async () => {
    const { portal, form } = await reportedPortal()
    for (const typed of [typedReport(), {}, everything]) {
      const answer = await send(portal.visitor(), form, { ...typed, website: 'https://cuoc.example' })
      assert.deepEqual([answer.status, answer.location, answer.text.includes('cuoc')], [303, `${form}?xong`, false])
    }
    assert.deepEqual(await storedReports(portal), [])
    await sentReport(portal, form, { website: '' })
    assert.equal((await storedReports(portal)).length, 1)
  })

  test('the field that nobody sees is hidden from people and from their browsers alike', async () => {
    const { portal, form } = await reportedPortal()
    const page = elementsIn(pageOf((await portal.visitor().get(form)).main()))
    const box = page.find(({ properties }) => properties['ariaHidden'] === 'true' && properties['className'])
    const trap = box && elementsIn(box).find(({ tagName }) => tagName === 'input')
    assert.deepEqual(box?.properties['className'], ['vh'])
    assert.equal(trap?.properties['tabIndex'], -1)
    assert.deepEqual([trap?.properties['name'], trap?.properties['autoComplete']], ['website', ['off']])
  })

  test('a form of another site is refused, one of an old browser is not', async () => {
    const { portal, form } = await reportedPortal()
    assert.equal((await send(portal.visitor(), form, typedReport(), { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.deepEqual(await storedReports(portal), [])
    assert.equal((await send(portal.visitor(), form, typedReport(), { 'sec-fetch-site': 'same-origin' })).status, 303)
    assert.equal((await send(portal.visitor(), form, typedReport())).status, 303)
  })

  test('everything else has a proper answer', async () => {
    const { portal, form } = await reportedPortal()
    const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
    const raw = async (body: string | Uint8Array, headers: Record<string, string> = urlencoded) =>
      (await portal.visitor().postRaw(form, { body, headers })).status
    assert.equal(await raw(`body=${'a'.repeat(70_000)}`), 413)
    assert.equal(await raw(`body=${'a'.repeat(10_000_000)}`), 413)
    assert.equal(await raw(Array.from({ length: 200 }, (_, n) => `a${n}=1`).join('&')), 413)
    assert.equal(await raw('body=%ED%A0%80'), 400)
    assert.equal(await raw('body=%E0%A4%A'), 400)
    assert.equal(await raw(new Uint8Array([0x62, 0x6f, 0x64, 0x79, 0x3d, 0xff, 0xfe])), 422)
    assert.equal(await raw('{"body":"Sai"}', { 'content-type': 'application/json' }), 422)
    assert.equal(await raw('', {}), 422)
    assert.equal(await raw('body[]=Sai&__proto__=1&constructor=2&body[a]=3'), 422)
    assert.equal((await portal.visitor().postRaw(form, { method: 'PUT' })).status, 404)
    assert.deepEqual(await storedReports(portal), [])
    assert.equal(await raw('body=m%E1%BB%91t&body=Sai'), 303)
    assert.equal((await storedReports(portal))[0]?.body, 'Sai')
  })

  test('the sixth report of an hour has to wait, with its words kept on the page', async () => {
    const { portal, form } = await reportedPortal({ TRUST_PROXY: 'loopback' })
    const from = (address: string) => portal.visitor({ address })
    for (let number = 0; number < 5; number++)
      assert.equal((await send(from('203.0.113.9'), form, typedReport())).status, 303)
    portal.clock.advance({ minutes: 20 })
    assert.equal((await send(from('203.0.113.9'), form, { body: '' })).status, 422)

    const refused = await send(from('203.0.113.9'), form, everything)
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '2400'])
    assert.match(textOf(refused), /đợi 40 phút rồi gửi lại/)
    assert.equal(typedIn(refused, 'contact'), everything['contact'])
    assert.match(refused.main(), /name="consent" value="1" checked/)
    assert.equal((await storedReports(portal)).length, 5)

    assert.equal((await send(from('203.0.113.10'), form, typedReport())).status, 303)
    portal.clock.advance({ minutes: 40 })
    assert.equal((await send(from('203.0.113.9'), form, everything)).status, 303)
  })

  test('a household with a whole network counts once', async () => {
    const { portal, form } = await reportedPortal({ TRUST_PROXY: 'loopback' })
    const statusFrom = async (address: string) => (await send(portal.visitor({ address }), form, typedReport())).status
    for (let number = 1; number <= 5; number++) assert.equal(await statusFrom(`2001:db8:0:${number}::1`), 303)
    assert.equal(await statusFrom('2001:db8:0:99::1'), 429)
    assert.equal(await statusFrom('2001:db8:1::1'), 303)
  })
})

const without = (form: Form, name: string): Form =>
  Object.fromEntries(Object.entries(form).filter(([known]) => known !== name))

/** What stands in a field of the page that came back. */
function typedIn(answer: Answer, name: string): string | undefined {
  const control = elementsIn(pageOf(answer.text)).find(({ properties }) => properties['name'] === name)
  if (control?.tagName === 'textarea') return textIn(control)
  return control && String(control.properties['value'])
}
