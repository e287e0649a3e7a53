import assert from 'node:assert/strict'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pictureFiles } from '../../src/media/picture-files.ts'
import { sweepIncoming } from '../../src/media/sweep-incoming.ts'
import { addPicture, temporaryDatabase, temporaryFolder } from './given-media.ts'

const hourMs = 3_600_000

/** As it would look had nobody touched it for so long. */
async function age(path: string, hours: number) {
  const time = new Date(Date.now() - hours * hourMs)
  await utimes(path, time, time)
}

/** Files of a picture that was being received when the power failed, after they had their final name. */
async function cutOff(uploads: string, key: string, hours: number) {
  const files = pictureFiles(uploads)
  await writeFile(join(await files.prepare(key), '320.webp'), 'x')
  await files.keep(key)
  await age(join(files.incoming, key), hours)
}

test('half an upload of a process that died is gone a day later', async () => {
  const uploads = await temporaryFolder()
  const files = pictureFiles(uploads)
  files.openIncoming()
  for (const name of [
    'd41d8cd98f00b204e9800998ecf8427e',
    `phan-1-${'a'.repeat(32)}`,
    `phan-1-${'b'.repeat(32)}.xong`,
  ]) {
    await writeFile(join(files.incoming, name), 'half a picture')
    await age(join(files.incoming, name), 25)
  }
  await writeFile(join(await files.prepare('a'.repeat(20)), '320.webp'), 'half the variants')
  await age(join(files.incoming, 'a'.repeat(20)), 25)

  await sweepIncoming({ uploads, database: await temporaryDatabase() })

  assert.deepEqual(await readdir(files.incoming), [])
})

test('files whose row was never written go, those of a picture stay', async () => {
  const uploads = await temporaryFolder()
  const database = await temporaryDatabase()
  const files = pictureFiles(uploads)
  const { key } = await addPicture(database, 'một.jpg')
  const orphan = 'f'.repeat(20)
  await cutOff(uploads, key, 25)
  await cutOff(uploads, orphan, 25)

  await sweepIncoming({ uploads, database })

  assert.deepEqual(await readdir(files.incoming), [])
  assert.deepEqual(await readdir(files.folderOf(key)), ['320.webp'])
  await assert.rejects(readdir(files.folderOf(orphan)), { code: 'ENOENT' })
})

test('what another process may be at work on is left alone', async () => {
  const uploads = await temporaryFolder()
  const database = await temporaryDatabase()
  const files = pictureFiles(uploads)
  files.openIncoming()
  const waiting = `phan-1-${'a'.repeat(32)}`
  await writeFile(join(files.incoming, waiting), 'x')
  await age(join(files.incoming, waiting), 23)
  const unwritten = 'e'.repeat(20)
  await cutOff(uploads, unwritten, 0)

  await sweepIncoming({ uploads, database })

  assert.deepEqual((await readdir(files.incoming)).sort(), [unwritten, waiting].sort())
  assert.deepEqual(await readdir(files.folderOf(unwritten)), ['320.webp'])
})
