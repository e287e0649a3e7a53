import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyContent, publishArticle } from '../../src/articles/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import { searchPath, searchWriter } from '../../src/search/index.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const find = (portal: TestPortal, typed: string, more = '') =>
  portal.visitor().get(`${searchPath}?q=${encodeURIComponent(typed)}${more}`)
const heading = (text: string) => /id="found">([^<]*)</.exec(text)?.[1]

/** An article that a publisher put up a moment ago. */
async function published(portal: TestPortal, content: Partial<typeof emptyContent>, html = ''): Promise<number> {
  const wish = {
    articleId: null,
    version: 0,
    formKey: null,
    content: { ...emptyContent, slug: 'tin', ...content },
    body: { html, pictureIds: [] },
  }
  const answer = await publishArticle(portal, null, wish)
  return 'article' in answer ? answer.article.id : assert.fail()
}

describe('the search page', () => {
  test('before anything was typed it is a form', async () => {
    const portal = await testPortal()
    const answer = await portal.visitor().get(searchPath)
    assert.equal(answer.status, 200)
    assert.match(answer.main(), /<form class="search-form" role="search" action="\/tim-kiem"/)
    assert.equal(answer.text.match(/role="search"/g)?.length, 1)
    assert.equal((await portal.visitor().get('/')).text.match(/role="search"/g)?.length, 1)
    assert.equal(heading(answer.text), undefined)
  })

  test('shows what was published, with the words marked as the text has them', async () => {
    const portal = await testPortal()
    const id = await published(
      portal,
      { title: 'Hội nghị <b>Bình đẳng giới</b>' },
      '<p>Ở huyện ĐĂK PƠ &amp; nơi khác</p>',
    )
    const answer = await find(portal, 'binh dang gioi dak po')

    assert.equal(heading(answer.text), '1 kết quả')
    assert.match(
      answer.main(),
      new RegExp(`href="/tin-bai/tin-${id}">Hội nghị &lt;b&gt;<mark>Bình đẳng giới</mark>&lt;/b&gt;`),
    )
    assert.match(answer.main(), /Ở huyện <mark>ĐĂK PƠ<\/mark> &amp; nơi khác/)
    assert.match(answer.main(), /value="binh dang gioi dak po"/)
  })

  test('tells nobody else what was searched', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Mía' })
    for (const typed of ['mía', 'không có']) {
      const answer = await find(portal, typed)
      assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      assert.match(answer.text, /<title>Tìm kiếm - [^<]*<\/title>/)
      assert.doesNotMatch(/<head>[\s\S]*<\/head>/.exec(answer.text)?.[0] ?? '', new RegExp(typed))
      assert.doesNotMatch(answer.text, /rel="canonical"/)
    }
  })

  test('makes no link to another place out of what was typed', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Mía https://example.com' })
    for (const typed of ['https://example.com', '"><a href="https://example.com">x</a>', 'javascript:alert(1) mía']) {
      const { text } = await find(portal, typed)
      assert.doesNotMatch(text, /href="(https?:\/\/example|javascript)|<a href="https:\/\/example/)
    }
  })

  test('goes from page to page, and not past the last one', async () => {
    const portal = await testPortal()
    for (let number = 1; number <= 12; number++) await published(portal, { title: `Mía ${number}` })
    const first = await find(portal, 'mía')
    assert.equal(first.text.match(/<article class="result">/g)?.length, 10)
    assert.match(first.main(), /href="\/tim-kiem\?q=m%C3%ADa&amp;trang=2" rel="next"/)

    const second = await find(portal, 'mía', '&trang=2')
    assert.equal(second.text.match(/<article class="result">/g)?.length, 2)
    for (const page of ['3', '0', '-1', 'x', '999999', '9999999999'])
      assert.equal((await find(portal, 'mía', `&trang=${page}`)).status, 404, page)
    assert.equal((await find(portal, 'không có', '&trang=2')).status, 404)
  })

  test('narrows by category and by year, and takes it back', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Mía', publishAt: '2016-05-01T00:00:00.000Z' })
    await published(portal, { title: 'Mía', publishAt: '2016-12-31T17:00:00.000Z' })
    const all = (await find(portal, 'mía')).main()
    assert.match(all, /nam=2017">Năm 2017<span>1<\/span>/)
    assert.match(all, /nam=2016">Năm 2016<span>1<\/span>/)

    const year = await find(portal, 'mía', '&nam=2016')
    assert.equal(heading(year.text), '1 kết quả')
    assert.match(year.main(), /<a href="\/tim-kiem\?q=m%C3%ADa">Năm 2016<svg/)
    for (const odd of ['&nam=abc', '&nam=99999', '&chuyen-muc=999', '&chuyen-muc=x', '&xep=x'])
      assert.equal(heading((await find(portal, 'mía', odd)).text), '2 kết quả', odd)
    assert.equal(heading((await find(portal, 'mía', '&nam=2010')).text), 'Không có tin nào đủ các từ này')
    assert.match((await find(portal, 'mía', '&nam=2010')).main(), /Tìm lại trong mọi chuyên mục và mọi năm/)
  })

  test('that finds nothing proposes what was meant, and where else to look', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Mùa mía đường' })
    const answer = await find(portal, 'mua mia duonng')
    assert.match(answer.main(), /Có phải bạn muốn tìm: <a href="\/tim-kiem\?q=mua\+mia\+duong"><b>mua mia duong<\/b>/)
    assert.match(answer.main(), /<a href="\/lien-he">/)
    assert.equal(heading((await find(portal, '???')).text), 'Chưa có từ nào để tìm')
  })

  test('says when a long query was cut', async () => {
    const portal = await testPortal()
    assert.match((await find(portal, 'mía '.repeat(100))).main(), /chỉ phần đầu được dùng/)
    assert.doesNotMatch((await find(portal, 'mía')).main(), /chỉ phần đầu được dùng/)
  })

  test('follows taking down', async () => {
    const portal = await testPortal()
    const id = await published(portal, { title: 'Mía' })
    const now = portal.clock.now()
    await inTransaction(portal.database, async (transaction) => {
      await transaction.updateTable('articles').set({ withdrawn_at: now }).where('id', '=', id).execute()
      await searchWriter(portal.database, transaction, now).follow(id)
    })
    assert.equal(heading((await find(portal, 'mía')).text), 'Không có tin nào đủ các từ này')
  })
})

