import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bodyFacts, firstThing, placePictures, textBefore, withoutFirst } from '../../src/word-drafts/draft-body.ts'

const body = [
  '![Quang cảnh \\[hội nghị\\]](tep:0 "Ảnh \\"đẹp\\": Lan Hương")',
  '**Hội nghị** bàn [kế hoạch](https://dakpo.gialai.gov.vn) năm 2017 của huyện, có đủ mười một xã và thị trấn.',
  '![](tep:1)',
  'Đoạn cuối ![Bản đồ](tep:0) trong câu.',
].join('\n\n')

test('each picture of a body is written by its place in the file, with its label and its title', () => {
  const marks: unknown[] = []
  placePictures(body, (mark) => {
    marks.push(mark)
    return ''
  })
  assert.deepEqual(marks, [
    { at: 0, label: 'Quang cảnh \\[hội nghị\\]', title: 'Ảnh \\"đẹp\\": Lan Hương' },
    { at: 1, label: '', title: '' },
    { at: 0, label: 'Bản đồ', title: '' },
  ])
})

test('a picture that is left out leaves no empty paragraph', () => {
  const written = placePictures(body, ({ at }) => (at === 1 ? '' : `[${at}]`))
  assert.match(written, /thị trấn\.\n\nĐoạn cuối \[0\] trong câu\.$/)
})

test('what an author typed like a picture stays what it is', () => {
  const typed = 'Gõ \\!\\[mô tả\\](tep:0) và !\\[x\\](tep:1).'
  assert.equal(
    placePictures(typed, () => 'ẢNH'),
    typed,
  )
})

test('only the first place of a picture goes when it stands above the text', () => {
  assert.equal(firstThing(body), 0)
  const rest = withoutFirst(body, 0)
  assert.match(rest, /^\*\*Hội nghị\*\*/)
  assert.match(rest, /!\[Bản đồ\]\(tep:0\)/)
  assert.equal(firstThing(rest), null)
  assert.equal(withoutFirst(rest, 7), rest)
})

describe('the place of a picture', () => {
  test('is how the paragraph before it begins, cut at a word', () => {
    assert.equal(textBefore(body, 1), 'Hội nghị bàn kế hoạch năm 2017 của huyện, có đủ mười một xã…')
  })

  test('is empty at the start', () => assert.equal(textBefore(body, 0), ''))
})

test('headings and tables of a body are told', () => {
  const facts = bodyFacts('## Điều 1\\. Lập tổ\n\nCâu.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n### Mục *nhỏ*')
  assert.deepEqual(facts, { headings: ['Điều 1. Lập tổ', 'Mục nhỏ'], tables: 1 })
})
