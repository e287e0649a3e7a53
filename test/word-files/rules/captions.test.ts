import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Block } from '../../../src/word-files/block.ts'
import { descriptionFrom, ownDescription } from '../../../src/word-files/rules/alternative-text.ts'
import { takeCaptions } from '../../../src/word-files/rules/captions.ts'
import { boldLine, italicLine, pictureLine, plainLine } from '../given-blocks.ts'

function captionBelow(line: Block): string | null {
  const picture = pictureLine()
  const { blocks, captions } = takeCaptions([picture, line])
  assert.equal(blocks.length, captions.has(picture) ? 1 : 2)
  return captions.get(picture) ?? null
}

describe('the line below a picture', () => {
  test('is its caption when it is italic, centred, or says so', () => {
    assert.equal(captionBelow(italicLine('Quang cảnh hội nghị')), 'Quang cảnh hội nghị')
    assert.equal(captionBelow(plainLine('Quang cảnh hội nghị', { align: 'center' })), 'Quang cảnh hội nghị')
    assert.equal(captionBelow(plainLine('Ảnh: Lan Hương')), 'Ảnh: Lan Hương')
    assert.equal(captionBelow(plainLine('Hình 2. Bản đồ xã')), 'Hình 2. Bản đồ xã')
  })

  test('is none when it is a heading, an item, long, or like any other', () => {
    for (const line of [
      boldLine('Kết quả', { align: 'center' }),
      italicLine('Một mục', { list: { level: 0, label: null } }),
      italicLine('Dài. '.repeat(60)),
      plainLine('Ảnh hưởng của bão số 5 kéo dài.'),
    ]) {
      assert.equal(captionBelow(line), null)
    }
  })

  test('belongs to the last of several pictures, and only one does', () => {
    const [first, second] = [pictureLine(0), pictureLine(1)]
    const { blocks, captions } = takeCaptions([first, second, italicLine('Chú thích'), italicLine('Đoạn sau')])
    assert.deepEqual([captions.get(first), captions.get(second), blocks.length], [undefined, 'Chú thích', 3])
  })
})

test('a description is what a person wrote, not what a program named', () => {
  assert.equal(ownDescription('Bản đồ vị trí chợ'), 'Bản đồ vị trí chợ')
  for (const written of [
    'Picture 1',
    'image1.jpeg',
    'Hình ảnh 3',
    'A group of people Description automatically generated',
  ]) {
    assert.equal(ownDescription(written), '', written)
  }
})

test('a caption describes its picture, but for the name of the photographer', () => {
  assert.equal(descriptionFrom('Quang cảnh hội nghị. Ảnh: Lan Hương'), 'Quang cảnh hội nghị.')
  assert.equal(descriptionFrom('Phối cảnh chợ mới (Ảnh: UBND xã)'), 'Phối cảnh chợ mới')
  assert.equal(descriptionFrom('Ảnh: Lan Hương'), '')
})
