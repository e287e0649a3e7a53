import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureReader } from '../../src/media/index.ts'
import { get, library, post } from './ask-media.ts'
import { addArticle, addPicture } from './given-media.ts'
import { type MediaSite, mediaSite } from './media-site.ts'

const path = `${library}/mo-ta`
const zalo = 'z3049385849283_9f8e7d6c5b4a39281706f5e4d3c2b1a0.jpg'

const save = (site: MediaSite, ids: number[], typed: Record<string, string>) =>
  post(site, path, [...ids.map((id): [string, string] => ['id', String(id)]), ...Object.entries(typed)])

const wordsOf = async (site: MediaSite, id: number) =>
  (await pictureReader(site.database.read).find(id))?.alternativeText

test('the ten newest without a description stand on one page, the others behind it, and no file name is offered', async () => {
  const site = await mediaSite()
  const { id } = await addPicture(site.database, 'cũ nhất.jpg')
  await addPicture(site.database, 'xong.jpg', { alternativeText: 'Ruộng rau xanh.' })
  for (let number = 1; number <= 10; number++) await addPicture(site.database, zalo)
  await addArticle(site.database, { title: 'Được mùa', cover: id, as: 'draft' })

  const first = await (await get(site, path)).text()
  assert.equal(first.match(/<section/g)?.length, 10)
  assert.match(first, /Còn 11 ảnh chưa có mô tả/)
  assert.doesNotMatch(first, /cũ nhất|xong\.jpg/)
  assert.match(first, /z3049385849283/)
  for (const [, value] of first.matchAll(/<(?:input|textarea)[^>]*value="([^"]*)"/g))
    assert.doesNotMatch(value ?? '', /z30/)
  for (const [, text] of first.matchAll(/<textarea[^>]*>\n([^<]*)</g)) assert.equal(text, '')

  const next = /href="([^"]*\?before=\d+)"/.exec(first)?.[1] ?? assert.fail('no way on')
  const second = await (await get(site, next)).text()
  assert.equal(second.match(/<section/g)?.length, 1)
  assert.match(second, /cũ nhất\.jpg[\s\S]*Dùng trong 1 bài/)
})

test('each picture is saved by itself, with its own issues; what was typed stays', async () => {
  const site = await mediaSite()
  const ids: number[] = []
  for (const name of ['một.jpg', zalo, 'ba.jpg', 'bốn.jpg']) ids.push((await addPicture(site.database, name)).id)
  const [one = 0, two = 0, three = 0, four = 0] = ids
  const consent = 'Bà Xoan đồng ý ngày 15/02/2017'
  await site.database.write.updateTable('pictures').set({ consent }).where('id', '=', one).execute()

  const answer = await save(site, ids, {
    [`alternativeText-${one}`]: 'Ruộng rau xanh.',
    [`credit-${one}`]: 'Lan Hương',
    [`alternativeText-${two}`]: zalo,
    [`caption-${two}`]: 'Sáng nay ở Tân An',
    [`isDecorative-${three}`]: '1',
  })
  const html = await answer.text()

  assert.equal(answer.status, 422)
  assert.match(html, /Đã lưu mô tả của 2 ảnh/)
  assert.match(html, new RegExp(`href="#alternativeText-${two}">Mô tả đang giống tên tệp`))
  assert.match(html, /Sáng nay ở Tân An/)
  assert.deepEqual(
    [...html.matchAll(/name="id" value="(\d+)"/g)].map(([, id]) => Number(id)),
    [two, four],
  )
  const reader = pictureReader(site.database.read)
  assert.deepEqual((await reader.find(one))?.credit, 'Lan Hương')
  assert.equal(await reader.getConsent(one), consent, 'a form that does not ask for it leaves it')
  assert.equal((await reader.find(three))?.isDecorative, true)
  assert.deepEqual([await wordsOf(site, two), await wordsOf(site, four)], ['', ''])
  assert.deepEqual(site.rerendered, [one, three])

  const rest = await save(site, [two, four], { [`alternativeText-${two}`]: 'Nông dân gặt lúa.' })
  assert.deepEqual([rest.status, rest.headers.get('location')], [303, `${path}?xong=1`])
  assert.match(await (await get(site, `${path}?xong=1`)).text(), /Đã lưu mô tả của 1 ảnh[\s\S]*bốn\.jpg/)
})

test('a description that somebody else wrote meanwhile is not written over, and a second press does nothing', async () => {
  const site = await mediaSite()
  const { id } = await addPicture(site.database, 'một.jpg')
  const typed = { [`alternativeText-${id}`]: 'Ruộng rau xanh.' }
  assert.equal((await save(site, [id], typed)).status, 303)
  assert.equal((await save(site, [id], typed)).status, 303)

  const late = await save(site, [id], { [`alternativeText-${id}`]: 'Một thửa ruộng.' })
  const html = await late.text()
  assert.equal(late.status, 422)
  assert.match(html, /Người khác vừa mô tả ảnh này: “Ruộng rau xanh\.”/)
  assert.match(html, /Một thửa ruộng\./)
  assert.equal(await wordsOf(site, id), 'Ruộng rau xanh.')
  assert.deepEqual(site.rerendered, [id])
})

test('a form without a word saves nothing and says so; strange numbers are no pictures', async () => {
  const site = await mediaSite()
  const { id } = await addPicture(site.database, 'một.jpg')
  const nothing = await save(site, [id], {})
  assert.equal(nothing.headers.get('location'), `${path}?trong`)
  assert.match(await (await get(site, `${path}?trong`)).text(), /Chưa có mô tả nào được viết/)
  const strange = await post(site, path, [
    ['id', 'x'],
    ['id', '99'],
    ['alternativeText-99', 'Không có ảnh này.'],
  ])
  assert.equal(strange.status, 303)
  assert.equal(await wordsOf(site, id), '')
})

test('when every picture has a description, the page says so', async () => {
  const site = await mediaSite()
  await addPicture(site.database, 'một.jpg', { alternativeText: 'Ruộng rau xanh.' })
  assert.match(await (await get(site, path)).text(), /Mọi ảnh đã có mô tả/)
  const library_ = await (await get(site, library)).text()
  assert.doesNotMatch(library_, /Mô tả nhiều ảnh/)
  await addPicture(site.database, 'hai.jpg')
  assert.match(await (await get(site, library)).text(), /href="\/quan-tri\/hinh-anh\/mo-ta">Mô tả nhiều ảnh/)
})
