import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraph, wordsOf } from '../../../src/word-files/block.ts'
import { itemOf, openRanks, withLabel } from '../../../src/word-files/rules/typed-lists.ts'
import { plainLine } from '../given-blocks.ts'

const itemIn = (words: string) => {
  const item = itemOf(plainLine(words))
  return item && { number: item.number, says: wordsOf(paragraph(item.pieces)) }
}

describe('an item that somebody typed', () => {
  test('is known by its mark, which goes', () => {
    for (const words of [
      '- Xã Phú An;',
      '-Xã Phú An;',
      '– Xã Phú An;',
      '+ Xã Phú An;',
      '• Xã Phú An;',
      '* Xã Phú An;',
    ]) {
      assert.deepEqual(itemIn(words), { number: null, says: 'Xã Phú An;' }, words)
    }
    assert.deepEqual(itemIn('2. Đôn đốc'), { number: 2, says: 'Đôn đốc' })
    assert.deepEqual(itemIn('10) Đôn đốc'), { number: 10, says: 'Đôn đốc' })
  })

  test('is not what only looks like one', () => {
    for (const words of ['-5 độ C', '-', '1.200 hộ', '2017. Năm ấy', 'a) Họp thôn', '*Ghi chú: không', 'Xã - huyện']) {
      assert.equal(itemIn(words), null, words)
    }
  })
})

test('an item of the program needs no mark; letters and Roman numbers stay words', () => {
  const listed = (label: string | null) => plainLine('Họp thôn', { list: { level: 0, label } })
  assert.deepEqual([itemOf(listed(null))?.number, itemOf(listed('3.'))?.number], [null, 3])
  for (const label of ['a)', 'II.', '1.1.', 'Điều 2.']) {
    assert.equal(itemOf(listed(label)), null)
    assert.equal(wordsOf(withLabel(listed(label))), `${label} Họp thôn`)
  }
})

test('"-" stands below "1." and "+" below "-"', () => {
  const depths: number[] = []
  let open: number[] = []
  for (const words of ['1. a', '- a', '+ a', '+ a', '- a', '2. a', '+ a', '- a']) {
    open = openRanks(open, itemOf(plainLine(words))?.rank ?? -1)
    depths.push(open.length - 1)
  }
  assert.deepEqual(depths, [0, 1, 2, 2, 1, 0, 1, 1])
})
