import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createWorkshop } from '../../src/documents/index.ts'
import { countLetters, isScan } from '../../src/documents/reading.ts'
import { realWorld } from '../../src/site/world.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { temporaryFolder } from './given-documents.ts'
import { docxOf, part, pdfOf, pdfSaying, sample, written } from './sample-files.ts'

const folder = await temporaryFolder()
const workshop = createWorkshop(realWorld('silent'))
closeAfterTest(() => workshop.close())

function workshopWith(limits: Parameters<typeof createWorkshop>[1]) {
  const impatient = createWorkshop(realWorld('silent'), limits)
  closeAfterTest(() => impatient.close())
  return impatient
}

const megabyte = 1024 * 1024
const unread = { pages: null, text: '', warnings: [{ kind: 'unread' }] }

async function read(kind: 'pdf' | 'docx', bytes: Uint8Array) {
  return workshop.read({ kind, path: await written(folder, 'tệp', bytes) })
}

async function readWell(kind: 'pdf' | 'docx', bytes: Uint8Array) {
  const reading = await read(kind, bytes)
  if (typeof reading === 'string') assert.fail(reading)
  return reading
}

test('a PDF made by Word tells its pages and its words, exactly', async () => {
  const { pages, text, warnings } = await readWell('pdf', sample('report.pdf'))
  assert.deepEqual([pages, warnings], [2, []])
  assert.match(text, /^Báo cáo công tác tháng 2\nỦy ban nhân dân huyện Đak Pơ tổng kết/)
  assert.match(text, /Phụ lục: danh sách mười một xã, thị trấn/)
  assert.equal(text, text.normalize('NFC'))
})

test('a Word document tells its words', async () => {
  const { pages, text, warnings } = await readWell('docx', sample('letter.docx'))
  assert.deepEqual([pages, warnings], [null, []])
  assert.match(text, /Ủy ban nhân dân huyện Đak Pơ tổng kết công tác bình đẳng giới/)
})

test('a PDF of pictures of pages is called a scan', async () => {
  assert.deepEqual(await read('pdf', sample('scan.pdf')), { pages: 1, text: '', warnings: [{ kind: 'scan' }] })
})

test('it is a scan when most pages have next to no letters, stamps and page numbers or not', () => {
  const cases: [boolean, number[]][] = [
    [false, [900, 1200]],
    [false, [900, 1200, 0]],
    [false, [900, 4]],
    [true, [0]],
    [true, [25, 0, 12]],
    [true, [900, 0, 0]],
    [false, []],
  ]
  for (const [scan, letters] of cases) assert.equal(isScan(letters), scan, letters.join())
  assert.equal(countLetters('Số: 45/QĐ-UBND, 2017'), 8)
})

test('a PDF with a password is told from one that is damaged', async () => {
  assert.equal(await read('pdf', sample('locked.pdf')), 'locked')
  const whole = sample('report.pdf')
  assert.equal(await read('pdf', whole.subarray(0, whole.length / 2)), 'damaged')
  assert.equal(await read('pdf', Buffer.from('%PDF-1.7\nkhông có gì')), 'damaged')
})

test('a Word document whose words cannot be read is kept, with a warning', async () => {
  assert.equal((await readWell('docx', docxOf('Đọc được'))).text, 'Đọc được')
  assert.deepEqual(await read('docx', docxOf('', [part('word/document.xml', '<w:document><w:body>')])), unread)
  assert.deepEqual(await read('docx', docxOf('', [part('word/document.xml', '')])), unread)
})

test('a Word document that unpacks to more than a document holds is not unpacked', async () => {
  const spaces = Buffer.alloc(60 * 1024 * 1024, 0x20)
  assert.deepEqual(await read('docx', docxOf('Ngắn', [{ name: 'word/more.xml', bytes: spaces }])), unread)
})

test('a Word document whose list lies about its parts is not unpacked', async () => {
  const spaces = Buffer.alloc(30 * 1024 * 1024, 0x20)
  assert.equal((await readWell('docx', docxOf('Thật', [{ name: 'word/more.xml', bytes: spaces }]))).text, 'Thật')
  const lie = { name: 'word/more.xml', bytes: spaces, claimed: 100 }
  assert.deepEqual(await read('docx', docxOf('Nói dối', [lie])), unread)
})

test('a PDF that unfolds without end is given up before it fills the memory, and the next one is read', async () => {
  const impatient = workshopWith({ longestMs: 20_000, mostGrowthBytes: 200 * megabyte })
  const bomb = await written(folder, 'bomb.pdf', pdfOf(Buffer.alloc(400 * megabyte, 0x20)))
  const before = process.memoryUsage.rss()
  assert.deepEqual(await impatient.read({ kind: 'pdf', path: bomb }), unread)
  assert.ok(process.memoryUsage.rss() - before < 600 * megabyte)
  const next = await impatient.read({ kind: 'pdf', path: await written(folder, 'next.pdf', pdfSaying('As before')) })
  assert.deepEqual(next, { pages: 1, text: 'As before', warnings: [{ kind: 'scan' }] })
})

test('a PDF that takes longer than the limit is given up, and the next one is read', async () => {
  const impatient = workshopWith({ longestMs: 1_500, mostGrowthBytes: 2_000 * megabyte })
  const endless = pdfOf(`BT /F 12 Tf ${'(abc) Tj 1 0 0 1 10 10 Tm '.repeat(2_000_000)} ET`)
  const path = await written(folder, 'endless.pdf', endless)
  const started = Date.now()
  assert.deepEqual(await impatient.read({ kind: 'pdf', path }), unread)
  assert.ok(Date.now() - started < 5_000, `${Date.now() - started} ms`)
  const next = await impatient.read({ kind: 'pdf', path: await written(folder, 'next.pdf', pdfSaying('As before')) })
  assert.deepEqual(next, { pages: 1, text: 'As before', warnings: [{ kind: 'scan' }] })
})

test('no more than 200,000 letters are kept, and none is cut in half', async () => {
  const { text } = await readWell('docx', docxOf(`a${'😀'.repeat(150_000)}`))
  assert.equal(text.length, 199_999)
  assert.ok(text.isWellFormed())
})

test('documents sent at once are read one after the other, each to its end', async () => {
  const words = ['one', 'two', 'three'].map((word) => `Document number ${word}`)
  const paths = await Promise.all(words.map((word, place) => written(folder, `${place}.pdf`, pdfSaying(word))))
  const readings = await Promise.all(paths.map((path) => workshop.read({ path, kind: 'pdf' })))
  assert.deepEqual(
    readings.map((reading) => (typeof reading === 'string' ? reading : reading.text)),
    words,
  )
})

test('whatever is changed in a PDF, the reading ends with an answer', { timeout: 60_000 }, async () => {
  const whole = sample('report.pdf')
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(change, async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [place, byte] of changes) if (place > 5) bytes[place] = byte
      const reading = await read('pdf', bytes)
      assert.ok(typeof reading === 'string' || reading.text.length <= 200_000)
    }),
    { numRuns: 40 },
  )
})
