import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { lineHash } from '../../src/audit/chain.ts'
import { auditWriter, verifyChain } from '../../src/audit/index.ts'
import { type Database, inTransaction, migrate, openDatabase } from '../../src/database/index.ts'
import { migrationsFolder } from '../../src/portal.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { emptyDatabase, migratedDatabase, testEngine } from '../support/test-database.ts'
import { article, noGuard } from './given-log.ts'

const now = '2017-02-17T03:00:00.000Z'
const step = '0011-audit-chain'

describe('the hash of a line', () => {
  const line = {
    at: now,
    staffId: 1,
    staffName: 'Nguyễn Thị Hương',
    act: 'published',
    subjectKind: 'article',
    subjectId: 7,
    subjectTitle: 'Hội nghị "tổng kết" năm 2016',
    subjectKey: 'hoi nghi "tong ket" nam 2016',
    note: 'dòng 1\ndòng 2\t\u001f\\',
  }

  test('is the one that another program makes of the same form', () => {
    // json.dumps and hashlib of Python.
    const first = '5d38e848e44a3d182f9b00d8adf76891a5fe59a65dae88f616885477d0f47c49'
    assert.equal(lineHash('', line), first)
    const empty = { ...line, staffId: null, staffName: '', act: 'created', subjectKind: 'agency', subjectId: null }
    assert.equal(
      lineHash(first, { ...empty, subjectTitle: '', subjectKey: '', note: '' }),
      'c48e878590c7827f3c5a9a1a4a27c217dc769d5044450474c4c93cb222d4ebc5',
    )
  })

  test('is another one as soon as anything differs, also where one text ends and the next begins', () => {
    const others = [
      lineHash('0', line),
      ...Object.keys(line).map((name) => lineHash('', { ...line, [name]: name.endsWith('Id') ? 2 : 'khác' })),
      lineHash('', { ...line, staffId: null }),
      lineHash('', { ...line, subjectKey: 'a","b', note: 'c' }),
      lineHash('', { ...line, subjectKey: 'a', note: 'b","c' }),
    ]
    assert.equal(new Set([lineHash('', line), ...others]).size, others.length + 1)
  })
})

describe('the chain', () => {
  test('of an untouched log holds, and ends with its newest line', async () => {
    const database = await logOf(5)
    const lines = await chainOf(database)
    assert.deepEqual(
      lines.map(({ previous_hash }) => previous_hash),
      ['', ...lines.slice(0, -1).map(({ hash }) => hash)],
    )
    assert.deepEqual(await verifyChain(database.read), {
      lines: 5,
      before: 0,
      lastHash: lines.at(-1)?.hash,
      brokenAt: null,
    })
  })

  test('of an empty log holds', async () => {
    const database = await logOf(0)
    assert.deepEqual(await verifyChain(database.read), { lines: 0, before: 0, lastHash: '', brokenAt: null })
  })

  test('holds however long it is', async () => {
    const database = await logOf(1_001)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, null)
    await noGuard(database)
    await database.write.updateTable('audit_lines').set({ note: 'khác' }).where('id', '=', 1_001).execute()
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 1_001, reason: 'changed' })
  })

  test('takes letters as the database keeps them', async () => {
    const database = await logOf(0)
    const by = { id: 1, name: 'H’Lan \ud83d' }
    await inTransaction(database, (transaction) =>
      auditWriter(transaction, now).record(by, 'created', { ...article, title: '"a",\\ \ud83d\n🌻 Ơ̆' }, '\ude00\t'),
    )
    assert.deepEqual((await verifyChain(database.read)).brokenAt, null)
  })

  test('gives each line a predecessor of its own, whoever else writes meanwhile', async () => {
    const database = await logOf(0)
    const twoLines = (title: string) =>
      inTransaction(database, async (transaction) => {
        const log = auditWriter(transaction, now)
        await log.record(null, 'created', { ...article, title })
        await pause(5)
        await log.record(null, 'saved', { ...article, title })
      })
    await Promise.all(Array.from({ length: 12 }, (_, place) => twoLines(`Tin ${place}`)))
    const lines = await chainOf(database)
    assert.equal(new Set(lines.map(({ previous_hash }) => previous_hash)).size, 24)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, null)
  })

  test('knows nothing of a line that was taken back', async () => {
    const database = await logOf(2)
    const failing = inTransaction(database, async (transaction) => {
      await auditWriter(transaction, now).record(null, 'created', article)
      throw new Error('the deed failed')
    })
    await assert.rejects(failing, /the deed failed/)
    await add(database, 1)
    const { lines, brokenAt } = await verifyChain(database.read)
    assert.deepEqual([lines, brokenAt], [3, null])
  })

  test('looks whole while somebody goes on writing', async () => {
    const database = await logOf(1_500)
    const reports = await Promise.all([
      verifyChain(database.read),
      add(database, 20).then(() => verifyChain(database.read)),
    ])
    assert.deepEqual(
      reports.map(({ brokenAt }) => brokenAt),
      [null, null],
    )
  })
})

