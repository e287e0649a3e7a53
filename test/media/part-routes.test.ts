import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, utimes } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type PictureChoice, pictureReader } from '../../src/media/index.ts'
import { pictureFiles } from '../../src/media/picture-files.ts'
import { get, jpeg, library, sendOne } from './ask-media.ts'
import { asColleague, formToken, type MediaSite, mediaSite } from './media-site.ts'
import { heicHead, inOtherBytes } from './pictures.ts'

type Answer = { received?: number; issue?: string; picture?: PictureChoice; note?: string | null }
type Part = {
  offset: number
  bytes: Uint8Array
  size?: number
  name?: string
  upload?: string
  headers?: Record<string, string>
}

const upload = 'a'.repeat(32)
const photo = inOtherBytes(Buffer.concat([jpeg, Buffer.alloc(20_000, 'x')]))
const half = Math.floor(photo.length / 2)

const addressOf = ({
  offset,
  size = photo.length,
  name = 'ruộng rau.jpg',
  upload: its = upload,
}: Omit<Part, 'bytes'>) =>
  `${library}/gui/${its}?${new URLSearchParams({ 'form-token': formToken, offset: String(offset), size: String(size), name })}`

async function sendPart(site: MediaSite, part: Part): Promise<{ status: number } & Answer> {
  const answer = await fetch(site.origin + addressOf(part), {
    method: 'POST',
    body: new Uint8Array(part.bytes),
    headers: { 'content-type': 'application/octet-stream', ...part.headers },
  })
  return { status: answer.status, ...((await answer.json()) as Answer) }
}

const ask = async (site: MediaSite, headers: Record<string, string> = {}) =>
  (await (await fetch(`${site.origin}${library}/gui/${upload}`, { headers })).json()) as Answer

const arriving = async (site: MediaSite) => (await readdir(pictureFiles(site.uploads).incoming)).sort()

/** Names of one person's unfinished uploads. */
const nameOf = (number: number) => createHash('md5').update(String(number)).digest('hex')

test('a file that comes in parts becomes one picture, under its own name', async () => {
  const site = await mediaSite()
  assert.deepEqual(await ask(site), { received: 0 })
  assert.deepEqual(await sendPart(site, { offset: 0, bytes: photo.subarray(0, half) }), { status: 200, received: half })
  assert.deepEqual(await ask(site), { received: half })

  const { status, picture, note } = await sendPart(site, { offset: half, bytes: photo.subarray(half) })

  assert.deepEqual([status, picture?.name, note], [201, 'ruộng rau.jpg', null])
  assert.equal((await get(site, picture?.thumbnail ?? '')).status, 200)
  assert.deepEqual(await arriving(site), [`phan-1-${upload}.xong`])
})

test('after a lost line the rest is enough', async () => {
  const site = await mediaSite()
  const socket = connect(site.port, '127.0.0.1')
  const head = `POST ${addressOf({ offset: 0 })} HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: ${photo.length}\r\n\r\n`
  socket.write(head)
  await new Promise<void>((sent) => socket.write(photo.subarray(0, half), () => sent()))
  await wait(200)
  socket.destroy()
  await wait(200)

  const { received } = await ask(site)
  assert.equal(received, half)
  const { picture } = await sendPart(site, { offset: half, bytes: photo.subarray(half) })
  assert.equal(picture?.width, 700)
})

test('a part that is sent again does no harm, and one that would leave a gap is told where to go on', async () => {
  const site = await mediaSite()
  const bytes = photo.subarray(0, half)
  await sendPart(site, { offset: 0, bytes })
  assert.deepEqual(await sendPart(site, { offset: 0, bytes: bytes.subarray(0, 9) }), { status: 200, received: half })
  assert.deepEqual(await sendPart(site, { offset: half + 1, bytes }), { status: 409, received: half })
  assert.equal((await sendPart(site, { offset: half, bytes: photo.subarray(half) })).picture?.width, 700)
})

test('who did not hear the answer to the last part hears it when she asks again', async () => {
  const site = await mediaSite()
  const { picture } = await sendPart(site, { offset: 0, bytes: photo })
  assert.equal((await ask(site)).picture?.id, picture?.id)
  const again = await sendPart(site, { offset: 0, bytes: photo.subarray(0, 9) })
  assert.deepEqual([again.status, again.picture?.id], [201, picture?.id])
  assert.equal(await pictureReader(site.database.read).count('all'), 1)
})

