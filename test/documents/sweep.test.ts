import assert from 'node:assert/strict'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { documentFiles, type FilePlace } from '../../src/documents/document-files.ts'
import { sweepIncoming } from '../../src/documents/sweep-incoming.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { document, filesOf } from './given-documents.ts'

const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)

/** A file that had its place already when the power failed. */
async function cutOff({ config }: TestPortal, place: FilePlace) {
  const files = documentFiles(config.uploads)
  const source = join(files.incoming, 'arriving')
  await writeFile(source, 'x')
  await files.keep(source, place)
}

async function makeOld({ config }: TestPortal) {
  const { incoming } = documentFiles(config.uploads)
  for (const name of await readdir(incoming)) await utimes(join(incoming, name), twoHoursAgo, twoHoursAgo)
}

const sweep = ({ config, database }: TestPortal) => sweepIncoming({ uploads: config.uploads, database })

test('half an upload of a process that died goes, and so does a file whose row was never written', async () => {
  const portal = await testPortal()
  const kept = await document(portal)
  const before = await filesOf(portal)
  await writeFile(join(documentFiles(portal.config.uploads).incoming, 'd41d8cd98f00b204e9800998ecf8427e'), 'half')
  await cutOff(portal, { key: 'f'.repeat(20), version: 'e'.repeat(20), kind: 'pdf' })
  await cutOff(portal, { key: kept.key, version: 'd'.repeat(20), kind: 'docx' })
  assert.equal((await filesOf(portal)).length, before.length + 5)

  await makeOld(portal)
  await sweep(portal)

  assert.deepEqual(await filesOf(portal), before)
})

test('a file whose row was written stays when only its mark was left', async () => {
  const portal = await testPortal()
  const { key, file } = await document(portal)
  const mark = join(documentFiles(portal.config.uploads).incoming, `${key}-${file.key}.pdf`)
  await writeFile(mark, '')
  await makeOld(portal)

  await sweep(portal)

  assert.deepEqual(await filesOf(portal), [join(key, `${file.key}.pdf`)])
})

test('what may still be arriving, perhaps in another process, is left alone', async () => {
  const portal = await testPortal()
  await cutOff(portal, { key: 'f'.repeat(20), version: 'e'.repeat(20), kind: 'pdf' })
  await writeFile(join(documentFiles(portal.config.uploads).incoming, 'arriving'), 'half')
  const before = await filesOf(portal)
  await sweep(portal)
  assert.deepEqual(await filesOf(portal), before)
  assert.equal(before.length, 3)
})
