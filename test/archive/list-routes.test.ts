import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { portalWith, titlesOn } from './given-archive.ts'

describe('the latest', () => {
  test('go on after the last article of a page, whatever is published or taken down meanwhile', async () => {
    const articles = Array.from({ length: 25 }, (_, place) => ({
      title: `Tin ${place}`,
      at: `2017-02-10T03:00:${String(place).padStart(2, '0')}.000Z`,
    }))
    const { visitor, ids, portal, given: news } = await portalWith(articles)
    const first = await visitor.get('/tin-moi')
    const [, older = ''] = /href="(\/tin-moi\?sau=\d+)" rel="next"/.exec(first.main()) ?? []
    assert.equal(older, `/tin-moi?sau=${ids[5]}`)
    await news.add({ title: 'Tin vừa đăng' })
    await portal.database.write
      .updateTable('articles')
      .set({ withdrawn_at: '2017-02-17T03:00:00.000Z' })
      .where('id', '=', ids[5] ?? 0)
      .execute()
    const second = await visitor.get(older)
    assert.deepEqual(titlesOn(second.main()), ['Tin 4', 'Tin 3', 'Tin 2', 'Tin 1', 'Tin 0'])
    assert.doesNotMatch(second.main(), /rel="next"/)
    assert.match(second.main(), /href="\/tin-moi">Về tin mới nhất/)
    assert.match(first.text, /<title>Tin mới - /)
    assert.match(second.text, /<title>Tin mới, từ 10:00 10\/02\/2017 trở về trước - /)
  })

  test('begin nowhere else than after an article that readers had', async () => {
    const { visitor, ids } = await portalWith([{ at: '2017-02-10T03:00:00.000Z' }, { at: '2017-02-19T03:00:00.000Z' }])
    assert.equal((await visitor.get(`/tin-moi?sau=${ids[0]}`)).status, 200)
    for (const strange of [`${ids[1]}`, '0', '-1', '99999', 'hai', '', '1&sau=2', '99999999999999999999'])
      assert.equal((await visitor.get(`/tin-moi?sau=${strange}`)).status, 404, strange)
  })
})

describe('tags and authors', () => {
  test('lead from an article to everything else under them', async () => {
    const portal = await testPortal()
    const { path } = await given.article(portal, {
      typed: { tags: 'bình đẳng giới, hội nghị', author: 'Tin, ảnh: Lan Hương - Minh Đức' },
    })
    const visitor = portal.visitor()
    const { text } = await visitor.get(path)
    assert.match(text, /<a href="\/tu-khoa\/binh-dang-gioi">bình đẳng giới<\/a>/)
    assert.match(
      text,
      /Tin, ảnh: <a href="\/tac-gia\/lan-huong">Lan Hương<\/a> - <a href="\/tac-gia\/minh-duc">Minh Đức<\/a>/,
    )
    for (const address of ['/tu-khoa/binh-dang-gioi', '/tac-gia/minh-duc'])
      assert.match((await visitor.get(address)).main(), new RegExp(`href="${path}"`), address)
  })

  test('are text alone in an article that was withdrawn, and lead nowhere', async () => {
    const portal = await testPortal()
    const { path } = await given.article(portal, { as: 'withdrawn', typed: { tags: 'cầu treo' } })
    const visitor = portal.visitor()
    const { text } = await visitor.get(path)
    assert.match(text, /cầu treo/)
    assert.doesNotMatch(text, /href="\/tu-khoa/)
    assert.equal((await visitor.get('/tu-khoa/cau-treo')).status, 404)
  })

  test('follow what is published anew', async () => {
    const portal = await testPortal()
    const { desk, path, categoryId, version } = await given.article(portal, { typed: { tags: 'cầu treo' } })
    const visitor = portal.visitor()
    assert.equal((await visitor.get('/tu-khoa/cau-treo')).status, 200)
    const typed = given.typedArticle({ categoryId: String(categoryId), tags: 'cầu cứng', version: String(version) })
    assert.equal((await portal.as(duc).post(`${desk}/dang`, typed)).status, 303)
    assert.equal((await visitor.get('/tu-khoa/cau-treo')).status, 404)
    assert.match((await visitor.get('/tu-khoa/cau-cung')).main(), new RegExp(path))
  })

  test('an author’s page names the offices that she writes for', async () => {
    const { visitor } = await portalWith([
      { author: 'Lan Hương', unit: 'Văn phòng', at: '2017-02-10T03:00:00.000Z' },
      { author: 'Lan Hương', unit: 'Phòng Y tế', at: '2017-02-12T03:00:00.000Z' },
      { author: 'Lan Hường', unit: 'Trường Nguyễn Du', at: '2017-02-13T03:00:00.000Z' },
    ])
    const main = (await visitor.get('/tac-gia/lan-huong')).main()
    assert.match(main, /<h1>Tác giả: Lan Hương<\/h1>\s*<p>Phòng Y tế<\/p>\s*<p>Văn phòng<\/p>/)
    assert.doesNotMatch(main, /Nguyễn Du/)
    assert.match((await visitor.get('/tac-gia/lan-huong-2')).main(), /<h1>Tác giả: Lan Hường<\/h1>/)
  })

  test('turn their pages', async () => {
    const { visitor } = await portalWith(
      Array.from({ length: 21 }, (_, place) => ({ tags: ['mía'], at: `2017-02-10T03:00:${10 + place}.000Z` })),
    )
    assert.equal(titlesOn((await visitor.get('/tu-khoa/mia')).main()).length, 20)
    assert.equal(titlesOn((await visitor.get('/tu-khoa/mia?trang=2')).main()).length, 1)
    for (const nowhere of ['/tu-khoa/mia?trang=3', '/tu-khoa/MIA', '/tu-khoa/%00', '/tu-khoa/khong', '/tac-gia/mia'])
      assert.equal((await visitor.get(nowhere)).status, 404, nowhere)
  })
})

test('the site map leads to every category, page and year, and every page of it is there', async () => {
  const { visitor } = await portalWith([{ at: '2016-02-10T03:00:00.000Z' }, { at: '2017-02-10T03:00:00.000Z' }])
  const main = (await visitor.get('/so-do-cong')).main()
  const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '')
  for (const wanted of [
    '/tin-moi',
    '/tin-doc-nhieu',
    '/luu-tru',
    '/dinh-chinh',
    '/lien-he',
    '/tim-kiem',
    '/tin-tuc/kinh-te',
    '/luu-tru/2016',
  ])
    assert.ok(links.includes(wanted), wanted)
  for (const link of links) assert.equal((await visitor.get(link)).status, 200, link)
})

test('a category shows the months of its newest year, which lead to its part of the archive', async () => {
  const { visitor } = await portalWith([{ at: '2016-05-10T03:00:00.000Z' }, { at: '2017-02-10T03:00:00.000Z' }])
  const main = (await visitor.get('/tin-tuc/kinh-te')).main()
  assert.match(main, /Lưu trữ năm 2017/)
  assert.match(main, /href="\/luu-tru\/2017\/02\?chuyen-muc=tin-tuc%2Fkinh-te"/)
  assert.match(main, /href="\/luu-tru\/2016\?chuyen-muc=tin-tuc%2Fkinh-te">2016/)
  assert.doesNotMatch((await visitor.get('/thong-bao')).main(), /Lưu trữ năm/)
})
