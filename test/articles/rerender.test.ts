import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rerenderOutdated } from '../../src/articles/rerender.ts'
import { createMarkdown, rendererVersion } from '../../src/markdown/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

test('a picture described anew is told on every page that shows it', async () => {
  const portal = await testPortal()
  const picture = await given.picture(portal, {
    alternativeText: 'Ruộng rau xanh trên đất đỏ',
    caption: 'Chú thích cũ',
  })
  const article = await given.article(portal, { typed: { body: `Trước.\n\n![](anh:${picture.id})` } })
  const before = (await portal.visitor().get(article.path)).main()
  assert.match(before, /alt="Ruộng rau xanh trên đất đỏ"/)
  assert.match(before, /Chú thích cũ/)

  const description = { alternativeText: 'Bốn người đội nón làm việc giữa luống rau', caption: 'Chú thích mới' }
  assert.equal((await portal.as(huong).post(`/quan-tri/hinh-anh/${picture.id}`, description)).status, 303)
  const after = (await portal.visitor().get(article.path)).main()
  assert.match(after, /alt="Bốn người đội nón làm việc giữa luống rau"/)
  assert.match(after, /Chú thích mới/)
  assert.doesNotMatch(after, /Ruộng rau xanh|Chú thích cũ/)
})

test('readers and staff find an article by the caption that its picture has now', async () => {
  const portal = await testPortal()
  const alternativeText = 'Ruộng rau xanh trên đất đỏ'
  const picture = await given.picture(portal, { alternativeText, caption: 'Vườn ươm cũ' })
  await given.article(portal, { typed: { body: `Trước.\n\n![](anh:${picture.id})` } })
  const found = async (typed: string) => [
    /1 kết quả/.test((await portal.visitor().get(`/tim-kiem?q=${encodeURIComponent(typed)}`)).main()),
    /Hội nghị tổng kết/.test((await portal.as(duc).get(`/quan-tri/bai-viet?q=${encodeURIComponent(typed)}`)).main()),
  ]
  assert.deepEqual(await found('vườn ươm cũ'), [true, true])

  const description = { alternativeText, caption: 'Luống cải mới' }
  assert.equal((await portal.as(huong).post(`/quan-tri/hinh-anh/${picture.id}`, description)).status, 303)
  assert.deepEqual(await found('luống cải mới'), [true, true])
  assert.deepEqual(await found('vườn ươm cũ'), [false, false])
})

test('a text that names its own alternative keeps it', async () => {
  const portal = await testPortal()
  const picture = await given.picture(portal, { alternativeText: 'Ruộng rau xanh trên đất đỏ' })
  const typed = { body: `![Luống rau vừa bén rễ ở Tân An](anh:${picture.id})` }
  const article = await given.article(portal, { typed })
  const description = { alternativeText: 'Bốn người đội nón làm việc giữa luống rau' }
  await portal.as(huong).post(`/quan-tri/hinh-anh/${picture.id}`, description)

  assert.match((await portal.visitor().get(article.path)).main(), /alt="Luống rau vừa bén rễ ở Tân An"/)
})

test('a category that moves takes its articles into the lists of its new parents', async () => {
  const portal = await testPortal()
  const news = await given.category(portal, 'Tin tức')
  const notices = await given.category(portal, 'Thông báo')
  const economy = await given.category(portal, 'Kinh tế', news)
  const deep = await given.category(portal, 'Mía đường', economy)
  await given.article(portal, { typed: { categoryId: String(deep) } })
  await given.article(portal, { as: 'withdrawn', typed: { title: 'Đã gỡ rồi', categoryId: String(deep) } })
  const shows = async (path: string) => {
    const page = await portal.visitor().get(path)
    assert.equal(page.status, 200, path)
    assert.doesNotMatch(page.text, /Đã gỡ rồi/)
    return /Hội nghị tổng kết/.test(page.main())
  }
  assert.deepEqual([await shows('/tin-tuc'), await shows('/thong-bao')], [true, false])

  const form = { name: 'Kinh tế', slug: '', parent: String(notices) }
  assert.equal((await portal.as(duc).post(`/quan-tri/chuyen-muc/${economy}`, form)).status, 303)
  assert.deepEqual([await shows('/tin-tuc'), await shows('/thong-bao')], [false, true])
  assert.ok(await shows('/thong-bao/kinh-te/mia-duong'))
})

test('a text that cannot be rendered again keeps what readers have, whatever became of its picture', async () => {
  const portal = await testPortal()
  const picture = await given.picture(portal, { alternativeText: 'Ruộng rau xanh trên đất đỏ' })
  const article = await given.article(portal, { typed: { body: `Trước.\n\n![](anh:${picture.id})` } })
  const body = `${'> '.repeat(4_000)}![](anh:${picture.id})`
  await portal.database.write.updateTable('editions').set({ body }).execute()
  const description = { alternativeText: 'Bốn người đội nón làm việc giữa luống rau' }

  assert.equal((await portal.as(huong).post(`/quan-tri/hinh-anh/${picture.id}`, description)).status, 303)
  assert.match((await portal.visitor().get(article.path)).main(), /<p>Trước\.<\/p>/)
})

test('what an older version made is made again, once', async () => {
  const portal = await testPortal()
  const markdown = createMarkdown()
  closeAfterTest(() => markdown.close())
  const article = await given.article(portal)
  await portal.database.write.updateTable('editions').set({ renderer: '0', body_html: '<p>Cũ</p>' }).execute()
  const tools = { database: portal.database, world: portal.world, markdown, config: portal.config }
  assert.match((await portal.visitor().get(article.path)).main(), /<p>Cũ<\/p>/)

  assert.deepEqual([await rerenderOutdated(tools), await rerenderOutdated(tools)], [1, 0])
  assert.match((await portal.visitor().get(article.path)).main(), /<p>Hội nghị đánh giá kết quả của năm\.<\/p>/)
  const editions = await portal.database.write.selectFrom('editions').select('renderer').execute()
  assert.deepEqual(editions, [{ renderer: rendererVersion }])
})
