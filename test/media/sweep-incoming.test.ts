import assert from 'node:assert/strict'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pictureFiles } from '../../src/media/picture-files.ts'
import { sweepIncoming } from '../../src/media/sweep-incoming.ts'
import { addPicture, temporaryDatabase, temporaryFolder } from './given-media.ts'

/** Files of a picture that was being received when the power failed, after they had their final name. */
async function cutOff(uploads: string, key: string) {
  const files = pictureFiles(uploads)
  await writeFile(join(await files.prepare(key), '320.webp'), 'x')
  await files.keep(key)
}

test('half an upload of a process that died is gone after the next start', async () => {
  const uploads = await temporaryFolder()
  const files = pictureFiles(uploads)
  files.openIncoming()
  await writeFile(join(files.incoming, 'd41d8cd98f00b204e9800998ecf8427e'), 'half a picture')
  await writeFile(join(await files.prepare('a'.repeat(20)), '320.webp'), 'half the variants')

  await sweepIncoming({ uploads, database: await temporaryDatabase() })

  assert.deepEqual(await readdir(files.incoming), [])
})

test('files whose row was never written go, those of a picture stay', async () => {
  const uploads = await temporaryFolder()
  const database = await temporaryDatabase()
  const files = pictureFiles(uploads)
  const { key } = await addPicture(database, 'một.jpg')
  const orphan = 'f'.repeat(20)
  await cutOff(uploads, key)
  await cutOff(uploads, orphan)

  await sweepIncoming({ uploads, database })

  assert.deepEqual(await readdir(files.incoming), [])
  assert.deepEqual(await readdir(files.folderOf(key)), ['320.webp'])
  await assert.rejects(readdir(files.folderOf(orphan)), { code: 'ENOENT' })
})

test('what arrives while the sweep runs is left alone', async () => {
  const uploads = await temporaryFolder()
  const database = await temporaryDatabase()
  const files = pictureFiles(uploads)
  await mkdir(join(files.incoming, 'old'), { recursive: true })

  const swept = sweepIncoming({ uploads, database })
  await writeFile(join(files.incoming, 'new'), 'x')
  await swept

  assert.deepEqual(await readdir(files.incoming), ['new'])
})
