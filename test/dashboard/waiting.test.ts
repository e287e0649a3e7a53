import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mayDo as mayRole } from '../../src/accounts/index.ts'
import { deskArticleReader, mayDo } from '../../src/articles/index.ts'
import { rulesReader } from '../../src/rules/index.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong, type Person } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { articleAt, press, sectionFor, setRules, titlesIn, writtenArticle } from './given-board.ts'

const everybody = [huong, binh, duc, an]
const waiting = (portal: TestPortal, person: Person) => sectionFor(portal, person, 'waiting')

describe('what waits for somebody to pass it', () => {
  test('is what the table of transitions lets her pass, whatever the rules', async () => {
    const portal = await testPortal()
    await setRules(portal, { gates: '2' })
    const ids = []
    for (const submitted of [huong, binh, duc])
      ids.push(
        (await articleAt(portal, 'submitted', { writtenBy: submitted, typed: { title: `Gửi: ${submitted.name}` } })).id,
      )
    for (const [submitted, reviewed] of [
      [huong, binh],
      [huong, duc],
      [binh, duc],
      [duc, binh],
    ] as const) {
      const typed = { title: `Gửi: ${submitted.name}, duyệt: ${reviewed.name}` }
      ids.push(
        (await articleAt(portal, 'reviewed', { writtenBy: submitted, signedBy: { submitted, reviewed }, typed })).id,
      )
    }

    let passed = 0
    for (const rules of [
      { gates: '1' },
      { gates: '2' },
      { gates: '1', fourEyes: '1' },
      { gates: '2', fourEyes: '1' },
    ]) {
      await setRules(portal, rules)
      for (const person of everybody) {
        const shown = titlesIn(await waiting(portal, person))
        const wanted = await passableBy(portal, person, ids)
        assert.deepEqual(shown.toSorted(), wanted.toSorted(), `${JSON.stringify(rules)}: ${person.name}`)
        passed += shown.length
      }
    }
    assert.ok(passed > 20)
  })

  test('has a button, says since when it waits, and stands in the order of waiting', async () => {
    const portal = await testPortal()
    await articleAt(portal, 'submitted', { typed: { title: 'Chờ lâu' } })
    portal.clock.advance({ hours: 3 })
    await articleAt(portal, 'submitted', { typed: { title: 'Mới gửi' } })
    portal.clock.advance({ minutes: 52 })
    const { rows, links } = await waiting(portal, duc)
    assert.deepEqual(
      rows.map(({ title, button }) => [title, button]),
      [
        ['Chờ lâu', 'Đọc và duyệt: Chờ lâu'],
        ['Mới gửi', 'Đọc và duyệt: Mới gửi'],
      ],
    )
    assert.match(rows[0]?.text ?? '', /Chờ duyệt Lan Hương, Tin tức, chờ 3 giờ/)
    assert.match(rows[1]?.text ?? '', /chờ 52 phút/)
    assert.deepEqual(links, [{ name: 'Xem tất cả chờ duyệt', path: '/quan-tri/bai-viet?trang-thai=submitted' }])
    assert.deepEqual((await waiting(portal, binh)).rows, [])
  })

  test('is not hidden behind what others must pass', async () => {
    const portal = await testPortal()
    await setRules(portal, { gates: '1', fourEyes: '1' })
    for (let number = 1; number <= 9; number++)
      await articleAt(portal, 'submitted', { writtenBy: duc, typed: { title: `Đức gửi ${number}` } })
    await articleAt(portal, 'submitted', { typed: { title: 'Hương gửi sau cùng' } })
    assert.deepEqual(titlesIn(await waiting(portal, duc)), ['Hương gửi sau cùng'])
    assert.equal((await waiting(portal, an)).rows.length, 8)
  })
})

describe('what was sent back', () => {
  test('waits for its writer with the reason, and for nobody else', async () => {
    const portal = await testPortal()
    const article = await articleAt(portal, 'returned', { typed: { title: 'Thiếu số liệu' } })
    const { rows, links } = await waiting(portal, huong)
    assert.deepEqual(
      rows.map(({ title, path, button }) => [title, path, button]),
      [['Thiếu số liệu', article.desk, null]],
    )
    assert.match(rows[0]?.text ?? '', /Trả lại Trần Văn Bình trả lại: Bổ sung số hộ nghèo của từng xã\./)
    assert.equal(links[0]?.path, '/quan-tri/bai-viet?trang-thai=returned')
    for (const person of [given.colleagueOf(huong), binh, duc])
      assert.deepEqual((await waiting(portal, person)).rows, [])
  })

  test('waits for the colleague too who saved it last', async () => {
    const portal = await testPortal()
    const article = await writtenArticle(portal, { typed: { title: 'Bình sửa giúp' } })
    await press(portal, binh, article.desk, 'gui-duyet', { lead: 'Sáng 15/02/2017, huyện tổng kết công tác một năm.' })
    await press(portal, duc, article.desk, 'tra-lai', { note: 'Viết gọn lại.' })
    assert.deepEqual(titlesIn(await waiting(portal, binh)), ['Bình sửa giúp'])
    assert.deepEqual(titlesIn(await waiting(portal, huong)), ['Bình sửa giúp'])
    assert.deepEqual(titlesIn(await waiting(portal, duc)), [])
  })
})