test('whatever stands in the address, the answer is a page', async () => {
  const portal = await testPortal({ TRUST_PROXY: 'loopback' })
  await published(portal, { title: 'Hội nghị' })
  const odd = [
    ...['q=%00', 'q=%ff%fe', 'q=%ed%a0%80', 'q=%', 'q=%E0%A4%A', 'q[]=a', 'q[a]=b', 'q=a&q=b&q=c', '__proto__=1', 'q'],
    ...['"', '*', 'AND', "' or 1=1 --", '<script>', '🌾', 'a', '\u202e', '(((('].map(
      (text) => `q=${encodeURIComponent(text)}`,
    ),
    `q=${'a'.repeat(10_000)}`,
    `q=${'a+'.repeat(5_000)}`,
    `q=${'%22'.repeat(3_000)}`,
    'q=m&chuyen-muc=1&chuyen-muc=2&nam=1&nam=2&trang=1&trang=1',
  ]
  for (const [number, query] of odd.entries()) {
    const visitor = portal.visitor({ address: `203.0.113.${number}` })
    for (const path of [searchPath, `${searchPath}/goi-y`]) {
      const { status } = await visitor.get(`${path}?${query}`)
      assert.ok([200, 400, 404].includes(status), `${path}?${query.slice(0, 40)}: ${status}`)
    }
  }
})

describe('the budget', () => {
  test('is in words when somebody has spent it, and comes back', async () => {
    const portal = await testPortal({ TRUST_PROXY: 'loopback' })
    const ask = (address: string) => portal.visitor({ address }).get(`${searchPath}?q=mia`)
    for (let search = 0; search < 30; search++) assert.equal((await ask('203.0.113.9')).status, 200)

    const refused = await ask('203.0.113.9')
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1'])
    assert.match(refused.main(), /<h1>/)
    assert.equal((await ask('203.0.113.10')).status, 200)
    portal.clock.advance({ seconds: 1 })
    assert.equal((await ask('203.0.113.9')).status, 200)
  })

  test('is not spent by opening the empty page', async () => {
    const portal = await testPortal()
    for (let visit = 0; visit < 35; visit++) assert.equal((await portal.visitor().get(searchPath)).status, 200)
  })
})

describe('suggestions', () => {
  const suggest = async (portal: TestPortal, typed: string) =>
    portal.visitor().get(`${searchPath}/goi-y?q=${encodeURIComponent(typed)}`)

  test('are titles with their addresses, at most eight', async () => {
    const portal = await testPortal()
    const id = await published(portal, { title: 'Bình đẳng giới' })
    for (let number = 1; number <= 9; number++) await published(portal, { title: `Bình yên ${number}` })

    const answer = await suggest(portal, 'binh dang gi')
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.deepEqual(JSON.parse(answer.text), [{ title: 'Bình đẳng giới', path: `/tin-bai/tin-${id}` }])
    assert.equal(JSON.parse((await suggest(portal, 'bì')).text).length, 8)
  })

  test('are none for a letter, for nothing, and for what stands only in bodies', async () => {
    const portal = await testPortal()
    await published(portal, { title: 'Tin' }, '<p>mía</p>')
    for (const typed of ['t', '', '?', 'mía']) assert.equal((await suggest(portal, typed)).text, '[]', typed)
  })
})
