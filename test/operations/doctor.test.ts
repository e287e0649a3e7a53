import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditWriter } from '../../src/audit/index.ts'
import { readConfig } from '../../src/config.ts'
import { DatabaseUnusable, inTransaction } from '../../src/database/index.ts'
import { examineInstallation } from '../../src/operations/doctor.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { receiver } from '../announcements/given-receiver.ts'
import { noGuard } from '../audit/given-log.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { emptyDatabase, testEngine } from '../support/test-database.ts'
import { testPortal } from '../support/test-portal.ts'

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-doctor-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function emptyInstallation(settings: Record<string, string> = {}) {
  const folder = await temporaryFolder()
  const stored = await emptyDatabase(testEngine, folder)
  closeAfterTest(() => stored.remove())
  return readConfig({ DATABASE_URL: stored.url, UPLOADS: join(folder, 'uploads'), ...settings })
}

const findingAbout = async (config: ReturnType<typeof readConfig>, words: RegExp) =>
  (await examineInstallation(config, migrationsFolder)).find(({ text }) => words.test(text))

test('a sound installation has nothing to put right, and stays as it is', async () => {
  const portal = await testPortal()
  await portal.idOf(an)
  const config = { ...portal.config, siteUrl: 'https://dakpo.gialai.gov.vn' }
  const before = await readdir(portal.config.uploads, { recursive: true })
  const findings = await examineInstallation(config, migrationsFolder)

  assert.ok(findings.length >= 7)
  assert.deepEqual(
    findings.filter(({ level }) => level !== 'ok'),
    [],
  )
  assert.ok(findings.every(({ advice }) => advice === null))
  assert.ok(findings.some(({ text }) => text === '1 quản trị viên (administrators)'))
  assert.deepEqual(await readdir(portal.config.uploads, { recursive: true }), before)
})

test('a site without TLS is a warning', async () => {
  const portal = await testPortal()
  const finding = await findingAbout(portal.config, /^SITE_URL/)
  assert.equal(finding?.level, 'warning')
  assert.match(finding?.advice ?? '', /SITE_URL=https/)
})

test('an installation that nobody has started yet lacks its tables and its administrator', async () => {
  const config = await emptyInstallation()
  const pending = await findingAbout(config, /pending/)
  assert.deepEqual([pending?.level, pending?.advice], ['warning', 'Chạy: npm run portal -- migrate'])
  assert.match(pending?.text ?? '', /0001-/)
  const administrator = await findingAbout(config, /no administrator/)
  assert.equal(administrator?.level, 'warning')
  assert.match(administrator?.advice ?? '', /staff add/)
  assert.equal(await findingAbout(config, /audit log/), undefined)
})

test('the audit log is counted, with the hash to note, until somebody changes it behind the portal', async () => {
  const portal = await testPortal()
  await inTransaction(portal.database, async (transaction) => {
    const log = auditWriter(transaction, portal.clock.now())
    for (const title of ['Một', 'Hai', 'Ba']) await log.record(null, 'created', { kind: 'link', id: null, title })
  })
  const { last_hash } = await portal.database.read
    .selectFrom('audit_chain')
    .select('last_hash')
    .executeTakeFirstOrThrow()
  const sound = await findingAbout(portal.config, /audit log/)
  assert.deepEqual(
    [sound?.level, sound?.text],
    ['ok', `Nhật ký nguyên vẹn (audit log intact): 3 dòng (lines), mã dòng cuối (last hash) ${last_hash}`],
  )

  await noGuard(portal.database)
  await portal.database.write.updateTable('audit_lines').set({ staff_name: 'Bình' }).where('id', '=', 2).execute()
  const changed = await findingAbout(portal.config, /audit log/)
  assert.equal(changed?.level, 'fault')
  assert.match(changed?.text ?? '', /dòng số 2: nội dung của dòng đã bị đổi/)
  assert.match(changed?.advice ?? '', /sao lưu/)
})

test('a folder of uploads that cannot be written is a fault', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), 'not a folder')
  const finding = await findingAbout(await emptyInstallation({ UPLOADS: join(folder, 'file') }), /cannot write/)
  assert.equal(finding?.level, 'fault')
  assert.match(finding?.advice ?? '', /UPLOADS/)
})

test('a file that is no database is told in plain words', { skip: testEngine !== 'sqlite' }, async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'portal.db')
  await writeFile(path, 'đây không phải cơ sở dữ liệu '.repeat(500))
  const config = readConfig({ DATABASE_URL: `sqlite:${path}`, UPLOADS: join(folder, 'uploads') })
  const isPlain = (error: unknown) => error instanceof DatabaseUnusable && /bản sao lưu gần nhất/.test(error.message)
  await assert.rejects(() => examineInstallation(config, migrationsFolder), isPlain)
})

test('who is told of articles is counted, and who does not receive is named without secrets', async () => {
  const app = await receiver()
  const portal = await testPortal(app.settings)
  assert.equal((await findingAbout(portal.config, /receivers/))?.level, 'ok')
  app.answer({ status: 500 })
  await given.article(portal)
  await portal.deliver()
  const finding = await findingAbout(portal.config, /receiver/)
  assert.equal(finding?.level, 'warning')
  assert.match(finding?.text ?? '', /failing since\) 2017-02-17.*waiting\): 1/)
  assert.ok(finding?.text.includes(new URL(app.address).host))
  const everything = JSON.stringify(await examineInstallation(portal.config, migrationsFolder))
  assert.doesNotMatch(everything, /bi-mat|whsec_/)
  const silent = await testPortal()
  assert.equal(await findingAbout(silent.config, /receiver/), undefined)
})
