import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordsIn } from '../../../src/word-files/block.ts'
import { takeTitle } from '../../../src/word-files/rules/title.ts'
import { boldLine, pictureLine, plainLine } from '../given-blocks.ts'

const centre = { align: 'center' } as const
const sentence = plainLine('Sáng ngày 15/02/2017, huyện tổ chức hội nghị tổng kết công tác năm.')
const restOf = (blocks: ReturnType<typeof takeTitle>['blocks']) => blocks.map((block) => wordsIn([block]))

describe('the title', () => {
  test('is the first bold line, below a picture too', () => {
    assert.equal(takeTitle([boldLine('Hội nghị tổng kết'), sentence]).title, 'Hội nghị tổng kết')
    const { title, blocks } = takeTitle([pictureLine(), boldLine('Hội nghị tổng kết'), sentence])
    assert.deepEqual([title, blocks.length], ['Hội nghị tổng kết', 2])
  })

  test('may be plain capitals, a style, or a short line above the text', () => {
    assert.equal(takeTitle([plainLine('HỘI NGHỊ TỔNG KẾT'), sentence]).title, 'HỘI NGHỊ TỔNG KẾT')
    assert.equal(takeTitle([plainLine('Hội nghị.', { headingLevel: 1 }), sentence]).title, 'Hội nghị.')
    assert.equal(takeTitle([plainLine('Hội nghị tổng kết'), sentence]).title, 'Hội nghị tổng kết')
  })

  test('is no sentence, no item of a list and nothing long', () => {
    for (const first of [
      sentence,
      boldLine('Tổ 1', { list: { level: 0, label: null } }),
      boldLine('Dài '.repeat(90)),
    ]) {
      assert.deepEqual(takeTitle([first, sentence]).title, '')
    }
  })

  test('runs over all its centred lines, not into the lead', () => {
    const lead = boldLine('Sáng nay, huyện tổ chức hội nghị.', { align: 'justify' })
    const { title, blocks } = takeTitle([
      boldLine('Hội nghị tổng kết', centre),
      boldLine('công tác phụ nữ', centre),
      lead,
    ])
    assert.equal(title, 'Hội nghị tổng kết công tác phụ nữ')
    assert.deepEqual(restOf(blocks), [wordsIn([lead])])
  })
})

describe('the kind of a document', () => {
  const titleOf = (...lines: string[]) => takeTitle([...lines.map((line) => boldLine(line, centre)), sentence]).title

  test('begins the title, what it is about goes on', () => {
    assert.equal(titleOf('THÔNG BÁO', 'Về việc tuyển dụng công chức'), 'Thông báo về việc tuyển dụng công chức')
    assert.equal(titleOf('KẾ HOẠCH', 'Đak Pơ ra quân'), 'Kế hoạch Đak Pơ ra quân')
    assert.equal(titleOf('THÔNG BÁO', 'VỀ VIỆC TUYỂN DỤNG'), 'THÔNG BÁO VỀ VIỆC TUYỂN DỤNG')
    assert.equal(titleOf('GIẤY MỜI'), 'Giấy mời')
  })

  test('is not followed by who decides', () => {
    const lines = ['QUYẾT ĐỊNH', 'Về việc thành lập Tổ công tác', 'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN']
    const { title, blocks } = takeTitle([...lines.map((line) => boldLine(line, centre)), sentence])
    assert.equal(title, 'Quyết định về việc thành lập Tổ công tác')
    assert.deepEqual(restOf(blocks)[0], 'CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN')
  })
})
