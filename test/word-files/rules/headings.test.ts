import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isParagraph, paragraph, text, wordsOf } from '../../../src/word-files/block.ts'
import { isNumberedHeading, rankOfNumber } from '../../../src/word-files/rules/heading-number.ts'
import { headingOf, joinNumbersAlone, levelsOf, partArticle } from '../../../src/word-files/rules/headings.ts'
import { bold, boldLine, plainLine } from '../given-blocks.ts'

const below = plainLine('Đoạn văn ở dưới.')
const wordsOfHeading = (block: ReturnType<typeof plainLine>, next = below) => headingOf(block, next)?.words ?? null

describe('a heading', () => {
  test('is a short line that stands out, with something below it', () => {
    assert.equal(wordsOfHeading(boldLine('Kết quả đạt được')), 'Kết quả đạt được')
    assert.equal(wordsOfHeading(boldLine('Kết quả đạt được:')), 'Kết quả đạt được')
    assert.equal(wordsOfHeading(plainLine('KẾT QUẢ ĐẠT ĐƯỢC')), 'KẾT QUẢ ĐẠT ĐƯỢC')
    assert.equal(wordsOfHeading(paragraph([text('1. ', bold), text('Kinh tế', bold), text(':')])), '1. Kinh tế')
  })

  test('is none when it is a sentence, long, at the right, an item, or the last line', () => {
    assert.equal(wordsOfHeading(boldLine('Hội nghị đã kết thúc.')), null)
    assert.equal(wordsOfHeading(boldLine('Dài '.repeat(50))), null)
    assert.equal(wordsOfHeading(boldLine('CHỦ TỊCH', { align: 'right' })), null)
    assert.equal(wordsOfHeading(boldLine('Tổ 1', { list: { level: 0, label: null } })), null)
    assert.equal(headingOf(boldLine('Kết luận'), undefined), null)
    assert.equal(wordsOfHeading(plainLine('Kết quả đạt được')), null)
  })

  test('of a style needs no look, and an article no style', () => {
    assert.equal(wordsOfHeading(plainLine('Kết quả', { headingLevel: 2 })), 'Kết quả')
    assert.equal(wordsOfHeading(plainLine('Điều 3. Hiệu lực thi hành')), 'Điều 3. Hiệu lực thi hành')
    assert.equal(wordsOfHeading(plainLine('Điều 3 của Luật này')), null)
  })

  test('keeps the number that the program counts', () => {
    assert.equal(wordsOfHeading(boldLine('Kinh tế', { list: { level: 0, label: 'II.' } })), 'II. Kinh tế')
  })

  test('is not who decides, above the grounds of the decision', () => {
    assert.equal(wordsOfHeading(boldLine('CHỦ TỊCH ỦY BAN NHÂN DÂN'), plainLine('Căn cứ Luật Đất đai;')), null)
  })
})

test('numbers stand in the order of offices', () => {
  const inOrder = [
    'PHẦN I',
    'Chương II. Thu',
    'Mục 1. Đất',
    'I. THU',
    'A. Thu',
    'Điều 1. Thu',
    '1. Thu',
    '1.1. Thu',
    'a) Thu',
  ]
  const ranks = inOrder.map(rankOfNumber)
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
  assert.equal(new Set(ranks).size, inOrder.length)
  for (const words of ['V/v triển khai', '1.200 hộ', '15/02/2017', 'Phần lớn hộ dân', 'I và II']) {
    assert.equal(isNumberedHeading(words), false, words)
  }
})

test('levels begin at 2, leave none out and go no deeper than 4', () => {
  assert.deepEqual(levelsOf([3, 6, 6, 3, 6]), [2, 3, 3, 2, 3])
  assert.deepEqual(levelsOf([null, null]), [2, 2])
  assert.deepEqual(levelsOf([3, null, 3]), [2, 3, 2])
  assert.deepEqual(levelsOf([1, 2, 3, 4, 5]), [2, 3, 4, 4, 4])
  assert.deepEqual(levelsOf([1, 5, 1]), [2, 3, 2])
  assert.deepEqual(levelsOf([]), [])
})

test('an article in one paragraph has its number as heading, the rest as text', () => {
  const article = paragraph([text('Điều 1.', bold), text(' Thành lập Tổ công tác.')])
  const parted = partArticle(article)
  assert.deepEqual(parted?.heading, { words: 'Điều 1', rank: rankOfNumber('Điều 2. Tên điều') })
  assert.equal(parted && wordsOf(parted.rest), 'Thành lập Tổ công tác.')
  assert.equal(partArticle(plainLine('Điều này là đúng.')), null)
})

test('a chapter and its name in two lines are one', () => {
  const joined = joinNumbersAlone([boldLine('Chương I'), boldLine('QUY ĐỊNH CHUNG'), below])
  assert.deepEqual(joined.filter(isParagraph).map(wordsOf), ['Chương I. QUY ĐỊNH CHUNG', wordsOf(below)])
  const apart = joinNumbersAlone([boldLine('Chương I'), below])
  assert.equal(apart.length, 2)
})
