import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Fault } from '../../src/site/faults.ts'
import { keptFiles } from '../../src/site/kept-files.ts'
import { closeAfterTest } from '../support/close-after-test.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-kept-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'not', 'there', 'yet')
}

const bytes = (text: string) => async () => Buffer.from(text)

test('a file is made once, however many ask for it and whenever', async () => {
  const folder = await temporaryFolder()
  const files = keptFiles(folder, { most: 10, mostWaiting: 5 })
  let made = 0
  const make = async () => {
    made += 1
    return Buffer.from('a')
  }
  await Promise.all([files.keep('a.png', make), files.keep('a.png', make), files.keep('a.png', make)])
  await files.keep('a.png', make)
  await keptFiles(folder, { most: 10, mostWaiting: 5 }).keep('a.png', make)
  assert.equal(made, 1)
  assert.equal(await readFile(join(folder, 'a.png'), 'utf8'), 'a')
})

test('the folder never holds more than it may, and what was made last stays', async () => {
  const folder = await temporaryFolder()
  const files = keptFiles(folder, { most: 20, mostWaiting: 5 })
  for (let number = 0; number < 70; number++) {
    await files.keep(`${number}.png`, bytes(String(number)))
    assert.ok((await readdir(folder)).length <= 20)
  }
  const names = await readdir(folder)
  assert.ok(names.includes('69.png'))
  assert.ok(!names.includes('0.png'))
  assert.ok(names.length > 10)
})

test('what could not be made is asked for again', async () => {
  const folder = await temporaryFolder()
  const files = keptFiles(folder, { most: 10, mostWaiting: 5 })
  await assert.rejects(
    files.keep('a.png', () => Promise.reject(new Error('no room'))),
    /no room/,
  )
  await files.keep('a.png', bytes('a'))
  assert.deepEqual(await readdir(folder), ['a.png'])
})

test('in a storm those who would wait too long are told to come back', async () => {
  const files = keptFiles(await temporaryFolder(), { most: 10, mostWaiting: 2 })
  const doors: (() => void)[] = []
  const slowly = () => new Promise<Buffer>((resolve) => doors.push(() => resolve(Buffer.from(''))))
  const waiting = ['a', 'b'].map((name) => files.keep(name, slowly))
  while (doors.length < 2) await new Promise(setImmediate)

  await assert.rejects(files.keep('c', slowly), (fault) => fault instanceof Fault && fault.status === 503)
  for (const open of doors) open()
  await Promise.all(waiting)
  await files.keep('c', bytes('c'))
})
