import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraph, text } from '../../../src/word-files/block.ts'
import { takeLead } from '../../../src/word-files/rules/lead.ts'
import { bold, boldLine, italicLine, pictureLine, plainLine } from '../given-blocks.ts'

const words = 'Sáng ngày 15/02/2017, huyện tổ chức hội nghị tổng kết công tác bình đẳng giới năm 2016.'
const prose = [plainLine('Đại biểu thảo luận sôi nổi.'), plainLine('Hội nghị kết thúc trong ngày.')]

describe('the lead', () => {
  test('is a bold or italic paragraph after the title, the rest stays', () => {
    const both = paragraph([text(words, { ...bold, isItalic: true })])
    for (const marked of [boldLine(words), italicLine(words), both]) {
      assert.deepEqual(takeLead([marked, ...prose]), { lead: words, isMarked: true, blocks: prose })
    }
  })

  test('is found below a picture, which stays', () => {
    const picture = pictureLine()
    assert.deepEqual(takeLead([picture, boldLine(words), ...prose]).blocks, [picture, ...prose])
  })

  test('is no heading and no item of a list', () => {
    const others = [
      boldLine('Kết quả đạt được'),
      boldLine('I. Đánh giá chung về tình hình kinh tế - xã hội của huyện trong năm qua'),
      boldLine(words, { headingLevel: 1 }),
      boldLine(words, { list: { level: 0, label: null } }),
    ]
    for (const block of others) assert.equal(takeLead([block, ...prose]).lead, '')
  })

  test('may be a first paragraph that nothing marks, when prose follows', () => {
    assert.deepEqual(takeLead([plainLine(words), ...prose]), { lead: words, isMarked: false, blocks: prose })
    for (const blocks of [[plainLine(words)], [plainLine(words), plainLine('Một')]]) {
      assert.equal(takeLead(blocks).lead, '')
    }
    assert.equal(takeLead([plainLine('Chữ này dài quá. '.repeat(50)), ...prose]).lead, '')
  })
})
