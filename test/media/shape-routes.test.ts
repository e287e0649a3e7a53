import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import sharp from 'sharp'
import { inTransaction } from '../../src/database/index.ts'
import { type Picture, pictureReader, pictureWriter } from '../../src/media/index.ts'
import { pictureFiles } from '../../src/media/picture-files.ts'
import { get, library, post, send, sendOne } from './ask-media.ts'
import { addArticle, temporaryFolder } from './given-media.ts'
import { type MediaSite, mediaSite } from './media-site.ts'
import { blue, inOtherBytes, plain, red, twoHalves, written } from './pictures.ts'

const halves = await twoHalves({ width: 800, height: 600 }).jpeg().toBuffer()
const blueOne = await plain({ width: 640, height: 900 }, blue).jpeg().toBuffer()
const now = '2017-02-17T00:00:00.000Z'

const pictureOf = async (site: MediaSite, id: number): Promise<Picture> =>
  (await pictureReader(site.database.read).find(id)) ?? assert.fail('no such picture')

const crop = async (site: MediaSite, id: number, form: Record<string, string>) =>
  post(site, `${library}/${id}/cat`, { key: (await pictureOf(site, id)).key, ...form })

const focus = async (site: MediaSite, id: number, form: Record<string, string>) =>
  post(site, `${library}/${id}/diem-chinh`, { key: (await pictureOf(site, id)).key, ...form })

const replace = (site: MediaSite, id: number, bytes: Uint8Array = blueOne) =>
  send(site, `${library}/${id}/thay`, [{ name: 'ảnh mới.jpg', bytes }])

const acts = async ({ database }: MediaSite) =>
  (await database.read.selectFrom('audit_lines').select('act').orderBy('id').execute()).map(({ act }) => act)

/** An article that readers have shows it. */
async function publish({ database }: MediaSite, id: number) {
  await addArticle(database, { title: 'Được mùa', cover: id, as: 'live' })
  await inTransaction(database, (tx) => pictureWriter(tx, now).makePublic([id]))
}

async function colourOf(answer: Response): Promise<'red' | 'blue' | 'neither'> {
  const path = await written(await temporaryFolder(), 'a', new Uint8Array(await answer.arrayBuffer()))
  const { data } = await sharp(path)
    .resize({ width: 1, height: 1, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const isNear = (colour: typeof red) =>
    [colour.r, colour.g, colour.b].every((part, at) => Math.abs(part - (data[at] ?? 0)) < 30)
  if (isNear(red)) return 'red'
  return isNear(blue) ? 'blue' : 'neither'
}

test('the main point of a picture is set by numbers, by a press on it, and taken back', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site)

  const saved = await focus(site, id, { focusX: '30', focusY: '12.5' })
  assert.deepEqual([saved.status, saved.headers.get('location')], [303, `${path}?diem#focus`])
  assert.deepEqual((await pictureOf(site, id)).focus, { x: 300, y: 125 })
  const page = await (await get(site, `${path}?diem`)).text()
  assert.match(page, /Đã lưu điểm chính/)
  assert.match(page, /name="focusX"[^>]* value="30"/)
  assert.match(page, /<img [^>]*class="at-0"/)

  await focus(site, id, { focusX: '30', focusY: '12.5', 'at.x': '128', 'at.y': '91' })
  assert.deepEqual((await pictureOf(site, id)).focus, { x: 500, y: 497 })
  await focus(site, id, { focusX: '30', focusY: '12.5', toMiddle: '1' })
  assert.equal((await pictureOf(site, id)).focus, null)

  const wrong = await focus(site, id, { focusX: 'giữa', focusY: '40' })
  const html = await wrong.text()
  assert.equal(wrong.status, 422)
  assert.match(html, /Ghi một số từ 0 đến 100/)
  assert.match(html, /name="focusY"[^>]* value="40"/)
  assert.deepEqual(await acts(site), ['uploaded', 'focused', 'focused', 'focused'])
})

