import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordsIn } from '../../../src/word-files/block.ts'
import { takeLetterhead } from '../../../src/word-files/rules/letterhead.ts'
import { boldLine, plainLine, tableOf } from '../given-blocks.ts'

const motto = [boldLine('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), boldLine('Độc lập - Tự do - Hạnh phúc')]
const date = plainLine('Đak Pơ, ngày 15 tháng 02 năm 2017')
const title = boldLine('THÔNG BÁO', { align: 'center' })

describe('the head of an official document', () => {
  test('goes as a table, and leaves its number and its date', () => {
    const head = tableOf([
      [
        [boldLine('UBND HUYỆN ĐAK PƠ'), plainLine('Số: 45/QĐ-UBND')],
        [...motto, date],
      ],
    ])
    const taken = takeLetterhead([head, title, plainLine('Căn cứ')])
    assert.deepEqual(taken?.letterhead, { documentNumber: '45/QĐ-UBND', date: '2017-02-15', subject: '' })
    assert.deepEqual(
      taken?.blocks.map((block) => wordsIn([block])),
      ['THÔNG BÁO', 'Căn cứ'],
    )
  })

  test('goes as lines, also those that hold both sides', () => {
    const lines = [
      plainLine('UBND HUYỆN ĐAK PƠ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      plainLine('VĂN PHÒNG Độc lập – Tự do – Hạnh phúc'),
      plainLine('Số: 07 /TB-VP Đak Pơ, ngày 3 tháng 2 năm 2017'),
    ]
    const taken = takeLetterhead([...lines, title])
    assert.deepEqual(taken?.letterhead, { documentNumber: '07/TB-VP', date: '2017-02-03', subject: '' })
    assert.deepEqual(taken?.blocks, [title])
  })

  test('does not take a title that begins like an agency', () => {
    const own = boldLine('BAN VÌ SỰ TIẾN BỘ PHỤ NỮ TỔNG KẾT NĂM 2016')
    const taken = takeLetterhead([boldLine('UBND HUYỆN ĐAK PƠ'), ...motto, plainLine('Số: 1/TB-UBND'), date, own])
    assert.deepEqual(taken?.blocks, [own])
  })

  test('tells what a letter without a title is about', () => {
    const left = [
      boldLine('UBND HUYỆN'),
      plainLine('Số: 12/UBND-VP'),
      plainLine('V/v triển khai'),
      plainLine('cải cách'),
    ]
    const taken = takeLetterhead([tableOf([[left, motto]]), plainLine('Kính gửi:')])
    assert.equal(taken?.letterhead.subject, 'Về việc triển khai cải cách')
  })

  test('may lack number and date', () => {
    const head = tableOf([
      [[plainLine('Số:      /KH-UBND')], [...motto, plainLine('Đak Pơ, ngày    tháng    năm 2017')]],
    ])
    assert.deepEqual(takeLetterhead([head, title])?.letterhead, { documentNumber: null, date: null, subject: '' })
  })

  test('of the Party is known by its name', () => {
    const head = tableOf([[[plainLine('Số 15-NQ/HU')], [boldLine('ĐẢNG CỘNG SẢN VIỆT NAM')]]])
    assert.equal(takeLetterhead([head, title])?.letterhead.documentNumber, '15-NQ/HU')
  })
})

test('an article has none, even one that quotes the motto below', () => {
  assert.equal(takeLetterhead([boldLine('Tiêu đề'), plainLine('Số: 45/QĐ-UBND được ban hành.')]), null)
  const late = [...Array.from({ length: 20 }, () => plainLine('Đoạn văn.')), ...motto]
  assert.equal(takeLetterhead(late), null)
})
