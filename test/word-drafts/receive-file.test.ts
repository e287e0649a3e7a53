import assert from 'node:assert/strict'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import * as given from '../support/given.ts'
import { binh, huong } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { archiveOf } from '../word-files/given-archive.ts'
import { arrivingIn, articleWith, fixture, png, send, shelfOf, waiting, wordFiles } from './given-word-files.ts'

test('the list of articles and a new article lead to where files are opened', async () => {
  const portal = await testPortal()
  const list = (await portal.as(huong).get('/quan-tri/bai-viet')).main()
  assert.ok(list.includes(`<a class="btn" href="${wordFiles}">`) && list.includes('Mở tệp Word'))
  const isForm = /<form class="drop word-file"[^>]+action="\/quan-tri\/bai-viet\/tep-word\?form-token=/
  assert.match((await portal.as(huong).get('/quan-tri/bai-viet/moi')).main(), isForm)
  assert.match((await portal.as(huong).get(wordFiles)).main(), isForm)
  const { desk } = await given.article(portal, { as: 'draft' })
  const editor = (await portal.as(huong).get(desk)).main()
  assert.match(editor, /data-editor/)
  assert.doesNotMatch(editor, isForm)
})

test('a file waits beside what readers would get of it, and nothing else has changed', async () => {
  const portal = await testPortal()
  await portal.as(huong).get('/quan-tri/bai-viet')
  const before = await given.everythingStored(portal)
  const html = (await portal.as(huong).get(await waiting(portal))).main()

  assert.match(html, /Tiêu đề<\/label>[\s\S]*Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị/)
  assert.match(html, /<dt>Tác giả<\/dt>\s*<dd>Lan Hương<\/dd>/)
  assert.match(html, /<dt>Đơn vị<\/dt>\s*<dd>Văn phòng HĐND và UBND huyện<\/dd>/)
  assert.match(html, /Bỏ 50 khoảng trắng đầu dòng\./)
  assert.match(html, /<figure>[\s\S]*tep-word\/[0-9a-f]{32}\/anh\/1[\s\S]*<figcaption>Quang cảnh Hội nghị/)
  assert.match(html, /<p>Nhân dịp này, Ban VSTBPN tỉnh trao tặng Bằng khen/)
  assert.match(html, /Mô tả ảnh 1<\/label>[\s\S]*Quang cảnh Hội nghị trực tuyến tại điểm cầu tỉnh\.<\/textarea>/)
  assert.deepEqual(await given.everythingStored(portal), before)
  assert.deepEqual(await arrivingIn(portal), [])
})

test('number and day of a document, its headings and its tables are told', async () => {
  const portal = await testPortal()
  const decision = (await portal.as(huong).get(await waiting(portal, { name: 'quyet-dinh.docx' }))).main()
  assert.match(decision, /<dt>Số văn bản<\/dt>\s*<dd>45\/QĐ-UBND, ghi vào từ khóa<\/dd>/)
  assert.match(decision, /<dt>Ngày ghi trong tệp<\/dt>\s*<dd>15\/02\/2017<\/dd>/)
  assert.match(decision, /<dt>Tiêu đề mục<\/dt>\s*<dd>QUYẾT ĐỊNH; Điều 1; Điều 2\. Tổ công tác có nhiệm vụ;/)
  const tables = (await portal.as(huong).get(await waiting(portal, { name: 'bang-bieu.odt' }))).main()
  assert.match(tables, /<dt>Bảng<\/dt>\s*<dd>\d<\/dd>/)
  assert.match(tables, /<div class="wide-table"[\s\S]*Thu ngân sách/)
})

test('a text in an old font is shown in Unicode and as it stands', async () => {
  const portal = await testPortal()
  const html = (await portal.as(huong).get(await waiting(portal, { name: 'tcvn3.docx' }))).main()
  assert.match(html, /name="keepsLetters" value="" checked>Chuyển sang Unicode/)
  assert.match(html, /data-version="unicode"[\s\S]*Sáng ngày\s15\/02\/2017/)
  assert.match(html, /data-version="as-found"[\s\S]*S¸ng ngµy 15\/02\/2017/)
})

