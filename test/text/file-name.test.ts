import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { looksLikeFileName, originalName, safeFileName } from '../../src/text/file-name.ts'
import { pairs } from './pairs.ts'
import { anyText } from './vietnamese-letters.ts'

describe('the name of a file', () => {
  for (const pair of pairs.fileName) {
    test(`"${pair.in}" is stored as ${pair.out}`, () => {
      assert.equal(safeFileName(pair.in), pair.out)
      if (pair.original) assert.equal(originalName(pair.in), pair.original)
    })
  }

  test('names read as latin1 become Vietnamese again, names read rightly stay', () => {
    const latin1 = Buffer.from('Quyết định số 45.pdf').toString('latin1')
    assert.equal(originalName(latin1), 'Quyết định số 45.pdf')
    assert.equal(originalName('Bào cáo.pdf'), 'Bào cáo.pdf')
    assert.equal(originalName('Quyết định.pdf'), 'Quyết định.pdf')
  })

  test('folders, controls and direction marks are no part of it', () => {
    assert.equal(originalName('../../etc/passwd'), 'passwd')
    assert.equal(originalName('ảnh\u202egpj\u0000.exe'), 'ảnhgpj.exe')
  })

  test('a long name keeps its extension', () => {
    const name = originalName(`${'ả'.repeat(300)}.docx`)
    assert.equal(name.length, 200)
    assert.ok(name.endsWith('.docx'))
    assert.ok(originalName(`${'😀'.repeat(120)}a.docx`).isWellFormed())
    assert.ok(originalName(`a${'😀'.repeat(120)}.docx`).isWellFormed())
  })

  const safe = {
    'con.txt': 'tep-con.txt',
    LPT1: 'tep-lpt1',
    '': 'tep',
    '...': 'tep',
    '图片.png': 'tep.png',
    '.htaccess': 'htaccess',
    'shell.php.jpg': 'shell-php.jpg',
    'báo cáo 2.2017': 'bao-cao-2-2017',
    'a.pdf. .': 'a.pdf',
  }
  for (const [raw, stored] of Object.entries(safe)) {
    test(`"${raw}" is stored as ${stored}`, () => assert.equal(safeFileName(raw), stored))
  }

  test('a stored name is safe everywhere, and stays what it is', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const name = safeFileName(raw)
        assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]{1,10})?$/)
        assert.equal(safeFileName(name), name)
        assert.ok(originalName(raw).length <= 200)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a description that is only a file name', () => {
  const names = [
    '16700487_858229570983576_4847624788838071746_o-(1)',
    'IMG_2017_0214',
    'DSC01877.JPG',
    'DSC01877',
    'z4123_abc.jpg',
    'z4123_abc',
    'Ảnh hội nghị (1).JPG',
    'Screenshot 2017-02-14 at 10.20.30 AM',
    'image (1)',
    'anh-hoi-nghi',
    '20170214',
    'bao-cao.pdf',
  ]
  for (const name of names) test(`"${name}" is refused`, () => assert.ok(looksLikeFileName(name)))

  test('so is the name that the file came with, with or without its extension', () => {
    assert.ok(looksLikeFileName('sân trường', 'Sân trường.jpg'))
    assert.ok(looksLikeFileName('ke hoach.tep', 'ke hoach.tep'))
    assert.ok(looksLikeFileName('hoinghi', 'hoinghi'))
  })

  const sentences = [
    'Đồng chí Kpă Thuyên phát biểu tại hội nghị ngày 14/02/2017',
    'Hội nghị tổng kết năm 2016',
    'COVID-19',
    'Quyết định số 45/QĐ-UBND',
    'P 2 người dân làng Kuk Kôn',
    'Video 3 phim hay',
    'Tiến sĩ Nguyễn Văn A.',
    'Lễ hội',
    '',
  ]
  for (const sentence of sentences) {
    test(`"${sentence}" is accepted`, () => assert.ok(!looksLikeFileName(sentence, 'IMG_0001.jpg')))
  }

  test('a sentence is accepted even where a file was named with it', () => {
    assert.ok(!looksLikeFileName('Hội nghị tổng kết năm 2016', 'Hội nghị tổng kết năm 2016.jpg'))
  })
})
