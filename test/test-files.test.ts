import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { closeAfterTest } from './support/close-after-test.ts'
import { listFiles, readSources } from './support/sources.ts'
import {
  browserFiles,
  engineDoor,
  engineFiles,
  groupsOf,
  houseFiles,
  roomFiles,
  writeGroups,
} from './support/test-files.ts'

describe('a run of all tests', () => {
  test('takes every test file, each once on SQLite', () => {
    const taken = [...houseFiles, ...roomFiles, ...browserFiles].sort()
    assert.deepEqual(taken, listFiles('test', '.test.ts'))
    assert.deepEqual(
      groupsOf(taken)
        .flatMap(({ files }) => files)
        .sort(),
      taken,
    )
  })

  test('takes again, on PostgreSQL, every file from which a database can be reached', () => {
    const reaching = ['test/accounts/sign-in.test.ts', 'test/news/article-store.test.ts', 'test/migrations.test.ts']
    for (const file of reaching) assert.ok(engineFiles.includes(file), file)
    assert.ok(roomFiles.includes('test/accounts/password.test.ts'))
    assert.ok(!engineFiles.includes('test/accounts/password.test.ts'))
  })

  test('asks at one door which engine it is about', () => {
    const asking = readSources('test').filter(({ text }) => /\bTEST_(ENGINE|POSTGRES_URL)\b/.test(text))
    assert.deepEqual(
      asking.map(({ path }) => path),
      ['test/run.ts', engineDoor],
    )
  })
})

describe('test files that share a process', () => {
  test('close nothing while one of them still prepares itself', () => {
    const slow = `let isOpen = true
after(() => { isOpen = false })
await new Promise((ready) => setTimeout(ready, 300))
test('of the slow file', () => { if (!isOpen) throw new Error('closed too soon') })`
    const { output, exitCode } = runTogether(`test('of the quick file', () => {})`, slow)
    assert.match(output, /of the quick file/)
    assert.match(output, /of the slow file/)
    assert.equal(exitCode, 0, output)
  })

  test('fail when one of them cannot even start', () => {
    const { output, exitCode } = runTogether(`test('of the quick file', () => {})`, `throw new Error('cannot start')`)
    assert.match(output, /cannot start/)
    assert.notEqual(exitCode, 0)
  })
})

function runTogether(...texts: string[]): { output: string; exitCode: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-groups-'))
  closeAfterTest(async () => rmSync(folder, { recursive: true }))
  const chosen = texts.map((text, place) => {
    const path = join(folder, `${place}.test.mjs`)
    writeFileSync(path, `import { after, test } from 'node:test'\n${text}\n`)
    return path
  })
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout, status } = spawnSync(process.execPath, ['--test', ...writeGroups(chosen, folder)], {
    encoding: 'utf8',
    env,
  })
  return { output: stdout, exitCode: status }
}
