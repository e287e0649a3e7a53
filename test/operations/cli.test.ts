import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'

const { PATH = '', HOME = '' } = process.env

async function portalCommand(args: string[], env: Record<string, string> = {}, input = '') {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], { cwd: root, env: { PATH, HOME, ...env } })
  child.stdin.end(input)
  const ended = new Promise<number | null>((settle) => child.once('close', settle))
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { output, errors, code }
}

async function emptyPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-cli-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'portal.db')
  return { folder, path, env: { DATABASE_URL: `sqlite:${path}`, UPLOADS: join(folder, 'uploads') } }
}

test('--help names every command, and touches nothing', async () => {
  const { folder, env } = await emptyPlace()
  const { output, code } = await portalCommand(['--help'], env)

  assert.equal(code, 0)
  for (const command of ['staff', 'migrate', 'sample', 'export-site', 'export-lines', 'doctor'])
    assert.match(output, new RegExp(`^  ${command}\\b`, 'm'))
  const staff = await portalCommand(['staff', 'add', '--help'], env)
  for (const option of ['--email', '--name', '--role', '--password-stdin'])
    assert.ok(staff.output.includes(option), option)
  assert.deepEqual(await readdir(folder), [])
})

test('an administrator is added from the shell, her password from the standard input', async () => {
  const { env } = await emptyPlace()
  const person = ['--email', 'an@dakpo.gialai.gov.vn', '--name', 'Rơ Châm An', '--role', 'administrator']
  const added = await portalCommand(
    ['staff', 'add', ...person, '--password-stdin'],
    env,
    'chìa khóa để trong ngăn kéo\n',
  )

  assert.deepEqual([added.code, added.errors], [0, ''])
  assert.match(added.output, /Đã thêm \(added\): an@dakpo/)
  const doctor = await portalCommand(['doctor'], env)
  assert.equal(doctor.code, 0)
  assert.match(doctor.output, /✓ 1 quản trị viên/)

  const reset = await portalCommand(['staff', 'reset', '--email', 'an@dakpo.gialai.gov.vn'], env)
  assert.deepEqual([reset.code, reset.errors], [0, ''])
  assert.match(
    reset.output,
    /^Đường dẫn một lần \(one-time link\): http:\/\/localhost:3000\/quan-tri\/loi-moi\/[\w-]{43}\n$/,
  )
})

test('what goes wrong is one message, never a stack', async () => {
  const { path, env } = await emptyPlace()
  const person = ['--email', 'an', '--name', 'An', '--role', 'administrator']
  const wrongCall = await portalCommand(['staff', 'add', ...person], env)
  await writeFile(path, 'không phải cơ sở dữ liệu '.repeat(500))
  await Promise.all(['-wal', '-shm'].map((end) => rm(path + end, { force: true })))
  const damaged = await portalCommand(['doctor'], env)
  const wrongSetting = await portalCommand(['doctor'], { ...env, PORT: 'x' })

  for (const { code, errors } of [wrongCall, damaged, wrongSetting]) {
    assert.equal(code, 1)
    assert.notEqual(errors, '')
    assert.doesNotMatch(errors, /^\s+at /m)
  }
  assert.match(wrongCall.errors, /--email an/)
  assert.match(damaged.errors, /bản sao lưu gần nhất/)
  assert.match(wrongSetting.errors, /PORT/)
})