test('a cut makes new files under new addresses, and the whole comes back when it is taken back', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site, 'hai nửa.jpg', halves)
  const whole = await pictureOf(site, id)
  await focus(site, id, { focusX: '75', focusY: '50' })

  const cut = await crop(site, id, { left: '50' })
  assert.deepEqual([cut.status, cut.headers.get('location')], [303, `${path}?cat`])
  const half = await pictureOf(site, id)
  assert.notEqual(half.key, whole.key)
  assert.deepEqual([half.width, half.height, half.focus], [400, 600, { x: 500, y: 500 }])
  assert.equal(await colourOf(await get(site, `${library}/tep/${half.key}/hai-nua-400.jpg`)), 'blue')
  assert.equal(await colourOf(await get(site, `${library}/tep/${whole.key}/hai-nua-320.jpg`)), 'neither')
  assert.deepEqual(await readdir(pictureFiles(site.uploads).incoming), [])

  await crop(site, id, { right: '50' })
  const other = await pictureOf(site, id)
  assert.equal(await colourOf(await get(site, `${library}/tep/${other.key}/hai-nua-400.webp`)), 'red')
  assert.equal(other.focus, null, 'the main point was cut away')

  const uncut = await crop(site, id, { left: '3', toWhole: '1' })
  assert.equal(uncut.headers.get('location'), `${path}?nguyen`)
  const again = await pictureOf(site, id)
  assert.deepEqual([again.key, again.width, again.focus], [whole.key, 800, { x: 750, y: 500 }])
  assert.deepEqual(site.rerendered, [id, id, id])
  assert.deepEqual((await acts(site)).slice(2), ['cropped', 'cropped', 'cropped'])
})

test('a cut that leaves too little, says nothing or changes nothing makes no files', async () => {
  const site = await mediaSite()
  const { id } = await sendOne(site, 'hai nửa.jpg', halves)
  const files = await site.listFiles()

  const small = await crop(site, id, { left: '80', top: '5' })
  const html = await small.text()
  assert.equal(small.status, 422)
  assert.match(html, /mỗi cạnh cần ít nhất 200 điểm ảnh/)
  assert.match(html, /<details id="cat" open>/)
  assert.match(html, /name="top"[^>]* value="5"/)
  assert.equal((await crop(site, id, { left: 'một nửa' })).status, 422)
  assert.equal((await crop(site, id, {})).status, 303)
  assert.deepEqual(await site.listFiles(), files)
  assert.deepEqual(site.rerendered, [])
})

test('a form that speaks of another version of the picture is not obeyed', async () => {
  const site = await mediaSite()
  const { id } = await sendOne(site, 'hai nửa.jpg', halves)
  const { key } = await pictureOf(site, id)
  await replace(site, id)
  assert.equal((await crop(site, id, { key, left: '10' })).status, 409)
  assert.equal((await focus(site, id, { key, focusX: '1', focusY: '1' })).status, 409)
  assert.equal((await pictureOf(site, id)).focus, null)
})

test('another file takes the place of a picture, with what is written about it, and the old one can come back', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site, 'ảnh cũ.jpg', halves)
  await post(site, path, { alternativeText: 'Ruộng rau xanh.', credit: 'Lan Hương' })
  await focus(site, id, { focusX: '10', focusY: '10' })
  const old = await pictureOf(site, id)

  const done = await replace(site, id)
  assert.deepEqual([done.status, done.headers.get('location')], [303, `${path}?thay`])
  const next = await pictureOf(site, id)
  assert.deepEqual([next.originalName, next.width, next.height], ['ảnh mới.jpg', 640, 900])
  assert.deepEqual([next.alternativeText, next.credit, next.focus], ['Ruộng rau xanh.', 'Lan Hương', null])
  const page = await (await get(site, `${path}?thay`)).text()
  assert.match(page, /xem còn đúng với ảnh mới không/)
  assert.match(page, /ảnh cũ\.jpg[\s\S]*Toàn bộ ảnh, 800 × 600[\s\S]*16\/02\/2017, 08:58<\/time>, Lan Hương/)
  assert.equal((await get(site, `${library}/tep/${old.key}/anh-cu-320.jpg`)).status, 200)

  const returning = /action="([^"]*\/ban\/\d+)"/.exec(page)?.[1] ?? assert.fail('no way back')
  assert.equal((await post(site, returning, {})).headers.get('location'), `${path}?ban`)
  assert.deepEqual(await pictureOf(site, id), old)
  assert.deepEqual((await acts(site)).slice(3), ['replaced', 'replaced'])
  assert.deepEqual(site.rerendered, [id, id, id])
})

test('a file that is no picture, the same one, none and too many cannot take the place', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site, 'ảnh cũ.jpg', halves)
  const before = await pictureOf(site, id)
  const files = await site.listFiles()

  const text = await replace(site, id, Buffer.from('đây là chữ'))
  assert.equal(text.status, 422)
  assert.match(await text.text(), /id="replacement-wrong">Tệp này không phải ảnh/)
  assert.match(await (await replace(site, id, halves)).text(), /Tệp này đúng là ảnh đang dùng/)
  assert.match(await (await send(site, `${path}/thay`, [])).text(), /Chọn một tệp ảnh trước khi thay/)
  assert.match(await (await replace(site, id, Buffer.alloc(51 * 1024 * 1024))).text(), /Ảnh nặng hơn 25 MB/)
  const many = Array.from({ length: 21 }, () => ({ name: 'a.jpg', bytes: blueOne }))
  assert.equal((await send(site, `${path}/thay`, many)).status, 422)

  assert.deepEqual(await pictureOf(site, id), before)
  assert.deepEqual(await site.listFiles(), files)
})

