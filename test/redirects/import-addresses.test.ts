import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { examineCsv, readCsv } from '../../src/redirects/csv-lines.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { root } from '../support/sources.ts'
import { testPortal } from '../support/test-portal.ts'
import { untilDone } from './given-redirects.ts'

const folder = await mkdtemp(join(tmpdir(), 'cong-tin-csv-'))
closeAfterTest(() => rm(folder, { recursive: true, force: true }))
const imports = '/quan-tri/dia-chi-cu/nhap'

async function fileOf(bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`)
  await writeFile(path, bytes)
  return path
}

async function read(bytes: string | Uint8Array) {
  const file = (await examineCsv(await fileOf(bytes))) ?? assert.fail('no text')
  const lines = await Array.fromAsync(readCsv(file), ({ line }) => line)
  return { file, lines, pairs: lines.map(({ old, target }) => [old, target]) }
}

describe('a file of old addresses is read', () => {
  const wanted = [
    ['/Tin/Đak-Pơ.aspx', '/tin-bai/a-1'],
    ['/b', '2'],
  ]

  test('with commas, semicolons or tabs, with names of columns or without', async () => {
    for (const sign of [',', ';', '\t'])
      for (const head of ['', `old${sign}new\n`, `Địa chỉ cũ${sign}Địa chỉ mới\r\n`, `Cũ${sign}Mới\n`])
        assert.deepEqual((await read(`${head}/Tin/Đak-Pơ.aspx${sign}/tin-bai/a-1\r\n\r\n/b${sign}2`)).pairs, wanted)
  })

  test('with its columns in another order and between others, when they are named', async () => {
    const { pairs } = await read('mới,ghi chú,cũ\n/tin-bai/a-1,x,/Tin/Đak-Pơ.aspx\n2,,/b\n')
    assert.deepEqual(pairs, wanted)
  })

  test('in UTF-8 with a mark or without, in UTF-16, in Windows-1258', async () => {
    const text = '/Tin/Đak-Pơ.aspx,/tin-bai/a-1\n/b,2\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const windows = Buffer.from(text.replace('Đ', '\u00d0').replace('ơ', '\u00f5'), 'latin1')
    for (const bytes of [text, `\uFEFF${text}`, utf16, windows]) assert.deepEqual((await read(bytes)).pairs, wanted)
    assert.equal((await read(windows)).file.encoding, 'windows-1258')
  })

  test('line by line, so that a broken one is told by its number and harms no other', async () => {
    const { lines } = await read('/a,1\n\n/only-one\n/b,-with-comma.aspx,/tin-bai/x-1\n"/c,d",3\n')
    assert.deepEqual(
      lines.map(({ number, isWhole }) => [number, isWhole]),
      [
        [1, true],
        [3, false],
        [4, false],
        [5, true],
      ],
    )
    assert.equal(lines[3]?.old, '/c,d')
  })

  test('past a quotation mark that is never closed', async () => {
    const { lines } = await read(`/a,1\n"/b,2\n${'/c,3\n'.repeat(5_000)}`)
    const broken = lines.filter(({ isWhole }) => !isWhole)
    assert.deepEqual(
      broken.map(({ number }) => number),
      [2],
    )
    assert.equal(lines.length, 5_002)
    assert.equal(lines.at(-1)?.number, 5_002)
  })

  test('unless it is a workbook', async () => {
    assert.equal(await examineCsv(await fileOf(Buffer.from('PK\x03\x04\0\0'))), null)
    assert.equal(await examineCsv(await fileOf(Buffer.from([1, 0, 2, 0]))), null)
  })
})

