import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Block } from '../../../src/word-files/block.ts'
import { takeByline } from '../../../src/word-files/rules/byline.ts'
import { boldLine, italicLine, pictureLine, plainLine } from '../given-blocks.ts'

const prose = plainLine('Hội nghị kết thúc trong ngày.')
const right = { align: 'right' } as const
const bylineOf = (...last: Block[]) => {
  const { byline, blocks } = takeByline([prose, ...last])
  return { ...byline, left: blocks.length - 1 }
}
const nobody = { author: '', unit: '', source: '', date: null, left: 0 }

describe('the last line', () => {
  const unit = 'Văn phòng HĐND và UBND huyện'

  test('at the right edge names who wrote it, and for whom', () => {
    const both = { ...nobody, author: 'Lan Hương', unit }
    assert.deepEqual(bylineOf(boldLine(`Lan Hương - ${unit}`, right)), both)
    assert.deepEqual(bylineOf(plainLine(`Lan Hương – ${unit}`, right)), both)
    assert.deepEqual(bylineOf(boldLine(`Lan Hương (${unit})`, right)), both)
    assert.deepEqual(bylineOf(boldLine('Lan Hương', right), boldLine(unit, right)), both)
    assert.deepEqual(bylineOf(boldLine(unit, right)), { ...nobody, unit })
    assert.deepEqual(bylineOf(plainLine('L.H', right)), { ...nobody, author: 'L.H' })
  })

  test('may stand at the left when it is set apart and a name', () => {
    assert.deepEqual(bylineOf(boldLine('Tô Hoài')), { ...nobody, author: 'Tô Hoài' })
    assert.deepEqual(bylineOf(italicLine('Đoàn Văn Hậu')), { ...nobody, author: 'Đoàn Văn Hậu' })
    assert.deepEqual(bylineOf(boldLine('Kết quả đạt được')), { ...nobody, left: 1 })
    assert.deepEqual(bylineOf(plainLine('Lan Hương')), { ...nobody, left: 1 })
  })

  test('may have a label, whatever it looks like', () => {
    assert.equal(bylineOf(plainLine('Tin, ảnh: Hoàng Nam')).author, 'Hoàng Nam')
    assert.equal(bylineOf(plainLine('Bài và ảnh: Lan Hương')).author, 'Lan Hương')
    assert.equal(bylineOf(plainLine('Tin: Lan Hương; Ảnh: Hoàng Nam')).author, 'Lan Hương, Hoàng Nam')
    assert.deepEqual(bylineOf(plainLine('Tin: Trung tâm Văn hóa huyện')), {
      ...nobody,
      unit: 'Trung tâm Văn hóa huyện',
    })
  })

  test('says whom it was taken from', () => {
    for (const line of [
      plainLine('(Theo Báo Gia Lai)'),
      italicLine('Nguồn: Báo Gia Lai'),
      plainLine('Theo Báo Gia Lai', right),
    ]) {
      assert.deepEqual(bylineOf(line), { ...nobody, source: 'Báo Gia Lai' })
    }
    assert.deepEqual(bylineOf(plainLine('Theo kế hoạch, chợ mở cửa từ tháng 3.')), { ...nobody, left: 1 })
  })

  test('may be the day', () => {
    const lines = [boldLine('Lan Hương', right), plainLine('Đak Pơ, ngày 16 tháng 02 năm 2017', right)]
    assert.deepEqual(bylineOf(...lines), { ...nobody, author: 'Lan Hương', date: '2017-02-16' })
    assert.equal(bylineOf(plainLine('Ngày đăng bài: 16/02/2017')).date, '2017-02-16')
  })

  test('is found above pictures that end the text', () => {
    assert.deepEqual(bylineOf(boldLine('Lan Hương', right), pictureLine()), { ...nobody, author: 'Lan Hương', left: 1 })
  })
})

test('who signs a document stays in it', () => {
  const signed = [boldLine('CHỦ TỊCH', right), boldLine('Nguyễn Trường', right)]
  assert.deepEqual(bylineOf(...signed), { ...nobody, left: 2 })
})

test('a text of nothing else is no byline', () => {
  const { byline, blocks } = takeByline([boldLine('Lan Hương', right)])
  assert.deepEqual([byline.author, blocks.length], ['', 1])
})