describe('somebody who has the database in her hands is found out when she', () => {
  const ids = [2, 3]

  for (const [name, value] of Object.entries({
    at: '2017-02-16T03:00:00.000Z',
    staff_id: 2,
    staff_name: 'Bình',
    act: 'withdrew',
    subject_kind: 'picture',
    subject_id: 1,
    subject_title: 'Tin khác',
    subject_key: 'tin khac',
    note: 'khác',
    hash: 'f'.repeat(64),
  })) {
    test(`changes ${name} of a line`, async () => {
      const database = await tamperable()
      await sql`update audit_lines set ${sql.ref(name)} = ${value} where id = 2`.execute(database.write)
      assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 2, reason: 'changed' })
    })
  }

  test('changes a line and makes its hash anew', async () => {
    const database = await tamperable()
    await sql`update audit_lines set note = 'khác', hash = ${await hashWith(database, 2, 'khác')} where id = 2`.execute(
      database.write,
    )
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'unlinked' })
  })

  test('changes the newest line and makes its hash anew', async () => {
    const database = await tamperable()
    await sql`update audit_lines set note = 'khác', hash = ${await hashWith(database, 5, 'khác')} where id = 5`.execute(
      database.write,
    )
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 5, reason: 'cut' })
  })

  test('removes a line in the middle', async () => {
    const database = await tamperable()
    await sql`delete from audit_lines where id = 2`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'unlinked' })
  })

  test('removes the beginning', async () => {
    const database = await tamperable()
    await sql`delete from audit_lines where id <= 2`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'unlinked' })
  })

  test('says that the first lines are older than the chain', async () => {
    const database = await tamperable()
    await sql`update audit_lines set hash = '', previous_hash = '' where id <= 2`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 1, reason: 'unchained' })
    await sql`update audit_chain set last_before = 2`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'unlinked' })
  })

  test('slips a line in', async () => {
    const database = await tamperable()
    const move = (from: number) => sql`update audit_lines set id = id + 1 where id = ${from}`.execute(database.write)
    for (const id of [5, 4, 3]) await move(id)
    await copyLine(database, 2, 3)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'unlinked' })
  })

  test('adds a line at the end without the portal', async () => {
    const database = await tamperable()
    await copyLine(database, 5, 6)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 6, reason: 'unlinked' })
    await sql`update audit_lines set previous_hash = '', hash = '' where id = 6`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 6, reason: 'unchained' })
  })

  test('puts two lines in another order', async () => {
    const database = await tamperable()
    const [second = 0, third = 0] = ids
    for (const [from, to] of [
      [second, 99],
      [third, second],
      [99, third],
    ])
      await sql`update audit_lines set id = ${to} where id = ${from}`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 2, reason: 'unlinked' })
  })

  test('removes the end, unless she also makes the chain end there', async () => {
    const database = await tamperable()
    await sql`delete from audit_lines where id > 3`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 3, reason: 'cut' })

    const noted = await chainOf(database).then((lines) => lines.at(-1)?.hash ?? '')
    await sql`update audit_chain set lines = 3, last_hash = ${noted}`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, null)
  })

  test('removes the end and lets the portal go on', async () => {
    const database = await tamperable()
    await sql`delete from audit_lines where id > 3`.execute(database.write)
    await add(database, 1)
    const { brokenAt } = await verifyChain(database.read)
    assert.equal(brokenAt?.reason, 'unlinked')
  })

  test('removes everything', async () => {
    const database = await tamperable()
    await sql`delete from audit_lines`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: null, reason: 'cut' })
    await sql`delete from audit_chain`.execute(database.write)
    await assert.rejects(add(database, 1))
  })
})

