import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { inTransaction } from '../../src/database/index.ts'
import { type PictureChoice, type PictureChoices, pictureReader, pictureWriter } from '../../src/media/index.ts'
import { get, jpeg, library, post, type SentFile } from './ask-media.ts'
import { addArticle, addPicture, temporaryFolder } from './given-media.ts'
import { formToken, type MediaSite, mediaSite } from './media-site.ts'
import { inOtherBytes, written } from './pictures.ts'

const withToken = `${library}?form-token=${formToken}`
const phoneName = '16700487_858229570983576_4847624788838071746_o-(1).jpg'

function send(site: MediaSite, files: SentFile[], { path = withToken, accept = 'text/html' } = {}) {
  const body = new FormData()
  for (const { name, bytes } of files) body.append('pictures', new Blob([new Uint8Array(bytes)]), name)
  return fetch(site.origin + path, { method: 'POST', body, redirect: 'manual', headers: { accept } })
}

async function sendOne(site: MediaSite, name = phoneName): Promise<PictureChoice> {
  const answer = await send(site, [{ name, bytes: inOtherBytes(jpeg) }], { accept: 'application/json' })
  assert.equal(answer.status, 201)
  return ((await answer.json()) as { picture: PictureChoice }).picture
}

/** What a program that speaks HTTP badly would send; the server closes when it has answered. */
async function sendRaw(site: MediaSite, bytes: string): Promise<string> {
  const socket = connect(site.port, '127.0.0.1')
  socket.write(bytes)
  return Buffer.concat(await Array.fromAsync(socket)).toString()
}

async function hangUpAfter(site: MediaSite, bytes: string) {
  const socket = connect(site.port, '127.0.0.1')
  await new Promise<void>((sent) => socket.write(bytes, () => sent()))
  await wait(200)
  assert.equal((await site.listFiles()).length, 1, 'the upload had begun')
  socket.destroy()
  await wait(200)
}

