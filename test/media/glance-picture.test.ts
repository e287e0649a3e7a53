import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { glancePicture } from '../../src/media/glance-picture.ts'
import { mediaWords } from '../../src/media/index.ts'
import { limitNumbers } from '../../src/media/picture-limits.ts'
import { receiveTools, temporaryFolder } from './given-media.ts'
import { claimedPng, heicHead, phonePhoto, plain, saved, written } from './pictures.ts'

const refusals = mediaWords.vi.refusals(limitNumbers)

test('a file becomes one small picture, upright and without a word of where it was taken', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const path = await saved(folder, 'a', phonePhoto({ width: 2000, height: 1200 }))
  const target = join(folder, 'small.jpg')

  assert.deepEqual(await glancePicture(tools, { path, originalName: 'a.jpg' }, target), { width: 1200, height: 2000 })

  const { format, width, height, exif, orientation } = await sharp(target).metadata()
  assert.deepEqual([format, width, height, exif, orientation], ['jpeg', 960, 1600, undefined, undefined])
  assert.ok((await stat(path)).isFile(), 'the file itself stays')
})

test('a picture that is small already stays as large as it is', async () => {
  const folder = await temporaryFolder()
  const path = await saved(folder, 'a', plain({ width: 300, height: 200 }).png())
  const target = join(folder, 'small.jpg')
  await glancePicture(await receiveTools(), { path, originalName: 'a.png' }, target)
  assert.equal((await sharp(target).metadata()).width, 300)
})

test('what the library would refuse is refused in the same words, and nothing is made of it', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const whole = await plain({ width: 300, height: 200 }).png().toBuffer()
  const cases: [keyof typeof refusals, Uint8Array][] = [
    ['empty', Buffer.alloc(0)],
    ['heic', heicHead()],
    ['other', Buffer.from('chữ')],
    ['damaged', whole.subarray(0, whole.length - 60)],
    ['too-many-pixels', claimedPng({ width: 30_000, height: 30_000 })],
  ]
  for (const [refusal, bytes] of cases) {
    const path = await written(folder, refusal, bytes)
    const target = join(folder, `${refusal}.jpg`)
    assert.deepEqual(await glancePicture(tools, { path, originalName: 'a' }, target), { issue: refusals[refusal] })
    await assert.rejects(stat(target), { code: 'ENOENT' })
  }
})
