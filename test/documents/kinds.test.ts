import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf } from '../../src/documents/file-kind.ts'
import { temporaryFolder } from './given-documents.ts'
import { docxOf, officeParts, openParts, part, pdfSaying, sample, written, xlsx, zipOf } from './sample-files.ts'

const folder = await temporaryFolder()
const office = (type: string) => zipOf(officeParts(`openxmlformats-officedocument.${type}`))
/** Written in two pieces, so that no scanner takes this file for what it tests. */
const virusSign = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`

async function judge(bytes: Buffer | string, name = 'tệp') {
  const found = await kindOf(await written(folder, name, bytes))
  return 'refused' in found ? found.refused : `accepted as ${found.accepted}`
}

test('a file is what its content is, whatever its name says', async () => {
  const cases: [string, string, Buffer][] = [
    ['pdf', 'báo cáo.exe', sample('report.pdf')],
    ['docx', 'thư.pdf', sample('letter.docx')],
    ['odt', 'thư.docx', sample('letter.odt')],
    ['xlsx', 'bảng.zip', xlsx()],
    ['ods', 'bảng.xlsx', zipOf(openParts('spreadsheet'))],
    ['zip', 'phụ lục.pdf', zipOf([part('phụ lục 1.pdf', 'x'), part('phụ lục 2.pdf', 'y')])],
  ]
  for (const [kind, name, bytes] of cases) assert.equal(await judge(bytes, name), `accepted as ${kind}`, name)
})

test('what is none of these is refused for what it is', async () => {
  const cases: [string, Buffer | string][] = [
    ['old-office', sample('letter.doc')],
    ['old-office', '{\\rtf1\\ansi Báo cáo}'],
    ['template', sample('letter.ott')],
    ['template', office('wordprocessingml.template.main+xml')],
    ['slides', office('presentationml.presentation.main+xml')],
    ['slides', zipOf(openParts('presentation'))],
    ['web-page', '<!doctype html><title>x</title><script>alert(1)</script>'],
    ['web-page', '\n\n<HTML><body onload="alert(1)">'],
    ['web-page', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')])],
    ['program', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)])],
    ['program', '#!/bin/sh\nrm -rf /'],
    ['program', zipOf([part('META-INF/MANIFEST.MF', 'Main-Class: Main'), part('Main.class', 'x')])],
    ['archive', Buffer.from('526172211a0701000000000000000000', 'hex')],
    ['archive', Buffer.from('377abcaf271c00040000000000000000', 'hex')],
    ['picture', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(100)])],
    ['other', 'Ủy ban nhân dân huyện Đak Pơ'],
    ['other', virusSign],
    ['other', zipOf([part('mimetype', 'application/epub+zip')])],
    ['other', office('vnd.visio.drawing.main+xml')],
    ['empty', zipOf([])],
  ]
  for (const [refusal, bytes] of cases) assert.equal(await judge(bytes), refusal, bytes.toString('latin1').slice(0, 60))
})

test('documents that hold macros are refused, those without are not', async () => {
  const macro = part('word/vbaProject.bin', 'Sub AutoOpen()')
  const xlsm = zipOf(officeParts('ms-excel.sheet.macroEnabled.main+xml'))
  assert.equal(await judge(docxOf('Báo cáo')), 'accepted as docx')
  assert.equal(await judge(docxOf('Báo cáo', [macro])), 'macros')
  assert.equal(await judge(xlsm), 'macros')

  const emptyList = part('Basic/Standard/script-lb.xml', '<library:library/>')
  assert.equal(await judge(zipOf([...openParts('text'), emptyList])), 'accepted as odt')
  assert.equal(await judge(zipOf([...openParts('text'), part('Basic/Standard/Module1.xml', 'Sub Main')])), 'macros')
  assert.equal(await judge(zipOf([...openParts('text'), part('Scripts/python/a.py', 'import os')])), 'macros')
})

test('what readers could not open is refused', async () => {
  const manifest = part('META-INF/manifest.xml', '<manifest:encryption-data/>')
  assert.equal(await judge(zipOf([part('a.pdf', 'x')], { isLocked: true })), 'locked')
  assert.equal(await judge(zipOf([...openParts('text'), manifest])), 'locked')

  const whole = zipOf([part('a.pdf', 'x'.repeat(5000)), part('b.pdf', 'y')])
  assert.equal(await judge(whole), 'accepted as zip')
  assert.equal(await judge(whole.subarray(0, whole.length - 30)), 'damaged')
  assert.equal(await judge(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 7)])), 'damaged')
  assert.equal(await judge(zipOf([part('../../etc/cron.d/x', 'y')])), 'damaged')
})

test('a file that is two things at once is what its first bytes say', async () => {
  const zip = zipOf([part('a.exe', 'MZ')])
  const page = '<html><script>alert(1)</script></html>'
  assert.equal(await judge(Buffer.concat([pdfSaying('PDF first'), zip])), 'accepted as pdf')
  assert.equal(await judge(Buffer.concat([Buffer.from(page), pdfSaying('behind a page')])), 'web-page')
  assert.equal(await judge(Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20), zip])), 'picture')
  assert.equal(await judge(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100), zip])), 'program')
})

test('a document whose list names one part twice is not trusted', async () => {
  const clean = officeParts('openxmlformats-officedocument.wordprocessingml.document.main+xml')
  assert.equal(await judge(zipOf(clean)), 'accepted as docx')
  assert.equal(await judge(zipOf([...clean, ...officeParts('ms-word.document.macroEnabled.main+xml')])), 'damaged')
})

test('programs in a ZIP are told by name, at most five of them', async () => {
  const found = async (names: string[]) => {
    const path = await written(folder, 'a.zip', zipOf(names.map((name) => part(name, 'x'))))
    return kindOf(path)
  }
  const letters = await found(['thư mời.pdf', 'biểu mẫu/phiếu.docx'])
  assert.deepEqual(letters, { accepted: 'zip', warnings: [] })

  const setup = await found(['hướng dẫn.pdf', 'cài đặt/SETUP.EXE', 'eicar.com'])
  assert.deepEqual(setup, { accepted: 'zip', warnings: [{ kind: 'programs', names: ['SETUP.EXE', 'eicar.com'] }] })

  const many = await found(Array.from({ length: 9 }, (_, place) => `${place}.bat`))
  assert.deepEqual('warnings' in many && many.warnings, [
    { kind: 'programs', names: ['0.bat', '1.bat', '2.bat', '3.bat', '4.bat'] },
  ])
})

test('a ZIP with more parts than anybody would look through is refused without reading its list', async () => {
  const many = zipOf(Array.from({ length: 10_001 }, (_, place) => part(`${place}`, '')))
  assert.equal(await judge(many), 'too-many-parts')
})
