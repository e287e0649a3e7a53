import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { root } from '../support/sources.ts'

const built = join(root, 'public/scripts/built/editor.js')
const run = () => promisify(execFile)(process.execPath, ['src/build-editor.ts'], { cwd: root })

test('the editor is built when its sources are newer, by two programs at once too, and else left alone', async () => {
  await run()
  utimesSync(built, 0, 0)
  await Promise.all([run(), run()])
  const { mtimeMs, size } = statSync(built)
  assert.ok(mtimeMs > 0 && size > 100_000)
  assert.deepEqual(readdirSync(dirname(built)), ['editor.js'])

  await run()
  assert.equal(statSync(built).mtimeMs, mtimeMs)
})

test('the editor brings no style and no code that the security policy would refuse', async () => {
  await run()
  const script = readFileSync(built, 'utf8')
  assert.doesNotMatch(script, /\beval\(|new Function\(/)
  assert.match(script, /ProseMirror/)
})

test('the newsroom shows a text by the rules of the public site', () => {
  const sheet = (file: string) => readFileSync(join(root, 'public/styles', file), 'utf8')
  const rulesOf = (file: string) => sheet(file).match(/^ {2}\.prose\b.*/gm) ?? []
  assert.ok(rulesOf('prose.css').length > 12)
  for (const file of ['site.css', 'newsroom.css']) assert.match(sheet(file), /^@import "prose\.css";$/m)
  assert.deepEqual(rulesOf('newsroom.css'), [])
})
