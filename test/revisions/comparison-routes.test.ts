import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { articleWithPast, save } from './article-with-past.ts'

const portal = await testPortal()
const { desk, categoryId } = await articleWithPast(portal)
const compare = (query: string) => portal.as(huong).get(`${desk}/so-sanh${query}`)

test('a comparison marks the words that went and came, in words too', async () => {
  const main = (await compare('?tu=1&den=2')).main()
  assert.match(main, /<del><span class="vh">bỏ: <\/span>1\.284<\/del> hộ nghèo/)
  assert.match(main, /<ins><span class="vh">thêm: <\/span>1\.248<\/ins> hộ nghèo/)
})

test('a comparison opens the fields that changed and names the others in a line', async () => {
  const main = (await compare('?tu=1&den=2')).main()
  assert.deepEqual(
    [...main.matchAll(/<h2 id="\w+">([^<]+)</g)].map(([, name]) => name),
    ['Nội dung'],
  )
  assert.match(main, /Không đổi:<\/b> Tiêu đề, Lời dẫn, Chuyên mục/)
})

test('a comparison has the older edition first, whichever way they were chosen', async () => {
  const [straight, turned] = [await compare('?tu=1&den=2'), await compare('?tu=2&den=1')]
  assert.match(straight.main(), /<h1>So bản 1 với bản 2<\/h1>/)
  assert.equal(turned.main(), straight.main())
})

test('a comparison shows the last change when nothing was chosen', async () => {
  assert.match((await compare('')).main(), /<h1>So bản 1 với bản 2<\/h1>/)
})

test('a comparison of an edition with itself says that nothing differs', async () => {
  assert.match((await compare('?tu=2&den=2')).main(), /Hai bản không khác nhau chữ nào/)
})

test('a comparison with an edition that is not there is not there', async () => {
  for (const query of ['?tu=1&den=3', '?tu=0&den=1', '?tu=abc&den=1', '?tu=1&tu=2&den=1'])
    assert.equal((await compare(query)).status, 404, query)
})

test('a comparison never lets typed signs become marks of the page', async () => {
  const article = await given.article(portal, { as: 'draft', typed: { categoryId: String(categoryId) } })
  await save(
    portal,
    huong,
    article.desk,
    given.typedArticle({ title: '<b>đậm</b> & "nháy"', body: '<script>1</script>' }),
  )
  const { text } = await portal.as(huong).get(`${article.desk}/so-sanh`)
  assert.match(text, /&lt;script&gt;/)
  assert.doesNotMatch(text, /<script>1|<b>đậm/)
})
