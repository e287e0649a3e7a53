import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { exportLinesTo, exportSiteTo } from '../../src/operations/export-commands.ts'
import { emptyFolder, filesIn } from '../exports/exported.ts'

async function emptyInstallation() {
  const folder = await emptyFolder()
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(folder, 'portal.db')}`,
    UPLOADS: join(folder, 'uploads'),
    LOG_LEVEL: 'silent',
  })
  return { folder, config }
}

test('an operator gets the site as files, and everything public as lines, of a whole file or none', async () => {
  const { folder, config } = await emptyInstallation()
  const told: [number, number][] = []
  const { failed, written } = await exportSiteTo(config, join(folder, 'out'), (...progress) => told.push(progress))
  assert.deepEqual(failed, [])
  assert.equal((await filesIn(join(folder, 'out'))).size, written + 2)
  const [done, known] = told.at(-1) ?? assert.fail()
  assert.ok(done > 10 && done === known)

  await mkdir(join(folder, 'lines'))
  const file = join(folder, 'lines', 'cong.jsonl')
  await writeFile(file, 'lần trước')
  await exportLinesTo(config, file)
  const [first = ''] = (await readFile(file, 'utf8')).split('\n')
  assert.equal(JSON.parse(first).kind, 'export')
  assert.deepEqual(await readdir(join(folder, 'lines')), ['cong.jsonl'])
})
