import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { verifyChain } from '../../src/audit/index.ts'
import type { Schema } from '../../src/database/index.ts'
import { formIn } from '../newsdesk/editor-form.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { declaredTables } from '../support/row-types.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { duringNewSession } from './two-people.ts'

const title = /Hội nghị tổng kết/

describe('the trash', () => {
  const thrownAway = async () => {
    const portal = await testPortal()
    const article = await given.article(portal, { as: 'withdrawn' })
    assert.equal((await portal.as(huong).post(`${article.desk}/trao-doi`, { comment: 'Bài này sao thế?' })).status, 303)
    assert.equal((await portal.as(duc).post(`${article.desk}/xoa`)).status, 303)
    return { portal, ...article }
  }
  const ofArticle = async ({ database }: TestPortal) => {
    const [article] = await database.write.selectFrom('articles').selectAll().execute()
    const count = async (table: 'editions' | 'comments' | 'article_events' | 'article_updates' | 'autosaves') =>
      (await database.write.selectFrom(table).select('article_id').execute()).length
    return {
      slug: article?.slug,
      editions: await count('editions'),
      comments: await count('comments'),
      events: await count('article_events'),
      updates: await count('article_updates'),
      kept: await count('autosaves'),
    }
  }

  test('gives everything back on the 29th day', async () => {
    const { portal, desk, path } = await thrownAway()
    const before = await ofArticle(portal)
    portal.clock.advance({ days: 29 })
    await portal.catchUp()
    await duringNewSession(portal, async () => {
      assert.equal((await portal.as(duc).post(`${desk}/khoi-phuc`)).status, 303)
      assert.equal(formIn(await portal.as(duc).get(desk))['title'], 'Hội nghị tổng kết năm 2016')
      assert.match((await portal.as(duc).get(desk)).main(), /Bài này sao thế\?/)
    })
    assert.match((await portal.visitor().get(path)).text, /Đăng nhầm bản chưa duyệt/)
    assert.deepEqual(await ofArticle(portal), { ...before, events: before.events + 1 })
    portal.clock.advance({ days: 60 })
    await portal.catchUp()
    assert.deepEqual((await ofArticle(portal)).editions, before.editions)
  })

  test('is emptied on the 31st day: the address says gone, the audit log remembers, nothing else is left', async () => {
    const { portal, desk, path } = await thrownAway()
    portal.clock.advance({ days: 29, hours: 23 })
    await portal.catchUp()
    assert.equal((await ofArticle(portal)).editions, 1)
    portal.clock.advance({ days: 1, hours: 1 })
    await portal.catchUp()
    assert.deepEqual(await ofArticle(portal), { slug: '', editions: 0, comments: 0, events: 0, updates: 0, kept: 0 })
    assert.equal((await portal.visitor().get(path)).status, 410)

    const lines = await portal.database.write
      .selectFrom('audit_lines')
      .select(['act', 'staff_name', 'subject_title'])
      .where('subject_kind', '=', 'article')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      lines.map(({ act }) => act),
      ['created', 'published', 'withdrew', 'trashed', 'erased'],
    )
    assert.deepEqual(lines.at(-1), { act: 'erased', staff_name: '', subject_title: 'Hội nghị tổng kết năm 2016' })
    assert.equal((await verifyChain(portal.database.write)).brokenAt, null)

    await duringNewSession(portal, async () => {
      assert.equal((await portal.as(duc).post(`${desk}/khoi-phuc`)).status, 404)
      assert.equal((await portal.as(duc).get(desk)).status, 404)
      const { text, status } = await portal.as(duc).get('/quan-tri/bai-viet?trang-thai=trash')
      assert.equal(status, 200)
      assert.doesNotMatch(text, title)
      assert.doesNotMatch((await portal.as(duc).get('/quan-tri/bai-viet?trang-thai=trash&q=tổng+kết')).main(), title)
    })
    const erased = await given.everythingStored(portal)
    await portal.catchUp()
    assert.deepEqual(await given.everythingStored(portal), erased)
  })

  test('takes with it whatever any room kept beside the article', async () => {
    const { portal, id } = await thrownAway()
    const { write } = portal.database
    const [staff, now] = [await portal.idOf(huong), portal.clock.now()]
    await write
      .insertInto('preview_links')
      .values({
        ...{ article_id: id, token_hash: 'a', approver_name: 'Ông Ksor H’Blâm', created_at: now, created_by: staff },
        expires_at: now,
      })
      .execute()
    const nobody = { quote: '', name: 'Siu H’Lan', contact: '0905 123 456', answer: '', note: '' }
    await write
      .insertInto('reader_reports')
      .values({ article_id: id, at: now, due_at: now, body: 'Sai tên thôn.', ...nobody })
      .execute()
    await write
      .insertInto('autosaves')
      .values({ staff_id: staff, slot: `article-${id}`, article_id: id, form: '{}', saved_at: now })
      .execute()
    assert.ok((await tablesThatName(portal, id)).length >= 6)
    portal.clock.advance({ days: 31 })
    await portal.catchUp()
    // That there was a link stays, so that it can say that it has ended.
    assert.deepEqual(await tablesThatName(portal, id), ['preview_links'])
    const { audit_lines: remembered, ...stored } = await given.everythingStored(portal)
    assert.match(JSON.stringify(remembered), title)
    assert.doesNotMatch(JSON.stringify(stored), /Hội nghị|Bài này sao thế|Sai tên thôn|Ksor|H’Lan|0905/)
  })
})

/** Every table that has a row of this article. */
async function tablesThatName({ database }: TestPortal, articleId: number): Promise<string[]> {
  const tables = Object.entries(declaredTables()).filter(([, columns]) => 'article_id' in columns)
  const named = await Promise.all(
    tables.map(async ([table]) => {
      const rows = await database.write
        .selectFrom(table as keyof Schema)
        .selectAll()
        .execute()
      return rows.some((row) => (row as { article_id?: number }).article_id === articleId) ? [table] : []
    }),
  )
  return named.flat()
}