test('what was published past the gates waits for whoever else may publish', async () => {
  const portal = await testPortal()
  await setRules(portal, { gates: '1', fourEyes: '1' })
  const article = await articleAt(portal, 'unreviewed', { typed: { title: 'Thông báo khẩn' } })
  const { rows, links } = await waiting(portal, an)
  assert.deepEqual(
    rows.map(({ title, button }) => [title, button]),
    [['Thông báo khẩn', 'Đọc và duyệt lại: Thông báo khẩn']],
  )
  assert.match(rows[0]?.text ?? '', /Đăng chưa duyệt Lê Minh Đức đăng ngay, chưa ai duyệt: Bão sắp vào/)
  assert.equal(links[0]?.path, '/quan-tri/bai-viet?trang-thai=unreviewed')
  for (const person of [huong, binh, duc]) assert.deepEqual((await waiting(portal, person)).rows, [], person.name)

  await press(portal, an, article.desk, 'duyet-lai')
  assert.deepEqual((await waiting(portal, an)).rows, [])
})

describe('a comment that mentions somebody', () => {
  const mention = async (portal: TestPortal, desk: string, person: Person, comment: string) => {
    const form = { comment, [`mention-${await portal.idOf(person)}`]: '1' }
    assert.equal((await portal.as(binh).post(`${desk}/trao-doi`, form)).status, 303)
  }

  test('waits for her until she has seen it', async () => {
    const portal = await testPortal()
    const article = await writtenArticle(portal, { typed: { title: 'Quy ước phố văn minh' } })
    await portal.idOf(duc)
    await mention(portal, article.desk, huong, 'Em xem lại tên xã nhé.')
    const { rows } = await waiting(portal, huong)
    assert.deepEqual(
      rows.map(({ title, path }) => [title, path]),
      [['Quy ước phố văn minh', `${article.desk}#trao-doi`]],
    )
    assert.match(rows[0]?.text ?? '', /Trần Văn Bình nhắc bạn: “Em xem lại tên xã nhé\.”/)
    assert.deepEqual((await waiting(portal, duc)).rows, [])

    await portal.as(huong).post(`${article.desk}/trao-doi/da-xem`, { seenTo: '1' })
    assert.deepEqual((await waiting(portal, huong)).rows, [])
  })

  test('is not told to who may no longer open the article', async () => {
    const portal = await testPortal()
    const article = await writtenArticle(portal, { typed: { title: 'Quy ước phố văn minh' } })
    await mention(portal, article.desk, huong, 'Em xem lại tên xã nhé.')
    assert.equal((await waiting(portal, huong)).rows.length, 1)
    await portal.database.write
      .updateTable('articles')
      .set({ created_by: await portal.idOf(binh) })
      .execute()
    assert.deepEqual((await waiting(portal, huong)).rows, [])
  })

  test('keeps its place beside many that wait to be passed', async () => {
    const portal = await testPortal()
    for (let number = 1; number <= 9; number++)
      await articleAt(portal, 'submitted', { typed: { title: `Chờ duyệt ${number}` } })
    await portal.idOf(duc)
    const article = await writtenArticle(portal, { typed: { title: 'Có lời nhắc' } })
    await mention(portal, article.desk, duc, 'Anh xem giúp.')
    const titles = titlesIn(await waiting(portal, duc))
    assert.deepEqual([titles.length, titles[0], titles[1]], [8, 'Có lời nhắc', 'Chờ duyệt 1'])
  })
})

test('who has nothing waiting is told what will come, and what to do', async () => {
  const portal = await testPortal()
  const hers = await waiting(portal, huong)
  assert.match(hers.text, /Không có gì chờ bạn\. Bài trả lại cho bạn và lời nhắc đến bạn sẽ hiện ở đây\./)
  assert.match((await waiting(portal, binh)).text, /Bài gửi bạn duyệt/)
  assert.match(hers.text, /Viết tin mới/)
})

/** By the table itself, asked about each article as the editor would show it. */
async function passableBy(portal: TestPortal, person: Person, ids: number[]): Promise<string[]> {
  const { read } = portal.database
  const staff = {
    id: await portal.idOf(person),
    may: (permission: Parameters<typeof mayRole>[1]) => mayRole(person.role, permission),
  }
  const rules = await rulesReader(read).get()
  const articles = await Promise.all(ids.map((id) => deskArticleReader(read).find(id)))
  return articles
    .filter((article) =>
      (['review', 'publish'] as const).some((deed) => mayDo(deed, { article, staff, rules, now: portal.clock.now() })),
    )
    .map((article) => article?.content.title ?? '')
}
