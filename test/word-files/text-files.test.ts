import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeText } from '../../src/word-files/reading/text-encoding.ts'
import { givenReader, toldOf } from './given-reader.ts'

const { draftFrom } = givenReader()
const lines = [
  'Xã Phú An ra quân làm đường',
  '',
  'Sáng 14/02/2017, hơn 200 người dân xã Phú An ra quân bê tông hóa 1,2 km đường liên thôn, ai cũng phấn khởi vì con đường mới.',
  '',
  'Tuyến đường dài 1,2 km. Bà con góp 350 ngày công.',
  '- Thôn 1: 200 mét;',
  '- Thôn 2: 1.000 mét.',
  '          Đến nay toàn xã đã cứng hóa 80% đường liên thôn.',
  '                                        Lan Hương - Văn phòng HĐND và UBND huyện',
]
const text = lines.join('\r\n')
const mark = '\ufeff'
const encoded = {
  'UTF-8': Buffer.from(text),
  'UTF-8 with a mark': Buffer.from(mark + text),
  'UTF-16 with a mark': Buffer.from(mark + text, 'utf16le'),
  'UTF-16 without one': Buffer.from(text, 'utf16le'),
  'UTF-16 of the other order': Buffer.from(mark + text, 'utf16le').swap16(),
}

describe('a plain text', () => {
  for (const [name, bytes] of Object.entries(encoded)) {
    test(`in ${name} is a draft`, async () => {
      const draft = await draftFrom(bytes, 'bai.txt')
      assert.deepEqual(
        [draft.title, draft.author, draft.unit, draft.legacy],
        [lines[0], 'Lan Hương', 'Văn phòng HĐND và UBND huyện', null],
      )
      assert.equal(draft.lead, lines[2])
      assert.equal(
        draft.body,
        'Tuyến đường dài 1,2 km. Bà con góp 350 ngày công.\n\n- Thôn 1: 200 mét;\n- Thôn 2: 1.000 mét.\n\nĐến nay toàn xã đã cứng hóa 80% đường liên thôn.',
      )
      assert.equal(toldOf(draft, 'leadFromFirstParagraph'), 1)
    })
  }

  test('that a program broke into short lines has whole paragraphs', async () => {
    const wrapped = ['Thông báo', 'Huyện tổ chức hội nghị', 'tổng kết công tác năm.', '', 'Mời các xã', 'tham dự.']
    const { title, body } = await draftFrom(Buffer.from(wrapped.join('\n')), 'bai.txt')
    assert.deepEqual(
      [title, body],
      ['Thông báo', 'Huyện tổ chức hội nghị tổng kết công tác năm.\n\nMời các xã tham dự.'],
    )
  })

  test('has headings where its lines are capitals', async () => {
    const { body } = await draftFrom(
      Buffer.from('Kế hoạch\n\nI. MỤC ĐÍCH\n\nGiữ sạch làng.\n\nII. YÊU CẦU\n\nLàm thật.'),
      'bai.txt',
    )
    assert.equal(body, '## I. MỤC ĐÍCH\n\nGiữ sạch làng.\n\n## II. YÊU CẦU\n\nLàm thật.')
  })
})

describe('bytes of one letter each', () => {
  const tcvn3 = Buffer.from('Héi nghÞ tæng kÕt\n\nTrong n¨m 2016, c«ng t¸c nµy ®\u00adîc sù quan t©m.', 'latin1')
  const vni = Buffer.from('Hoäi nghò toång keát\n\nÑaïi bieåu ñaõ thaûo luaän soâi noåi.', 'latin1')

  test('of an old font stay as they are, with the converted draft beside', async () => {
    const draft = await draftFrom(tcvn3, 'bai.txt')
    assert.deepEqual([draft.legacy, draft.title], ['tcvn3', 'Héi nghÞ tæng kÕt'])
    assert.deepEqual(
      [draft.converted?.title, draft.converted?.body],
      ['Hội nghị tổng kết', 'Trong năm 2016, công tác này được sự quan tâm.'],
    )
    const other = await draftFrom(vni, 'bai.txt')
    assert.deepEqual([other.legacy, other.converted?.title], ['vni', 'Hội nghị tổng kết'])
  })

  test('of Windows-1258 are read as such', () => {
    // "Hội nghị tổng kết" with the tones as letters of their own: F2 dot below, D2 hook, EC acute.
    const bytes = Buffer.from([
      0x48, 0xf4, 0xf2, 0x69, 0x20, 0x6e, 0x67, 0x68, 0x69, 0xf2, 0x20, 0x74, 0xf4, 0xd2, 0x6e, 0x67, 0x20, 0x6b, 0xea,
      0xec, 0x74,
    ])
    assert.equal(decodeText(bytes), 'Hội nghị tổng kết')
  })

  test('of another language are what Windows shows', () => {
    assert.equal(
      decodeText(Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x6e, 0x6f, 0x69, 0x72, 0x94])),
      'Café “noir”',
    )
  })

  test('that are no text are none', () => {
    assert.equal(decodeText(Buffer.from([0x41, 0x00, 0x00, 0x07, 0xff, 0x08])), null)
  })
})
