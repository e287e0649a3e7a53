import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Answer } from '../support/client.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf } from '../support/html.ts'
import { duc, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import {
  approver,
  askedDraft,
  editionOn,
  type GivenLink,
  link,
  linksPath,
  published,
  rewritten,
  send,
  textOf,
} from './given-previews.ts'

const endedWords = /Liên kết này không còn dùng được/

/** Title, dates, text, byline and footer, as a reader's page and a preview have them. */
const article = (page: Answer) =>
  /<article class="article">[\s\S]*?<footer>/.exec(page.main())?.[0] ?? assert.fail(page.main())

/** What a page is allowed to leave behind: nothing. */
function assertSecret({ headers, status }: Answer, what: string) {
  const seen = ['cache-control', 'referrer-policy', 'x-robots-tag', 'set-cookie', 'etag'].map((name) =>
    headers.get(name),
  )
  assert.deepEqual(seen, ['no-store', 'no-referrer', 'noindex', null, null], `${what}: ${status}`)
}

describe('a preview', () => {
  test('is the page that readers will get, and says that they do not have it yet', async () => {
    const portal = await testPortal()
    const typed = {
      body: '## Mục\n\nĐoạn **một**.\n\n| Xã | Mía |\n|---|---|\n| Phú An | 2 |',
      tags: 'mía, đường',
      sourceName: 'Báo Gia Lai',
      sourceAddress: 'https://baogialai.com.vn/',
      publishAt: '2017-02-16T16:40',
    }
    const draft = await given.article(portal, { as: 'draft', typed })
    const { path } = await link(portal, draft.desk)
    const seen = await portal.visitor().get(path)
    assert.equal(seen.status, 200)
    assert.match(
      seen.text,
      /<aside class="alert"[^>]*>.*Bản xem trước, chưa đăng: nội dung còn có thể thay đổi\. Liên kết dùng được đến 20\/02\/2017, 10:00\./,
    )
    assert.doesNotMatch(seen.text, /rel="canonical"|og:url/)
    assert.equal((await portal.visitor().get(draft.path)).status, 404)

    portal.clock.advance({ minutes: 1 })
    await published(portal, duc, draft, typed)
    const page = await portal.visitor().get(draft.path)
    assert.equal(withoutSharing(article(seen)), withoutSharing(article(page)))
    assert.match(article(seen), /Đoạn <strong>một<\/strong>[\s\S]*Phú An[\s\S]*Báo Gia Lai/)
  })

  test('shows the newest text, however often it is saved', async () => {
    const portal = await testPortal()
    const { article: draft, link: made } = await askedDraft(portal)
    const visitor = portal.visitor()
    assert.match((await visitor.get(made.path)).main(), /kết quả của năm/)
    await rewritten(portal, draft, { title: 'Tiêu đề mới', body: 'Chữ mới.' })
    const page = await visitor.get(made.path)
    assert.match(page.main(), /<h1>Tiêu đề mới<\/h1>[\s\S]*Chữ mới\./)
    assert.doesNotMatch(page.main(), /kết quả của năm/)
  })

  test('of a correction shows the box that readers will get, and what they were told before', async () => {
    const portal = await testPortal()
    const live = await given.article(portal)
    portal.clock.advance({ hours: 1 })
    await rewritten(portal, live, {
      body: 'Hội nghị đánh giá kết quả của sáu tháng.',
      changeKind: 'correction',
      wrongText: 'của năm',
      rightText: 'của sáu tháng',
      changeNote: 'Có chỗ sai thời gian.',
    })
    const { path } = await link(portal, live.desk)
    assert.match(
      textOf(await portal.visitor().get(path)),
      /Ngày đăng bài: 17\/02\/2017 Cập nhật: 17\/02\/2017, 11:00 Đính chính .*của năm.*của sáu tháng/,
    )
    const reader = textOf(await portal.visitor().get(live.path))
    assert.ok(reader.includes('kết quả của năm') && !reader.includes('Đính chính'))
  })

  test('leaves nothing behind: no copy, no index entry, no address in a link, no cookie', async () => {
    const portal = await testPortal()
    const { link: made } = await askedDraft(portal)
    const visitor = portal.visitor()
    const edition = editionOn(await visitor.get(made.path))
    assertSecret(await visitor.get(made.path), 'preview')
    assertSecret(await visitor.head(made.path), 'preview with HEAD')
    assertSecret(await send(visitor, `${made.path}/can-sua`, { edition }), 'refused answer')
    assertSecret(await send(visitor, `${made.path}/dong-y`, { edition: '1' }), 'answer about another text')
    assertSecret(await send(visitor, `${made.path}/dong-y`, { edition }), 'answer')
    assertSecret(await visitor.get(`/xem-truoc/${'a'.repeat(22)}`), 'unknown link')
    portal.clock.advance({ days: 3 })
    assertSecret(await visitor.get(made.path), 'ended link')
    assert.equal(visitor.cookies.size, 0)
  })

  test('needs no session and gives none away', async () => {
    const portal = await testPortal()
    const { article: draft, link: made } = await askedDraft(portal)
    const page = await portal.visitor().get(made.path)
    assert.doesNotMatch(page.text, /form-token|\/quan-tri\/|class="side"/)
    assert.equal(page.status, 200)
    const asked = await portal.visitor().get(draft.desk)
    assert.equal(asked.location?.startsWith('/quan-tri/dang-nhap'), true)
  })

  test('is as clean as what is published', async () => {
    const portal = await testPortal()
    const typed = { title: 'A <b>đậm</b>', body: '<script>alert(1)</script> <a href="javascript:alert(1)">nối</a>' }
    const { desk } = await given.article(portal, { as: 'draft', typed })
    const page = (await portal.visitor().get((await link(portal, desk)).path)).main()
    assert.match(page, /<h1>A &lt;b&gt;đậm&lt;\/b&gt;<\/h1>[\s\S]*<a>nối<\/a>/)
    assert.doesNotMatch(page, /alert\(1\)|javascript:/)
  })

  test('asks nobody when the link names nobody', async () => {
    const portal = await testPortal()
    const { desk } = await given.article(portal, { as: 'draft' })
    const made = await link(portal, desk)
    const page = await portal.visitor().get(made.path)
    assert.doesNotMatch(page.main(), /method="post"|name="edition"/)
    for (const way of ['dong-y', 'can-sua'])
      assert.equal((await send(portal.visitor(), `${made.path}/${way}`, { edition: '1', note: 'x' })).status, 404)
    const asked = await link(portal, desk, { approver })
    assert.match((await portal.visitor().get(asked.path)).main(), /name="edition"/)
  })

  test('waits when one link is opened very often, and opens others meanwhile', async () => {
    const portal = await testPortal()
    const { article: draft, link: made } = await askedDraft(portal)
    const other = await link(portal, draft.desk)
    const visitor = portal.visitor()
    for (let opening = 0; opening < 60; opening++) assert.equal((await visitor.get(made.path)).status, 200)
    const refused = await visitor.get(made.path)
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1'])
    assert.match(refused.main(), /Bạn thử quá nhiều lần/)
    assert.equal((await visitor.get(other.path)).status, 200)
    portal.clock.advance({ seconds: 1 })
    assert.equal((await visitor.get(made.path)).status, 200)
  })
})

describe('pictures of a preview', () => {
  test('are fetched below its own address, and only with it', async () => {
    const portal = await testPortal()
    const { draft, made, cover, inText } = await illustrated(portal)
    const sources = await picturesOn(portal, made)
    assert.deepEqual(
      [...new Set(sources.map((source) => source.replace(/\/[^/]+$/, '')))],
      [cover, inText].map(({ key }) => `${made.path}/anh/${key}`),
    )
    assert.ok(sources.length > 4)
    for (const source of sources) {
      const file = await portal.visitor().get(source)
      assert.equal(file.status, 200, source)
      assert.match(file.headers.get('content-type') ?? '', /^image\/(webp|jpeg)$/)
      assertSecret(file, source)
    }
    const names = sources.map((source) => source.replace(`${made.path}/anh/`, ''))
    const [name = ''] = names
    const other = await link(portal, await newDraft(portal, draft.categoryId))
    const elsewhere = [
      `/hinh-anh/${name}`,
      `${other.path}/anh/${name}`,
      `/xem-truoc/${'a'.repeat(22)}/anh/${name}`,
      `${made.path}/anh/${name.replace(/\.\w+$/, '.png')}`,
      `${made.path}/anh/${name.replace(/^\w+/, '0'.repeat(20))}`,
      `${made.path}/anh/${name.replace('/', '/..%2f')}`,
      `${made.path}/anh/%00/x.jpg`,
    ]
    for (const path of elsewhere) assert.equal((await portal.visitor().get(path)).status, 404, path)
  })

  test('are those of the newest text alone', async () => {
    const portal = await testPortal()
    const { draft, made, inText } = await illustrated(portal)
    const source = (await picturesOn(portal, made)).find((path) => path.includes(inText.key)) ?? assert.fail()
    assert.equal((await portal.visitor().get(source)).status, 200)
    await rewritten(portal, draft, { body: 'Bài không còn ảnh.' })
    assert.equal((await portal.visitor().get(source)).status, 404)
  })

  test('end with the link', async () => {
    const portal = await testPortal()
    const { draft, made } = await illustrated(portal)
    const [source = ''] = await picturesOn(portal, made)
    await portal.as(huong).post(`${linksPath(draft.desk)}/${made.id}/thu-hoi`)
    const answer = await portal.visitor().get(source)
    assert.equal(answer.status, 410)
    assertSecret(answer, 'picture of a revoked link')
  })

  test('stay closed to readers until the article is published', async () => {
    const portal = await testPortal()
    const { draft, made, cover, inText } = await illustrated(portal)
    const names = (await picturesOn(portal, made)).map((source) => source.replace(`${made.path}/anh`, '/hinh-anh'))
    assert.equal((await portal.visitor().get(names[0] ?? '')).status, 404)
    portal.clock.advance({ minutes: 1 })
    const coverAlternative = 'Ruộng rau xanh trên đất đỏ'
    const body = `![Bốn người đội nón giữa luống rau](anh:${inText.id})`
    await published(portal, duc, draft, { coverPictureId: String(cover.id), coverAlternative, body })
    assert.equal((await portal.visitor().get(names[0] ?? '')).status, 200)
  })
})

describe('a link that ended', () => {
  const endings: [how: string, end: (portal: TestPortal, given: Asked) => Promise<unknown>][] = [
    ['because its time is over', async ({ clock }) => clock.advance({ days: 3 })],
    [
      'because it was revoked',
      (portal, { article: { desk }, link: { id } }) => portal.as(huong).post(`${linksPath(desk)}/${id}/thu-hoi`),
    ],
    ['because the article was deleted', (portal, { article: { desk } }) => portal.as(huong).post(`${desk}/xoa`)],
    [
      'because the article was erased',
      async (portal, { article: { desk, id } }) => {
        await portal.as(huong).post(`${desk}/xoa`)
        portal.clock.advance({ days: 31 })
        await portal.catchUp()
        const { erased_at } = await portal.database.write
          .selectFrom('articles')
          .select('erased_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        assert.notEqual(erased_at, null)
      },
    ],
    [
      'because the article was published',
      async (portal, { article }) => {
        portal.clock.advance({ minutes: 1 })
        await published(portal, duc, article)
      },
    ],
    [
      'because the hour of the article has come',
      async (portal, { article, link: made }) => {
        portal.clock.advance({ minutes: 1 })
        await published(portal, duc, article, { publishAt: '2017-02-17T12:00' })
        assert.equal((await portal.visitor().get(made.path)).status, 200)
        portal.clock.set('2017-02-17T05:00:00Z')
      },
    ],
  ]
  type Asked = Awaited<ReturnType<typeof askedDraft>>

  for (const [how, end] of endings) {
    test(`${how} says nothing but that`, async () => {
      const portal = await testPortal()
      const asked = await askedDraft(portal)
      const { path } = asked.link
      const edition = editionOn(await portal.visitor().get(path))
      await end(portal, asked)
      const answers = [
        await portal.visitor().get(path),
        await portal.visitor().get(`${path}?xong`),
        await send(portal.visitor(), `${path}/dong-y`, { edition }),
        await send(portal.visitor(), `${path}/can-sua`, { edition, note: 'Sửa.' }),
        await portal.visitor().get(`${path}/anh/${'0'.repeat(20)}/a-480.jpg`),
      ]
      const main = answers[0]?.main() ?? ''
      for (const answer of answers) {
        assert.equal(answer.status, 410)
        assert.equal(answer.main(), main)
        assertSecret(answer, how)
      }
      assert.match(main, endedWords)
      assert.doesNotMatch(main, /Hội nghị|Hạnh|thu hồi liên kết lúc|\d{2}\/\d{2}\/\d{4}/)
      assert.equal((await portal.database.write.selectFrom('preview_answers').selectAll().execute()).length, 0)
    })
  }

  test('looks the same whatever ended it', async () => {
    const pages: string[] = []
    for (const [, end] of endings) {
      const portal = await testPortal()
      const asked = await askedDraft(portal)
      await end(portal, asked)
      pages.push((await portal.visitor().get(asked.link.path)).main())
    }
    assert.equal(new Set(pages).size, 1)
    assert.equal(pages.length, endings.length)
  })

  test('of an erased article keeps nothing that was said of it', async () => {
    const portal = await testPortal()
    const { article: draft, link: made } = await askedDraft(portal)
    const edition = editionOn(await portal.visitor().get(made.path))
    await send(portal.visitor(), `${made.path}/can-sua`, { edition, note: 'Bỏ câu về anh Nam.' })
    assert.match(JSON.stringify(await keptOf(portal)), /anh Nam.*Hạnh|Hạnh.*anh Nam/)
    await portal.as(huong).post(`${draft.desk}/xoa`)
    portal.clock.advance({ days: 31 })
    await portal.catchUp()
    const kept = await keptOf(portal)
    assert.doesNotMatch(JSON.stringify(kept), /anh Nam|Hạnh/)
    assert.deepEqual([kept.links.length, kept.answers.length, kept.events.length], [1, 0, 0])
  })
})

describe('an address that is no link', () => {
  test('is answered like any other that is not there', async () => {
    const portal = await testPortal()
    const { link: made } = await askedDraft(portal)
    const { token } = made
    const other = token.endsWith('A') ? 'Q' : 'A'
    const tokens = [
      'a'.repeat(22),
      '%00',
      `${token}%00`,
      `${token.slice(0, -1)}${other}`,
      token.slice(0, -1),
      `${token}a`,
      token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      'x'.repeat(10_000),
      '..%2f..%2fetc%2fpasswd',
      "' or 1=1 --",
      '%ef%bf%bf',
      '%F0%9F%98%80',
    ]
    for (const wrong of tokens) {
      const answer = await portal.visitor().get(`/xem-truoc/${wrong}`)
      assert.equal(answer.status, 404, wrong.slice(0, 40))
      assert.match(answer.main(), /Không tìm thấy trang này/)
      assert.equal((await send(portal.visitor(), `/xem-truoc/${wrong}/dong-y`, { edition: '1' })).status, 404)
    }
    for (const path of ['/xem-truoc', '/xem-truoc/', `${made.path}/khac`, `${made.path}/anh`])
      assert.equal((await portal.visitor().get(path)).status, 404, path)
    assert.equal((await portal.visitor().get('/xem-truoc/%E0%A4%A')).status, 400)
    assert.equal((await portal.visitor().get(made.path)).status, 200)
  })

  test('does not stand in the log, whatever goes wrong there', async () => {
    const portal = await testPortal({ LOG_LEVEL: 'debug' })
    const { link: made } = await askedDraft(portal)
    await portal.visitor().get(made.path)
    await sql`alter table preview_links rename to lost_links`.execute(portal.database.write)
    const answer = await portal.visitor().get(made.path)
    assert.equal(answer.status, 500)
    const log = portal.logLines.join('')
    assert.ok(log.includes('bug') && !log.includes(made.token))
  })

  test('can be no category’s', async () => {
    const portal = await testPortal()
    await assert.rejects(given.category(portal, 'Xem trước'))
    assert.ok((await given.category(portal, 'Xem sau')) > 0)
  })
})

async function illustrated(portal: TestPortal) {
  const cover = await given.picture(portal, { alternativeText: 'Ruộng rau xanh trên đất đỏ' })
  const inText = await given.picture(portal, { alternativeText: 'Bốn người đội nón giữa luống rau' })
  const typed = { coverPictureId: String(cover.id), body: `![](anh:${inText.id})` }
  const draft = await given.article(portal, { as: 'draft', typed })
  return { draft, made: await link(portal, draft.desk), cover, inText }
}

/** Every address of a file that the page names, as browsers choose among them. */
async function picturesOn(portal: TestPortal, { path }: GivenLink): Promise<string[]> {
  const page = pageOf((await portal.visitor().get(path)).main())
  return elementsIn(page)
    .filter(({ tagName }) => tagName === 'img' || tagName === 'source')
    .flatMap(({ properties }) => [properties['src'], properties['srcSet']])
    .flatMap((value) => (value ? [value].flat() : []))
    .flatMap((value) => String(value).split(', '))
    .map((candidate) => candidate.replace(/ \d+w$/, ''))
}

async function newDraft(portal: TestPortal, categoryId: number): Promise<string> {
  const typed = { categoryId: String(categoryId), title: 'Bài khác' }
  return (await given.article(portal, { as: 'draft', typed })).desk
}

/** Who has no public address has nothing to share, and stands in no list of a tag or an author. */
const withoutSharing = (html: string) =>
  html
    .replace(/<\/fieldset>[\s\S]*?(?=<div class="prose">)/, '')
    .replace(/<a href="\/(?:tac-gia|tu-khoa)\/[^"]*">([^<]*)<\/a>/g, '$1')

async function keptOf({ database: { write } }: TestPortal) {
  return {
    links: await write.selectFrom('preview_links').selectAll().execute(),
    answers: await write.selectFrom('preview_answers').selectAll().execute(),
    events: await write.selectFrom('article_events').selectAll().execute(),
  }
}