describe('lines from before the chain', () => {
  test('stay outside it, and the chain begins after them', async () => {
    const folder = await temporaryFolder()
    const older = (await readdir(migrationsFolder)).filter((name) => /^\d/.test(name) && name < step)
    for (const name of older) await cp(join(migrationsFolder, name), join(folder, 'steps', name), { recursive: true })
    const database = await open(await emptyDatabase(testEngine, folder))
    await migrate(database, join(folder, 'steps'))
    for (const title of ['Một', 'Hai']) await addOldLine(database, title)

    await migrate(database, migrationsFolder)
    assert.deepEqual(await verifyChain(database.read), { lines: 2, before: 2, lastHash: '', brokenAt: null })
    await add(database, 3)
    const { lines, before, brokenAt } = await verifyChain(database.read)
    assert.deepEqual([lines, before, brokenAt], [5, 2, null])

    await noGuard(database)
    await sql`delete from audit_lines where id = 3`.execute(database.write)
    assert.deepEqual((await verifyChain(database.read)).brokenAt, { id: 4, reason: 'unlinked' })
  })
})

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-chain-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function open({ url, remove }: { url: string; remove(): Promise<void> }): Promise<Database> {
  const database = await openDatabase({ databaseUrl: url, databaseReadUrl: null })
  closeAfterTest(async () => {
    await database.close()
    await remove()
  })
  return database
}

/** A database whose log has just these lines. */
async function logOf(count: number): Promise<Database> {
  const database = await open(await migratedDatabase(testEngine, await temporaryFolder()))
  await migrate(database, migrationsFolder)
  await add(database, count)
  return database
}

async function tamperable(): Promise<Database> {
  const database = await logOf(5)
  await noGuard(database)
  return database
}

async function add(database: Database, count: number) {
  await inTransaction(database, async (transaction) => {
    const log = auditWriter(transaction, now)
    for (let number = 1; number <= count; number++)
      await log.record({ id: 1, name: 'Hương' }, 'saved', { ...article, title: `Tin số ${number}.` }, 'ghi chú')
  })
}

async function addOldLine({ write }: Database, title: string) {
  await sql`insert into audit_lines (at, staff_name, act, subject_kind, subject_title, note)
    values (${now}, '', 'created', 'article', ${title}, '')`.execute(write)
}

const chainOf = ({ read }: Database) =>
  read.selectFrom('audit_lines').select(['previous_hash', 'hash']).orderBy('id').execute()

/** The hash that the line would have with another note. */
async function hashWith({ read }: Database, id: number, note: string): Promise<string> {
  const row = await read.selectFrom('audit_lines').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return lineHash(row.previous_hash, {
    at: row.at,
    staffId: row.staff_id,
    staffName: row.staff_name,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectTitle: row.subject_title,
    subjectKey: row.subject_key,
    note,
  })
}

async function copyLine({ write }: Database, from: number, to: number) {
  const rest = sql.raw(
    'at, staff_id, staff_name, act, subject_kind, subject_id, subject_title, subject_key, note, previous_hash, hash',
  )
  await sql`insert into audit_lines (id, ${rest}) select ${to}, ${rest} from audit_lines where id = ${from}`.execute(
    write,
  )
}