test('a file is looked through, reported line by line, and imported when somebody says so', async () => {
  const portal = await testPortal()
  const article = await given.article(portal)
  await given.category(portal, 'Giáo dục')
  const csv = [
    'cũ,mới',
    `/Tin/Mot.aspx,${article.path}`,
    '/muc/giao-duc.html,/giao-duc',
    '/xa.html,https://example.com/',
    '/mat.html,/tin-bai/khong-co-888',
    '/vong-1,/vong-2',
    '/vong-2,/vong-1',
    '/lien-he,/dinh-chinh',
    'khong phai,/dinh-chinh',
    '/qua,/Tin/Mot.aspx',
    '/truoc,/sau',
    '/sau,/dinh-chinh',
    '/thieu',
    '/TIN/mot.aspx/,/dinh-chinh',
  ].join('\n')
  const file = { field: 'addresses', name: 'địa chỉ cũ.csv', bytes: Buffer.from(csv) }
  await portal.as(an).get(imports)
  const before = await given.everythingStored(portal)

  const sent = await portal.as(an).upload(imports, [file])
  assert.equal(sent.status, 303)
  const job = sent.location ?? ''
  const trial = await untilDone(portal, job)
  assert.match(trial, /Đã xem thử, chưa nhập[\s\S]*Nhập 6 địa chỉ/)
  assert.deepEqual({ ...(await given.everythingStored(portal)), sessions: [] }, { ...before, sessions: [] })
  const report = (await portal.as(an).get(`${job}/bao-cao`)).text
  const wanted: [number, string, string][] = [
    [2, 'Mới', '/Tin/Mot.aspx'],
    [3, 'Mới', '/muc/giao-duc.html'],
    [4, 'Nơi đến ngoài cổng này', '/xa.html'],
    [5, 'Nơi đến không có', '/mat.html'],
    [6, 'Chuyển vòng quanh', '/vong-1'],
    [7, 'Chuyển vòng quanh', '/vong-2'],
    [8, 'Địa chỉ cũ đang là trang thật', '/lien-he'],
    [9, 'Địa chỉ cũ viết chưa đúng', 'khong phai'],
    [10, 'Mới', '/qua'],
    [11, 'Mới', '/truoc'],
    [12, 'Mới', '/sau'],
    [13, 'Dòng không có đúng hai ô', '/thieu'],
  ]
  for (const line of wanted) assert.ok(report.includes(line.join(',')), line.join(','))
  assert.match(report, /14,"?Đã có, thay nơi đến"?,\/TIN\/mot\.aspx\/,\/dinh-chinh/)

  await portal.as(an).post(`${job}/chay`)
  assert.match(await untilDone(portal, job), /Đã nhập/)
  const lead = async (path: string) => (await portal.visitor().get(path)).location
  assert.deepEqual(
    [await lead('/tin/mot.aspx'), await lead('/muc/giao-duc.html'), await lead('/truoc'), await lead('/qua')],
    ['/dinh-chinh', '/giao-duc', '/dinh-chinh', article.path],
  )
  assert.match(
    (await portal.as(an).get('/quan-tri/nhat-ky')).main(),
    /Nhập từ tệp[\s\S]*địa chỉ cũ\.csv[\s\S]*Thêm 5, thay 1/,
  )

  const again = await portal
    .as(an)
    .upload(imports, [
      { ...file, bytes: Buffer.from(csv.split('\n').slice(0, -1).join('\n').replace('Mot.aspx', 'Hai.aspx')) },
    ])
  assert.match(await untilDone(portal, again.location ?? ''), /Đã có, giữ nguyên/)
  assert.match((await portal.as(an).post(`${job}/bo`)).location ?? '', /nhap\?bo/)
  assert.equal((await portal.as(an).get(job)).status, 404)
})

test('what is no CSV is refused in plain words, and nothing of it stays', async () => {
  const portal = await testPortal()
  const upload = (bytes: string) =>
    portal.as(an).upload(imports, [{ field: 'addresses', name: 'a.xlsx', bytes: Buffer.from(bytes) }])
  assert.match((await upload('PK\x03\x04')).main(), /không phải CSV/)
  assert.match((await upload('')).main(), /Chọn một tệp CSV/)
  assert.match((await portal.as(an).upload(imports, [])).main(), /Chọn một tệp CSV/)
  assert.doesNotMatch((await portal.as(an).get(imports)).main(), /Những tệp gần đây/)
})

test('from the shell: a trial changes nothing, an import may be repeated, and its end can be read again', async () => {
  const portal = await testPortal()
  await given.article(portal)
  const lines = Array.from({ length: 1_200 }, (_, at) => `/cu/bai-${at}.html,1`)
  const path = await fileOf(lines.join('\n'))
  const report = join(folder, 'report.csv')
  const run = async (...words: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/cli.ts', 'redirects', ...words], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: portal.config.databaseUrl, SITE_URL: portal.config.siteUrl },
      maxBuffer: 1e8,
    })
    return stdout
  }
  const count = async () => (await portal.database.write.selectFrom('legacy_addresses').select('id').execute()).length

  assert.match(await run('import', path, '--dry-run', '--report', report), /1\.200 {2}Mới[\s\S]*chưa đổi gì/)
  assert.equal(await count(), 0)
  assert.equal((await readFile(report, 'utf8')).split('\r\n').length, 1_202)
  assert.match(await run('import', path), /1\.200 {2}Mới/)
  assert.match(await run('import', path), /1\.200 {2}Đã có, giữ nguyên/)
  assert.equal(await count(), 1_200)

  const exported = await run('export')
  await portal.database.write.deleteFrom('legacy_addresses').execute()
  assert.match(await run('import', await fileOf(exported)), /1\.200 {2}Mới/)
  assert.equal(await run('export'), exported)
})
