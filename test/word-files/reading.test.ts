import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createCounters, type LevelFormat } from '../../src/word-files/reading/numbering.ts'
import { docxOf, odtOf, wordParagraph } from './given-archive.ts'
import { givenReader, toldOf } from './given-reader.ts'

const { draftFrom } = givenReader()

describe('numbers that a program counts', () => {
  const decimal: LevelFormat = { format: 'decimal', pattern: '%1.', start: 1 }
  const letter: LevelFormat = { format: 'lowerLetter', pattern: '%2)', start: 1 }
  const both: LevelFormat = { format: 'decimal', pattern: '%1.%2.', start: 1 }

  test('go on, and begin again below each number', () => {
    const { next } = createCounters()
    const labels = [[decimal], [decimal, letter], [decimal, letter], [decimal], [decimal, letter]].map((formats) =>
      next('a', formats),
    )
    assert.deepEqual(labels, ['1.', 'a)', 'b)', '2.', 'a)'])
    assert.equal(next('b', [decimal]), '1.')
  })

  test('know the levels above, even those that nothing stands on', () => {
    const { next } = createCounters()
    assert.deepEqual(
      [next('a', [decimal, both]), next('a', [decimal, both]), next('a', [decimal])],
      ['1.1.', '1.2.', '2.'],
    )
  })

  test('are written as offices write them', () => {
    const written = (format: string, number: number) =>
      createCounters().next('a', [{ format, pattern: 'Điều %1.', start: number }])
    assert.deepEqual(
      [
        written('upperRoman', 9),
        written('lowerRoman', 4),
        written('upperLetter', 28),
        written('decimalZero', 7),
        written('bullet', 1),
      ],
      ['Điều IX.', 'Điều iv.', 'Điều BB.', 'Điều 07.', null],
    )
  })
})

describe('a .docx', () => {
  const numbered = (list: number, words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
  const title = wordParagraph('Kế hoạch ra quân')

  test('counts a list on after a paragraph, and starts another where it says so', async () => {
    const body = [
      title,
      numbered(1, 'Một'),
      numbered(1, 'Hai'),
      wordParagraph('Xen giữa.'),
      numbered(1, 'Ba'),
      wordParagraph('Rồi.'),
      numbered(2, 'Lại một'),
    ]
    const draft = await draftFrom(docxOf(body.join(''), { 'word/numbering.xml': numbering }))
    assert.equal(draft.body, '1. Một\n2. Hai\n\nXen giữa.\n\n3. Ba\n\nRồi.\n\n1. Lại một')
  })

  test('has a letter of an official document for a title, where it has no other', async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map(wordParagraph).join('')}</w:tc>`
    const head = `<w:tbl><w:tr>${cell('UBND HUYỆN', 'Số: 12/UBND-VP', 'V/v triển khai cải cách')}${cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc')}</w:tr></w:tbl>`
    const draft = await draftFrom(
      docxOf(head + wordParagraph('Kính gửi: Ủy ban nhân dân các xã') + wordParagraph('Thực hiện kế hoạch.')),
    )
    assert.deepEqual([draft.title, draft.documentNumber], ['Về việc triển khai cải cách', '12/UBND-VP'])
    assert.equal(draft.body, 'Kính gửi: Ủy ban nhân dân các xã\n\nThực hiện kế hoạch.')
  })

  test('loses its table of contents, which only leads to pages', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`
    const line =
      '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Mục đích</w:t></w:r><w:r><w:tab/><w:t>3</w:t></w:r></w:p>'
    const draft = await draftFrom(
      docxOf(title + line + line + wordParagraph('Giữ sạch làng.'), { 'word/styles.xml': styles }),
    )
    assert.deepEqual([draft.body, toldOf(draft, 'contents')], ['Giữ sạch làng.', 1])
  })

  test('may hide text in old fonts behind a style', async () => {
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style></w:styles>`
    const draft = await draftFrom(docxOf(wordParagraph('Héi nghÞ'), { 'word/styles.xml': styles }))
    assert.deepEqual([draft.legacy, draft.converted?.body || draft.converted?.title], ['tcvn3', 'Hội nghị'])
  })
})

describe('an .odt', () => {
  const list = (style: string, words: string[], rest = '') =>
    `<text:list text:style-name="${style}"${rest}>${words.map((each) => `<text:list-item><text:p>${each}</text:p></text:list-item>`).join('')}</text:list>`
  const styles = `<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>`
  const title = '<text:p>Kế hoạch ra quân</text:p>'

  test('counts a list on where it says so', async () => {
    const body = [
      title,
      list('N', ['Một']),
      '<text:p>Xen giữa.</text:p>',
      list('N', ['Hai'], ' text:continue-numbering="true"'),
      '<text:p>Rồi.</text:p>',
      list('N', ['Lại một']),
      '<text:p>Hết.</text:p>',
      list('B', ['Chấm']),
    ]
    const draft = await draftFrom(odtOf(body.join(''), styles), 'a.odt')
    assert.equal(draft.body, '1. Một\n\nXen giữa.\n\n2. Hai\n\nRồi.\n\n1. Lại một\n\nHết.\n\n- Chấm')
  })

  test('takes white space as its format means it', async () => {
    const draft = await draftFrom(
      odtOf(`${title}<text:p>Một\n   hai<text:s text:c="3"/>ba<text:tab/>bốn.</text:p>`),
      'a.odt',
    )
    assert.equal(draft.body, 'Một hai ba bốn.')
    assert.equal(toldOf(draft, 'doubledSpaces'), 1)
  })
})