test('several pictures sent by a form lead back to the library, newest first', async () => {
  const site = await mediaSite()
  const answer = await send(site, [
    { name: 'ruộng rau Tân An.jpg', bytes: inOtherBytes(jpeg) },
    { name: phoneName, bytes: jpeg },
  ])
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${library}?xong=2`])

  const html = await (await get(site, `${library}?xong=2`)).text()
  assert.match(html, /Đã nhận 2 ảnh/)
  assert.ok(html.indexOf(phoneName) < html.indexOf('ruộng rau Tân An.jpg'))
  assert.match(html, /Thiếu mô tả <span>2<\/span>/)
})

test('of several files the good ones stay and each other one has its sentence', async () => {
  const site = await mediaSite()
  const text = Buffer.from('đây là chữ')
  const answer = await send(site, [
    { name: 'tốt.jpg', bytes: jpeg },
    { name: 'chữ.jpg', bytes: text },
    { name: 'rỗng.jpg', bytes: Buffer.alloc(0) },
  ])
  const html = await answer.text()

  assert.equal(answer.status, 422)
  assert.match(html, /Còn 2 chỗ cần sửa/)
  assert.match(html, /“chữ\.jpg”: Tệp này không phải ảnh/)
  assert.match(html, /“rỗng\.jpg”: Tệp rỗng/)
  assert.match(html, /tốt\.jpg<\/a>/)
  assert.equal((await site.listFiles()).length, 7)
})

test('a script gets JSON for each file', async () => {
  const site = await mediaSite()
  const { id, name, thumbnail, problem, path } = await sendOne(site)
  assert.deepEqual([name, problem, path], [phoneName, 'missing', `${library}/${id}`])
  const small = await get(site, thumbnail)
  assert.deepEqual([small.status, small.headers.get('content-type')], [200, 'image/jpeg'])

  const refused = await send(site, [{ name: 'a.jpg', bytes: Buffer.from('x') }], { accept: 'application/json' })
  assert.equal(refused.status, 422)
  assert.match(((await refused.json()) as { issue: string }).issue, /^Tệp này không phải ảnh/)
})

test('a picture that is too large is refused by itself', async () => {
  const site = await mediaSite()
  const heavy = { name: 'nặng.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(26 * 1024 * 1024)]) }
  const form = await send(site, [{ name: 'tốt.jpg', bytes: jpeg }, heavy])
  const html = await form.text()
  assert.equal(form.status, 422)
  assert.match(html, /“nặng\.jpg”: Ảnh nặng hơn 25 MB/)
  assert.match(html, /tốt\.jpg<\/a>/)
  const script = await send(site, [heavy], { accept: 'application/json' })
  assert.deepEqual(
    [script.status, await script.json()],
    [422, { issue: 'Ảnh nặng hơn 25 MB. Thu nhỏ ảnh rồi tải lại.' }],
  )
})

test('an upload with a huge file, with too many or with none is refused whole, and nothing is left', async () => {
  const site = await mediaSite()
  const huge = { name: 'phim.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(50 * 1024 * 1024)]) }
  const stopped = await send(site, [{ name: 'tốt.jpg', bytes: jpeg }, huge])
  assert.equal(stopped.status, 422)
  assert.match(await stopped.text(), /“phim\.jpg” nặng hơn 25 MB nên cả lượt tải dừng lại/)
  const script = await send(site, [huge], { accept: 'application/json' })
  assert.deepEqual(
    [script.status, await script.json()],
    [413, { issue: 'Ảnh nặng hơn 25 MB. Thu nhỏ ảnh rồi tải lại.' }],
  )

  const tooMany = await send(
    site,
    Array.from({ length: 21 }, (_, place) => ({ name: `${place}.jpg`, bytes: jpeg })),
  )
  assert.equal(tooMany.status, 422)
  assert.match(await tooMany.text(), /nhiều nhất 20 ảnh/)
  const none = await send(site, [])
  assert.equal(none.status, 422)
  assert.match(await none.text(), /Chọn ít nhất một ảnh/)
  assert.deepEqual(await site.listFiles(), [])
})

test('without a form token nothing of the body is kept', async () => {
  const site = await mediaSite()
  assert.equal((await send(site, [{ name: 'a.jpg', bytes: jpeg }], { path: library })).status, 403)
  assert.deepEqual(await site.listFiles(), [])
})

test('broken and aborted uploads leave no file and stop nobody', async () => {
  const site = await mediaSite()
  const head = (type: string, length: number) =>
    `POST ${withToken} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`
  const part = (disposition: string) => `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\nabc`
  const file = part('name="pictures"; filename="a.jpg"')
  const stray = part('name="other"; filename="a.jpg"')
  const multipart = 'multipart/form-data; boundary=b'

  await hangUpAfter(site, head(multipart, 9_000_000) + file)
  assert.match(await sendRaw(site, head(multipart, file.length) + file), /^HTTP\/1.1 400/)
  assert.match(await sendRaw(site, head('multipart/form-data', file.length) + file), /^HTTP\/1.1 400/)
  assert.match(await sendRaw(site, `${head(multipart, stray.length + 7)}${stray}\r\n--b--`), /^HTTP\/1.1 400/)

  assert.deepEqual(await site.listFiles(), [])
  assert.equal((await sendOne(site)).name, phoneName)
})

test('names that mean something to a file system mean nothing to us', async () => {
  const site = await mediaSite()
  const names = [
    '../../x.jpg',
    '/etc/passwd',
    '..\\..\\win.jpg',
    'CON',
    '.htaccess',
    'a\u202egpj.exe',
    'x'.repeat(4000),
    '<b>.jpg',
  ]
  for (const name of names) await sendOne(site, name)
  for (const path of await site.listFiles())
    assert.match(path, /\/pictures\/[0-9a-f]{2}\/[0-9a-f]{20}\/(\d+\.(webp|jpg)|master\.webp)$/)
  const html = await (await get(site, library)).text()
  assert.match(html, /&lt;b&gt;\.jpg<\/a>/)
  assert.doesNotMatch(html, /\.\.\//)
})

test('readers get the files of a public picture only, as pictures that can do nothing', async () => {
  const site = await mediaSite()
  const { id } = await sendOne(site, 'ruộng rau.jpg')
  const picture = (await pictureReader(site.database.read).find(id)) ?? assert.fail()
  const files = `/hinh-anh/${picture.key}`
  assert.equal((await get(site, `${files}/ruong-rau-320.webp`)).status, 404)
  assert.equal((await get(site, `${library}/tep/${picture.key}/ruong-rau-320.webp`)).status, 200)

  await addArticle(site.database, { title: 'Được mùa', inText: [id], as: 'live' })
  await inTransaction(site.database, (tx) => pictureWriter(tx, '2017-02-17T00:00:00.000Z').makePublic([id]))

  const answer = await get(site, `${files}/ruong-rau-320.webp`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'image/webp')
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox")
  assert.equal((await get(site, `${files}/ruong-rau-700.jpg`)).headers.get('content-type'), 'image/jpeg')
  for (const name of [
    'ruong-rau-321.webp',
    'ruong-rau-960.webp',
    'master.webp',
    '320.webp',
    'x-320.webp',
    '..%2f..%2fx',
    '%00',
  ]) {
    const missing = await get(site, `${files}/${name}`)
    assert.equal(missing.status, 404, name)
    assert.equal(missing.headers.get('cache-control'), null, name)
  }
  assert.equal((await get(site, `/hinh-anh/${'0'.repeat(20)}/ruong-rau-320.webp`)).status, 404)
})

test('a picture is described on its page; a file name is refused and what was typed stays', async () => {
  const site = await mediaSite()
  const { path, id } = await sendOne(site)
  const typed = {
    alternativeText: '16700487_858229570983576_4847624788838071746_o-(1)',
    caption: 'Quang cảnh “Hội nghị”',
    credit: '',
  }

  const refused = await post(site, path, typed)
  const html = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(html, /Mô tả đang giống tên tệp\. Viết một câu nói ảnh cho thấy gì\./)
  assert.match(html, /Quang cảnh “Hội nghị”/)
  assert.equal((await post(site, path, { alternativeText: '' })).status, 422)
  assert.match(await (await post(site, path, { alternativeText: 'Hội tr\ufffdờng' })).text(), /hỏng mã/)
  assert.deepEqual(site.rerendered, [])

  const alternativeText = 'Đại biểu ngồi kín hội trường.'
  const saved = await post(site, path, { ...typed, alternativeText })
  assert.deepEqual([saved.status, saved.headers.get('location')], [303, `${path}?xong`])
  assert.deepEqual(site.rerendered, [id])
  const page = await (await get(site, `${path}?xong`)).text()
  assert.match(page, /Đã lưu mô tả/)
  assert.match(page, /16\/02\/2017, 08:58<\/time>, Lan Hương/)
  assert.match(page, /700 × 500, \d+ KB|700 × 500, \d+ byte/)
  assert.equal((await get(site, `${library}/99`)).status, 404)
  assert.equal((await get(site, `${library}/abc`)).status, 404)
})

test('deleting is not offered while an article shows the picture, and refused all the same', async () => {
  const site = await mediaSite()
  const { id, path } = await sendOne(site)
  const article = await addArticle(site.database, { title: 'Hội nghị trực tuyến', cover: id, as: 'draft' })

  const used = await (await get(site, path)).text()
  assert.match(used, /<button class="btn small bad" disabled aria-describedby="in-use">/)
  assert.match(used, new RegExp(`href="/quan-tri/bai-viet/${article}">Hội nghị trực tuyến`))
  assert.equal((await post(site, `${path}/xoa`, {})).status, 409)

  const spare = await sendOne(site, 'thừa.jpg')
  const removed = await post(site, `${spare.path}/xoa`, {})
  assert.deepEqual([removed.status, removed.headers.get('location')], [303, `${library}?xoa`])
  assert.equal((await get(site, spare.path)).status, 404)
  assert.equal((await get(site, spare.thumbnail)).status, 404)
})

test('the library keeps filter and search from page to page', async () => {
  const site = await mediaSite()
  for (let number = 1; number <= 26; number++) await addPicture(site.database, `ruộng ${number}.jpg`)
  await addPicture(site.database, 'hồ.jpg', { alternativeText: 'Mặt hồ rộng.' })

  const first = await (await get(site, `${library}?loc=thieu-mo-ta&q=RUONG`)).text()
  const older = /href="([^"]*before=\d+)"/.exec(first)?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&')
  assert.equal(first.match(/<figure>/g)?.length, 24)
  assert.match(older ?? '', /loc=thieu-mo-ta&q=RUONG&before=\d+$/)
  const second = await (await get(site, older ?? '')).text()
  assert.equal(second.match(/<figure>/g)?.length, 2)
  assert.match(await (await get(site, `${library}?q=s%C3%B4ng`)).text(), /Không có ảnh nào khớp với “sông”/)
})

test('the picker of the editor gets pictures in JSON, newest first', async () => {
  const site = await mediaSite()
  await addPicture(site.database, 'ruộng.jpg', { alternativeText: 'Ruộng rau xanh.' })
  await addPicture(site.database, 'hồ.jpg')
  const answer = await get(site, `${library}/chon`)
  const { pictures, older } = (await answer.json()) as PictureChoices
  assert.deepEqual(
    pictures.map(({ name }) => name),
    ['hồ.jpg', 'ruộng.jpg'],
  )
  assert.equal(older, null)
  const found = (await (await get(site, `${library}/chon?q=xanh`)).json()) as PictureChoices
  assert.deepEqual(
    found.pictures.map(({ alternativeText }) => alternativeText),
    ['Ruộng rau xanh.'],
  )
})

test('the editor asks for the pictures that a text shows, whatever else their numbers say', async () => {
  const site = await mediaSite()
  const field = await addPicture(site.database, 'ruộng.jpg')
  const lake = await addPicture(site.database, 'hồ.jpg')
  const named = async (ids: string) => {
    const { pictures } = (await (await get(site, `${library}/chon?so=${ids}`)).json()) as PictureChoices
    return pictures.map(({ name }) => name).sort()
  }
  assert.deepEqual(await named(`${field.id}.${lake.id}.999.x.-1`), ['hồ.jpg', 'ruộng.jpg'])
  assert.deepEqual(await named(String(field.id)), ['ruộng.jpg'])
  assert.deepEqual(await named(''), [])
})

test('what is served is the picture that was sent', async () => {
  const site = await mediaSite()
  const { thumbnail } = await sendOne(site)
  const path = await written(
    await temporaryFolder(),
    'sent.jpg',
    new Uint8Array(await (await get(site, thumbnail)).arrayBuffer()),
  )
  const { width, height, format } = await sharp(path).metadata()
  assert.deepEqual([width, height, format], [320, 229, 'jpeg'])
})

test('what the library has already is told with its uses, to a form and to a script', async () => {
  const site = await mediaSite()
  const { id, path } = (
    (await (await send(site, [{ name: 'a.jpg', bytes: jpeg }], { accept: 'application/json' })).json()) as {
      picture: PictureChoice
    }
  ).picture
  await addArticle(site.database, { title: 'Hội nghị', cover: id, as: 'draft' })
  await addArticle(site.database, { title: 'Tổng kết', inText: [id], as: 'live' })

  const files = [
    { name: 'b.jpg', bytes: jpeg },
    { name: 'mới.jpg', bytes: inOtherBytes(jpeg) },
  ]
  const form = await send(site, files)
  assert.deepEqual([form.status, form.headers.get('location')], [303, `${library}?xong=1&co=${id}`])
  const html = await (await get(site, `${library}?xong=1&co=${id}`)).text()
  assert.match(html, /Đã nhận 1 ảnh/)
  assert.match(
    html,
    new RegExp(
      `Ảnh này đã có trong thư viện[^<]*</p>\\s*<ul>\\s*<li><a href="${path}">a\\.jpg</a>\\. Dùng trong 2 bài`,
    ),
  )
  assert.match(html, /Tất cả <span>2<\/span>/)

  const script = await send(site, [{ name: 'c.jpg', bytes: jpeg }], { accept: 'application/json' })
  const { picture, note } = (await script.json()) as { picture: PictureChoice; note: string }
  assert.deepEqual([picture.id, note], [id, 'Ảnh này đã có trong thư viện, dùng trong 2 bài. Cổng giữ ảnh đã có.'])
})

test('the library is a grid or a list, which also says where each picture is used, and keeps the rest of the wish', async () => {
  const site = await mediaSite()
  const { id } = await addPicture(site.database, 'ruộng.jpg', {
    alternativeText: 'Ruộng rau xanh.',
    credit: 'Lan Hương',
  })
  await addPicture(site.database, 'ruộng khô.jpg', { isDecorative: true })
  await addArticle(site.database, { title: 'Được mùa', inText: [id], as: 'draft' })

  const grid = await (await get(site, `${library}?q=ruong&loc=chua-dung`)).text()
  assert.match(grid, /<div class="shelf">/)
  assert.match(grid, /href="\/quan-tri\/hinh-anh\?xem=danh-sach&(amp;|#38;)loc=chua-dung&(amp;|#38;)q=ruong"/)

  const list = await (await get(site, `${library}?xem=danh-sach&q=ruong`)).text()
  assert.doesNotMatch(list, /<div class="shelf">/)
  assert.match(list, /ruộng\.jpg<\/a>[\s\S]*Ruộng rau xanh\.[\s\S]*Lan Hương[\s\S]*Dùng trong 1 bài[\s\S]*Cổng/)
  assert.match(list, /ruộng khô\.jpg<\/a>[\s\S]*Ảnh trang trí[\s\S]*Chưa ghi nguồn[\s\S]*Chưa bài nào dùng/)
  assert.match(list, /<input type="hidden" name="xem" value="danh-sach">/)
  assert.match(list, /Thiếu nguồn <span>1<\/span>/)
  const unsourced = await (await get(site, `${library}?loc=thieu-nguon`)).text()
  assert.match(unsourced, /ruộng khô\.jpg/)
  assert.doesNotMatch(unsourced, /ruộng\.jpg/)
})

test('who agreed to be seen is kept with the picture for the newsroom, and told to nobody else', async () => {
  const site = await mediaSite()
  const { id, path, thumbnail } = await sendOne(site)
  const consent = 'Mẹ của cháu Siu H’Lan đồng ý ngày 15/02/2017'
  const typed = { alternativeText: 'Học sinh trồng cây.', consent }

  assert.equal((await post(site, path, { ...typed, consent: 'x'.repeat(501) })).status, 422)
  assert.match(
    await (await post(site, path, { ...typed, alternativeText: '' })).text(),
    /name="consent"[^>]* value="Mẹ của cháu/,
  )
  assert.equal((await post(site, path, typed)).status, 303)

  assert.match(
    await (await get(site, path)).text(),
    /name="consent"[^>]* value="Mẹ của cháu Siu H’Lan đồng ý ngày 15\/02\/2017"/,
  )
  const told = [await pictureReader(site.database.read).find(id), await (await get(site, `${library}/chon`)).json()]
  assert.match(JSON.stringify(told), /Học sinh trồng cây/)
  assert.doesNotMatch(JSON.stringify(told), /Siu H’Lan/)
  assert.equal((await get(site, thumbnail)).status, 200)
})
