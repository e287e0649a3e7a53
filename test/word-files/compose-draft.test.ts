import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../src/word-files/block.ts'
import { composeDraft } from '../../src/word-files/compose-draft.ts'
import { boldLine, italicLine, pictureLine, plainLine, tableOf } from './given-blocks.ts'

const bytes = new Uint8Array([1, 2, 3])
const draftOf = (blocks: Block[], notes: Block[][] = []) =>
  composeDraft({ blocks, notes, pictures: [{ bytes, name: 'anh.jpg' }], dropped: [] })
const centre = { align: 'center' } as const
const prose = [plainLine('Đại biểu thảo luận sôi nổi.'), plainLine('Hội nghị kết thúc trong ngày.')]

test('a caption between title and text is no lead', () => {
  const caption = 'Quang cảnh hội nghị tổng kết công tác bình đẳng giới của huyện Đak Pơ năm 2016'
  const draft = draftOf([boldLine('Hội nghị tổng kết', centre), pictureLine(), italicLine(caption), ...prose])
  assert.equal(draft.pictures[0]?.caption, caption)
  assert.equal(draft.body.startsWith(`![${caption}](tep:0 "${caption}")`), true)
  assert.notEqual(draft.lead, caption)
})

test('a legal text has its chapters and articles as headings, whatever their length', () => {
  const draft = draftOf([
    boldLine('QUY CHẾ', centre),
    boldLine('Làm việc của Tổ công tác', centre),
    boldLine('Chương I', centre),
    boldLine('QUY ĐỊNH CHUNG', centre),
    boldLine('Điều 1. Phạm vi điều chỉnh'),
    plainLine('Quy chế này quy định cách làm việc.'),
    plainLine('Điều 2. Tổ công tác làm việc theo nguyên tắc tập trung dân chủ.'),
    boldLine('Chương II', centre),
    boldLine('TỔ CHỨC THỰC HIỆN', centre),
    boldLine('Điều 3. Hiệu lực'),
    plainLine('Quy chế có hiệu lực từ ngày ký.'),
  ])
  assert.equal(draft.title, 'Quy chế Làm việc của Tổ công tác')
  assert.deepEqual(draft.body.match(/^#.*/gm), [
    '## Chương I. QUY ĐỊNH CHUNG',
    '### Điều 1. Phạm vi điều chỉnh',
    '### Điều 2',
    '## Chương II. TỔ CHỨC THỰC HIỆN',
    '### Điều 3. Hiệu lực',
  ])
})

test('notes stand in a list at the end, and their numbers in the text', () => {
  const [first, ...others] = prose
  const noted = { ...plainLine(''), pieces: [...(first?.pieces ?? []), { kind: 'note' as const, at: 0 }] }
  const draft = draftOf(
    [boldLine('Hội nghị', centre), tableOf([['a', 'b']], 1), noted, ...others],
    [[plainLine('Theo báo cáo.')]],
  )
  assert.match(draft.body, /sôi nổi\. \\\[1\\\]\n/)
  assert.ok(draft.body.endsWith('## Chú thích\n\n1. Theo báo cáo.'))
})

test('an article of pictures alone has nothing to sign', () => {
  const draft = draftOf([pictureLine()])
  assert.deepEqual([draft.title, draft.author, draft.body], ['', '', '![](tep:0)'])
})
