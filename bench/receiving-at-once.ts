/**
 * Twenty photos of 12 megapixels sent at once, in parts as phones send them, to a whole portal with the sample district: how
 * long until the last is a picture, the most memory that the portal held, and how long readers waited for pages meanwhile.
 * Run: npm exec -c 'node bench/receiving-at-once.ts', and with MALLOC_ARENA_MAX=2 before it.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inviteFirstAdministrator } from '../src/accounts/index.ts'
import { readConfig } from '../src/config.ts'
import { createPortal } from '../src/portal.ts'
import { realWorld } from '../src/site/world.ts'
import { type Client, createClient } from '../test/support/client.ts'
import { makePhoto, peakMegabytes } from './photo.ts'

const photos = 20
const partBytes = 1024 * 1024
const idleMs = 4_000
const [, , origin, link, photo] = process.argv
await (origin && link && photo ? send(origin, link, readFileSync(photo)) : receive())

async function receive() {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-bench-'))
  const path = join(folder, 'photo.jpg')
  makePhoto(path)
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const siteUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const world = realWorld('silent')
  const config = readConfig({
    SITE_URL: siteUrl,
    DATABASE_URL: `sqlite:${join(folder, 'portal.db')}`,
    UPLOADS: join(folder, 'uploads'),
    LOG_LEVEL: 'silent',
  })
  const portal = await createPortal(config, world)
  await portal.fillIfUntouched()
  server.on('request', portal.publicSite)
  const invitation = await inviteFirstAdministrator({ database: portal.database, world }, 'Quản trị')
  console.log(`before: peak ${peakMegabytes()} MB`)

  const sender = fork(import.meta.filename, [siteUrl, invitation ?? '', path])
  await new Promise((left) => sender.once('exit', left))
  console.log(`after: peak ${peakMegabytes()} MB`)
  server.close()
  server.closeAllConnections()
  await portal.close()
  rmSync(folder, { recursive: true })
}

/** Runs in a process of its own, so that its memory is not counted. */
async function send(origin: string, link: string, photo: Buffer) {
  const staff = createClient(origin)
  const password = 'mía đường được mùa năm nay'
  await staff.get(link)
  const typed = { name: 'An', email: 'an@dakpo.gialai.gov.vn', newPassword: password, repeatPassword: password }
  const entered = await staff.post(link, typed)
  if (entered.status !== 303) throw new Error(`not let in: ${entered.status}`)
  const token = await staff.formToken()

  const idle = { isOver: false }
  const quiet = readPages(createClient(origin), idle)
  await wait(idleMs)
  idle.isOver = true
  tell('readers before', await quiet)

  const busy = { isOver: false }
  const reading = readPages(createClient(origin), busy)
  const began = performance.now()
  await Promise.all(Array.from({ length: photos }, (_, number) => sendPhoto(staff, token, photo, number)))
  console.log(`${photos} photos: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  busy.isOver = true
  tell('readers meanwhile', await reading)
}

async function sendPhoto(staff: Client, token: string, photo: Buffer, number: number) {
  const bytes = Buffer.concat([photo, Buffer.from(String(number))])
  const name = number.toString(16).padStart(32, '0')
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const query = new URLSearchParams({
      'form-token': token,
      offset: String(offset),
      size: String(bytes.length),
      name: `${number}.jpg`,
    })
    const answer = await staff.postRaw(`/quan-tri/hinh-anh/gui/${name}?${query}`, {
      body: bytes.subarray(offset, offset + partBytes),
      headers: { 'content-type': 'application/octet-stream' },
    })
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`)
  }
}

/** How long each page took, in milliseconds, one after the other. */
async function readPages(reader: Client, until: { isOver: boolean }): Promise<number[]> {
  const times: number[] = []
  while (!until.isOver) {
    for (const path of ['/', '/tin-tuc', '/tin-bai/1']) {
      const began = performance.now()
      await reader.get(path, { follow: true })
      times.push(performance.now() - began)
    }
    await wait(20)
  }
  return times
}

function tell(title: string, times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0)
  console.log(`${title}: ${times.length} pages, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(0.9999)} ms`)
}
