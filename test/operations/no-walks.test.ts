import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompiledQuery } from 'kysely'
import { noteQueries } from '../support/note-queries.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { testEngine } from '../support/test-database.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** One row or more for each article, picture or deed. */
const growing = [
  ...['articles', 'editions', 'edition_pictures', 'edition_documents', 'article_updates', 'article_events'],
  ...['category_listings', 'label_listings', 'labels', 'pictures', 'picture_versions', 'documents', 'audit_lines'],
]
const pages = [
  ...['/', '/tin-tuc', '/tin-tuc?trang=2', '/dinh-chinh', '/tin-moi', '/tin-doc-nhieu', '/so-do-cong', '/lien-he'],
  ...['/luu-tru', '/luu-tru/2017', '/luu-tru/2017/02', '/luu-tru/2017/02/16', '/luu-tru/2017/02?chuyen-muc=tin-tuc'],
  ...[
    '/rss',
    '/atom/tin-tuc.xml',
    '/rss/dinh-chinh.xml',
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/sitemap-articles-1.xml',
  ],
]
/** Of what waits to be done once; empty afterwards. */
const holdsFew = /USING INDEX picture_versions_unseen/
// PostgreSQL looks at how large a table is, and walks every small one.
const onSqlite = { skip: testEngine !== 'sqlite' }

test('no public page walks a table that grows with the archive', onSqlite, async () => {
  const portal = await sampleDistrict({ PAGE_CACHE_MB: '0' })
  const home = await portal.visitor().get('/')
  const article = /href="(\/tin-bai\/[^"]+)"/.exec(home.text)?.[1] ?? assert.fail()
  const label = /href="(\/tu-khoa\/[^"]+)"/.exec((await portal.visitor().get(article)).text)?.[1] ?? assert.fail()
  const author = await portal.database.read
    .selectFrom('labels')
    .select('slug')
    .where('kind', '=', 'author')
    .executeTakeFirst()
  const queries = noteQueries(portal.database.read)
  const all = [...pages, article, label, `/tac-gia/${author?.slug}`]
  for (const path of all) assert.equal((await portal.visitor().get(path)).status, 200, path)
  await assertNoWalk(portal, queries.taken())
})

test('neither a start with nothing new nor a minute walks a table that grows with the archive', onSqlite, async () => {
  const portal = await sampleDistrict()
  await portal.renewOutdated()
  const { read, write } = portal.database
  const [readings, writings] = [noteQueries(read), noteQueries(write)]
  await portal.renewOutdated()
  await portal.catchUp()
  await portal.deliver()
  await assertNoWalk(portal, [...readings.taken(), ...writings.taken()])
})

async function assertNoWalk({ database }: TestPortal, queries: CompiledQuery[]) {
  const statements = new Map(queries.map((query) => [query.sql, query]))
  const walks: string[] = []
  for (const { sql, parameters } of statements.values()) {
    if (!/^(select|with|insert|update|delete)/.test(sql)) continue
    const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters])
    const { rows } = await database.write.executeQuery<{ detail: string }>(plan as CompiledQuery<{ detail: string }>)
    const isWalk = (detail: string) => growing.some((table) => detail.startsWith(`SCAN ${table}`))
    const walked = rows.filter(({ detail }) => isWalk(detail) && !holdsFew.test(detail))
    walks.push(...walked.map(({ detail }) => `${detail}: ${sql}`))
  }
  assert.ok(statements.size > 5, `${statements.size} statements`)
  assert.deepEqual(walks, [])
}
