import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'
import { migratedDatabase, testEngine } from '../support/test-database.ts'

const stack = /\n\s+at |node:internal|\.ts:\d+/

describe('the program, when it cannot start', () => {
  test('names every wrong setting in one message, and no more', async () => {
    const { exitCode, errors, output } = await run({ PORT: 'ba nghìn', SITE_URL: 'dakpo', LANGUAGE: 'fr' })
    assert.equal(exitCode, 1)
    assert.match(
      errors,
      /^Cấu hình chưa đúng \(wrong settings\):\n {2}- PORT=ba nghìn: .*\n {2}- SITE_URL=dakpo: .*\n {2}- LANGUAGE=fr: .*\n$/,
    )
    assert.equal(output, '')
  })

  test('tells what to do about a broken database file', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'portal.db'), 'Đây không phải cơ sở dữ liệu. '.repeat(300))
    const { exitCode, errors } = await run({ DATABASE_URL: `sqlite:${join(folder, 'portal.db')}` })
    assert.equal(exitCode, 1)
    assert.match(errors, /Việc cần làm: /)
    assert.doesNotMatch(errors, stack)
  })

  test('tells what to do about a server of PostgreSQL that does not answer, and keeps the password to itself', async () => {
    const { exitCode, errors } = await run({ DATABASE_URL: 'postgres://portal:bi-mat-123@127.0.0.1:1/portal' })
    assert.equal(exitCode, 1)
    assert.match(errors, /Không kết nối được PostgreSQL/)
    assert.doesNotMatch(errors, stack)
    assert.doesNotMatch(errors, /bi-mat-123/)
  })

  test('says that the port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    closeAfterTest(async () => void taken.close())
    const { port } = taken.address() as AddressInfo
    const { exitCode, errors } = await run({ ...(await place()), PORT: String(port) })
    assert.equal(exitCode, 1)
    assert.match(errors, new RegExp(`Không mở được cổng mạng ${port}`))
    assert.doesNotMatch(errors, stack)
  })
})

describe('the program', () => {
  test('greets with its addresses and the one-time link, answers, and stops cleanly when asked', async () => {
    const port = await freePort()
    const settings = { ...(await place()), PORT: String(port) }
    let link = ''
    const first = await run(settings, async (output) => {
      link = /http:\/\/localhost:\d+(\/quan-tri\/loi-moi\/[\w-]{43})/.exec(output)?.[1] ?? ''
      assert.match(output, new RegExp(`http://localhost:${port}\\n`))
      assert.match(output, new RegExp(`http://localhost:${port}/quan-tri\\n`))
      assert.equal((await fetch(`http://127.0.0.1:${port}/lien-he`)).status, 200)
      assert.equal((await fetch(`http://127.0.0.1:${port}${link}`)).status, 200)
    })
    assert.deepEqual([first.exitCode, first.errors], [0, ''])

    // The second start has the same data: only the link of somebody who never came is made anew.
    const second = await run(settings, async (output) => {
      assert.match(output, /\/quan-tri\/loi-moi\/[\w-]{43}/)
      assert.equal((await fetch(`http://127.0.0.1:${port}${link}`)).status, 410)
    })
    assert.deepEqual([second.exitCode, second.errors], [0, ''])
    assert.doesNotMatch(second.output, /đã nạp huyện mẫu/)
  })
})

type Ending = { exitCode: number | null; output: string; errors: string }

/** Runs the program until it ends by itself or, once it is up and `whileUp` is done, until it was asked to stop. */
async function run(settings: Record<string, string>, whileUp?: (output: string) => Promise<void>): Promise<Ending> {
  const { PATH } = process.env
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: { PATH, LOG_LEVEL: 'error', ...settings } })
  closeAfterTest(async () => void child.kill('SIGKILL'))
  const heard = { output: '', errors: '' }
  let visit: Promise<void> | null = null
  child.stdout.on('data', (piece) => {
    heard.output += piece
    if (!visit && whileUp && /\n\n$/.test(heard.output))
      visit = whileUp(heard.output).finally(() => child.kill('SIGTERM'))
  })
  child.stderr.on('data', (piece) => {
    heard.errors += piece
  })
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  await visit
  return { exitCode, ...heard }
}

async function place(): Promise<Record<string, string>> {
  const folder = newFolder()
  const { url, remove } = await migratedDatabase(testEngine, folder)
  closeAfterTest(remove)
  return { DATABASE_URL: url, UPLOADS: join(folder, 'uploads') }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-test-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