test('an address that readers keep leads to what the picture is now', async () => {
  const site = await mediaSite(['manage-pictures', 'publish-articles'])
  const { id } = await sendOne(site, 'hai nửa.jpg', halves)
  const old = await pictureOf(site, id)
  const address = `/hinh-anh/${old.key}/hai-nua-640.webp`
  await replace(site, id)
  assert.equal((await get(site, address)).status, 404, 'no article shows it yet')

  await publish(site, id)
  const { key } = await pictureOf(site, id)
  const led = await get(site, address)
  assert.deepEqual([led.status, led.headers.get('location')], [302, `/hinh-anh/${key}/anh-moi-640.webp`])
  assert.equal(led.headers.get('cache-control'), 'public, max-age=60')
  assert.equal(await colourOf(await get(site, `/hinh-anh/${key}/anh-moi-640.webp`)), 'blue')
  assert.equal((await get(site, `/hinh-anh/${old.key}/master.webp`)).status, 404)

  await crop(site, id, { top: '10' })
  const cut = await pictureOf(site, id)
  for (const known of [old.key, key]) {
    const answer = await get(site, `/hinh-anh/${known}/x-320.jpg`)
    assert.equal(answer.headers.get('location'), `/hinh-anh/${cut.key}/anh-moi-320.jpg`)
  }
})

test('what readers see is cut, replaced and brought back only by who may publish', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site, 'hai nửa.jpg', halves)
  await replace(site, id)
  const [, returning] = /action="([^"]*\/ban\/\d+)"/.exec(await (await get(site, path)).text()) ?? []
  await publish(site, id)
  const before = await pictureOf(site, id)

  const page = await (await get(site, path)).text()
  assert.match(page, /chỉ người được đăng bài mới cắt hoặc thay được/)
  assert.doesNotMatch(page, /\/cat"|\/thay\?|\/ban\/\d/)
  const refused = [
    await crop(site, id, { left: '10' }),
    await replace(site, id, inOtherBytes(blueOne)),
    await post(site, returning ?? '', {}),
  ]
  assert.deepEqual(
    refused.map(({ status }) => status),
    [403, 403, 403],
  )
  assert.deepEqual(await pictureOf(site, id), before)
  assert.equal((await focus(site, id, { focusX: '1', focusY: '1' })).status, 303)
})

test('what was let through is as shut as what readers have; a draft on its way is not', async () => {
  const site = await mediaSite()
  const sent = async () => (await sendOne(site, 'hai nửa.jpg', inOtherBytes(halves))).id
  const [draft, submitted, reviewed, waiting] = [await sent(), await sent(), await sent(), await sent()]
  await addArticle(site.database, { title: 'Nháp', inText: [draft], as: 'draft' })
  await addArticle(site.database, { title: 'Gửi duyệt', cover: submitted, as: 'draft', stage: 'submitted' })
  await addArticle(site.database, { title: 'Đã duyệt', cover: reviewed, as: 'draft', stage: 'reviewed' })
  await addArticle(site.database, {
    title: 'Chờ giờ',
    inText: [waiting],
    as: 'live',
    publishedAt: '2017-03-01T00:00:00.000Z',
  })

  const statuses: number[] = []
  for (const id of [draft, submitted, reviewed, waiting]) statuses.push((await crop(site, id, { left: '10' })).status)
  assert.deepEqual(statuses, [303, 303, 403, 403])
})

test('versions of one picture are no versions of another', async () => {
  const site = await mediaSite()
  const first = await sendOne(site)
  const second = await sendOne(site)
  const [version] = await site.database.read
    .selectFrom('picture_versions')
    .select('id')
    .where('picture_id', '=', first.id)
    .execute()
  assert.equal((await post(site, `${second.path}/ban/${version?.id}`, {})).status, 404)
  assert.equal((await post(site, `${second.path}/ban/999`, {})).status, 404)
  assert.equal((await post(site, `${first.path}/ban/${version?.id}`, {})).status, 303, 'it is in use already')
  assert.equal((await get(site, `${library}/tep/${'0'.repeat(20)}/x-320.jpg`)).status, 404)
})