describe('a file that does not become a draft', () => {
  const megabyte = 1024 * 1024
  const bomb = archiveOf([{ name: 'word/document.xml', bytes: Buffer.alloc(20 * megabyte, 'a') }])
  const cases: [name: string, bytes: Uint8Array, sentence: RegExp][] = [
    ['vni.doc', fixture('vni.doc'), /Tệp này thuộc loại Word cũ \(\.doc\)/],
    ['ảnh.docx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /Tệp này không phải văn bản Word/],
    ['khoa.docx', fixture('khoa.docx'), /Tệp này đặt mật khẩu/],
    ['hỏng.docx', fixture('dak-po.docx').subarray(0, fixture('dak-po.docx').length / 2), /Tệp này bị hỏng/],
    ['bom.docx', bomb, /Tệp này bung ra lớn bất thường/],
    ['rỗng.txt', Buffer.from(' \n '), /Tệp này không có chữ nào/],
    ['nặng.txt', Buffer.alloc(51 * megabyte, 'a'), /Tệp lớn hoặc dài quá sức máy/],
  ]
  for (const [name, bytes, sentence] of cases) {
    test(`${name} gets its sentence in place, and nothing of it stays`, async () => {
      const portal = await testPortal()
      const answer = await send(portal, { name, bytes })
      assert.equal(answer.status, 422)
      assert.match(answer.main(), new RegExp(`role="status" data-state="bad">${sentence.source}`))
      assert.deepEqual([await shelfOf(portal), await arrivingIn(portal)], [[], []])
    })
  }

  test('is told to a script in JSON; one that waits is told by its address', async () => {
    const portal = await testPortal()
    const { status, json } = await sendByScript(portal, 'vni.doc')
    assert.deepEqual([status, Object.keys(json)], [422, ['issue']])
    assert.match(json['issue'] ?? '', /Word cũ/)
    const taken = await sendByScript(portal, 'dak-po.odt')
    assert.equal(taken.status, 201)
    assert.equal((await portal.as(huong).get(taken.json['path'] ?? '')).status, 200)
  })

  test('is one that was not chosen, or that comes without the token of the session', async () => {
    const portal = await testPortal()
    const none = await portal.as(huong).upload(wordFiles, [])
    assert.equal(none.status, 422)
    assert.match(none.main(), /Chọn một tệp trước/)
    assert.equal((await portal.as(huong).postRaw(wordFiles, { body: 'x' })).status, 403)
    const two = ['a', 'b'].map((name) => ({ field: 'wordFile', name, bytes: fixture('dak-po.docx') }))
    assert.equal((await portal.as(huong).upload(wordFiles, two)).status, 422)
    assert.deepEqual([await shelfOf(portal), await arrivingIn(portal)], [[], []])
  })
})

describe('what waits', () => {
  test('is there for whoever sent it, and for nobody else', async () => {
    const portal = await testPortal()
    const path = await waiting(portal)
    for (const address of [path, `${path}/anh/1`]) {
      assert.equal((await portal.as(huong).get(address)).status, 200, address)
      assert.equal((await portal.as(binh).get(address)).status, 404, address)
      assert.equal((await portal.visitor().get(address)).status, 303, address)
    }
    assert.equal((await portal.as(binh).post(path, { title: 'Của tôi' })).status, 404)
    assert.equal((await portal.as(binh).post(`${path}/bo`)).status, 404)
    const pages = [await portal.as(huong).get(wordFiles), await portal.as(binh).get(wordFiles)]
    assert.deepEqual(
      pages.map((page) => page.main().includes(path)),
      [true, false],
    )
  })

  test('has small pictures that no page keeps and that cannot run', async () => {
    const portal = await testPortal()
    const path = await waiting(portal, { name: 'anh.docx', bytes: articleWith([await png('#2f7d4f')]) })
    const { headers, bytes } = await portal.as(huong).get(`${path}/anh/1`)
    assert.deepEqual(
      [headers.get('content-type'), headers.get('cache-control'), headers.get('content-security-policy')],
      ['image/jpeg', 'no-store', "default-src 'none'; sandbox"],
    )
    assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8')
    for (const number of ['0', '2', 'x', '..%2ftep'])
      assert.equal((await portal.as(huong).get(`${path}/anh/${number}`)).status, 404, number)
  })

  test('goes when its person drops it', async () => {
    const portal = await testPortal()
    const path = await waiting(portal)
    const answer = await portal.as(huong).post(`${path}/bo`)
    assert.match((await portal.as(huong).get(answer.location ?? '')).main(), /Đã bỏ tệp/)
    assert.equal((await portal.as(huong).get(path)).status, 404)
    assert.deepEqual(await shelfOf(portal), [])
  })

  test('goes after a day', async () => {
    const portal = await testPortal()
    const [old, young] = [await waiting(portal), await waiting(portal, { name: 'word.docx' })]
    const shelf = join(portal.config.uploads, 'tep-word')
    const dayAgo = new Date(Date.now() - 25 * 3_600_000)
    await utimes(join(shelf, `${await portal.idOf(huong)}-${old.split('/').at(-1)}`), dayAgo, dayAgo)
    await portal.catchUp()
    assert.equal((await portal.as(huong).get(old)).status, 404)
    assert.equal((await portal.as(huong).get(young)).status, 200)
  })

  test('is at most ten files of one person: the oldest makes room', async () => {
    const portal = await testPortal()
    const paths: string[] = []
    for (let number = 0; number < 11; number++) {
      paths.push(await waiting(portal, { name: 'bai.txt', bytes: Buffer.from(`Tin số ${number}.`) }))
    }
    const other = await waiting(portal, { by: binh, name: 'vni.docx' })
    assert.equal((await shelfOf(portal)).length, 11)
    assert.equal((await portal.as(huong).get(paths[0] ?? '')).status, 404)
    assert.equal((await portal.as(huong).get(paths[1] ?? '')).status, 200)
    assert.equal((await portal.as(binh).get(other)).status, 200)
  })
})

async function sendByScript(portal: TestPortal, name: string) {
  const client = portal.as(huong)
  const token = encodeURIComponent(await client.formToken())
  const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const body = new FormData()
  body.append('wordFile', new Blob([new Uint8Array(fixture(name))]), name)
  const headers = { accept: 'application/json', cookie }
  const answer = await fetch(`${portal.origin}${wordFiles}?form-token=${token}`, { method: 'POST', body, headers })
  return { status: answer.status, json: (await answer.json()) as Record<string, string> }
}