test('a last part that is sent twice at once makes one picture', async () => {
  const site = await mediaSite()
  const answers = await Promise.all([
    sendPart(site, { offset: 0, bytes: photo }),
    sendPart(site, { offset: 0, bytes: photo }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  )
  assert.equal(answers[0]?.picture?.id, answers[1]?.picture?.id)
  assert.equal(await pictureReader(site.database.read).count('all'), 1)
})

test('parts of one person are out of reach for another', async () => {
  const site = await mediaSite()
  await sendPart(site, { offset: 0, bytes: photo.subarray(0, half) })
  assert.deepEqual(await ask(site, asColleague), { received: 0 })
  const foreign = await sendPart(site, { offset: half, bytes: photo.subarray(half), headers: asColleague })
  assert.deepEqual(foreign, { status: 409, received: 0 })
  assert.deepEqual(await ask(site), { received: half })
})

test('what cannot become a picture is refused with the first part, and nothing of it stays', async () => {
  const site = await mediaSite()
  const heic = Buffer.concat([heicHead(), Buffer.alloc(5000)])
  const early = await sendPart(site, { offset: 0, bytes: heic, size: 8_000_000 })
  assert.deepEqual([early.status, /iPhone.*JPEG/.test(early.issue ?? '')], [422, true])

  const damaged = await sendPart(site, { offset: 0, bytes: photo.subarray(0, 600), size: 600 })
  assert.deepEqual([damaged.status, /^Ảnh bị hỏng/.test(damaged.issue ?? '')], [422, true])
  const empty = await sendPart(site, { offset: 0, bytes: Buffer.alloc(0), size: 0 })
  assert.match(empty.issue ?? '', /^Tệp rỗng/)
  const heavy = await sendPart(site, { offset: 0, bytes: photo, size: 26 * 1024 * 1024 })
  assert.deepEqual([heavy.status, heavy.issue], [413, 'Ảnh nặng hơn 25 MB. Thu nhỏ ảnh rồi tải lại.'])
  assert.deepEqual(await arriving(site), [])
})

test('nobody fills the disk: neither with one file, nor with many that are never finished', async () => {
  const site = await mediaSite()
  const size = 20 * 1024 * 1024
  await sendPart(site, { offset: 0, bytes: Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length - 1)]), size })
  const past = await sendPart(site, { offset: size - 1, bytes: Buffer.alloc(6 * 1024 * 1024), size })
  assert.equal(past.status, 413)
  assert.deepEqual(await arriving(site), [])

  const begin = (number: number) => sendPart(site, { offset: 0, bytes: photo.subarray(0, 100), upload: nameOf(number) })
  for (let number = 0; number < 20; number++) assert.equal((await begin(number)).status, 200)
  const refused = await begin(20)
  assert.deepEqual([refused.status, refused.issue], [429, 'Bạn đang gửi dở 20 ảnh. Chờ các ảnh ấy xong rồi gửi tiếp.'])
  assert.equal((await begin(7)).status, 200, 'one of hers goes on')

  const anHourAgo = new Date(Date.now() - 3_600_000)
  await utimes(join(pictureFiles(site.uploads).incoming, `phan-1-${nameOf(3)}`), anHourAgo, anHourAgo)
  assert.equal((await begin(20)).status, 200)
  assert.equal((await arriving(site)).includes(`phan-1-${nameOf(3)}`), false)
  assert.equal((await arriving(site)).length, 20)
})

test('a picture that the library has is told, and one that was deleted since is made again', async () => {
  const site = await mediaSite()
  const known = await sendOne(site, 'trước.jpg', photo)
  const answer = await sendPart(site, { offset: 0, bytes: photo })
  assert.deepEqual(
    [answer.picture?.id, answer.note],
    [known.id, 'Ảnh này đã có trong thư viện, chưa bài nào dùng. Cổng giữ ảnh đã có.'],
  )

  await site.database.write.updateTable('pictures').set({ deleted_at: '2017-02-17T00:00:00.000Z' }).execute()
  assert.deepEqual(await ask(site), { received: 0 })
  const next = await sendPart(site, { offset: 0, bytes: photo })
  assert.notEqual(next.picture?.id, known.id)
  assert.equal(next.note, null)
})

test('other names and numbers are no uploads, and without a form token nothing is written', async () => {
  const site = await mediaSite()
  for (const strange of ['b'.repeat(31), 'B'.repeat(32), '..%2f..%2fx', `${'a'.repeat(32)}.xong`])
    assert.equal((await get(site, `${library}/gui/${strange}`)).status, 404, strange)
  for (const [offset, size] of [
    ['-1', '9'],
    ['9', '8'],
    ['x', '9'],
    ['0', ''],
    ['1e3', '9999'],
  ]) {
    const query = new URLSearchParams({ 'form-token': formToken, offset: offset ?? '', size: size ?? '' })
    const answer = await fetch(`${site.origin}${library}/gui/${upload}?${query}`, { method: 'POST', body: 'x' })
    assert.equal(answer.status, 400, `${offset} ${size}`)
  }
  const bare = await fetch(`${site.origin}${library}/gui/${upload}?offset=0&size=9`, { method: 'POST', body: 'x' })
  assert.equal(bare.status, 403)
  assert.deepEqual(await arriving(site), [])
})
