import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Content } from '../../src/articles/index.ts'
import type { Picture } from '../../src/media/index.ts'
import { comparisonPage } from '../../src/revisions/comparison-page.ts'
import { article, content, edition, names } from './given-past.ts'

const compare = (older: Partial<Content>, newer: Partial<Content>, known = names) =>
  comparisonPage({
    article: article(),
    older: edition(1, older),
    newer: edition(2, newer),
    names: known,
    language: 'vi',
  })

/** What a changed field says before and after, by its name. */
function changes(...wish: Parameters<typeof compare>) {
  return Object.fromEntries(
    compare(...wish).changes.map(({ name, sides }) => [
      name,
      sides.blocks.flatMap((block) =>
        block.kind === 'pair' ? [[block.before, block.after].map((side) => side.map(({ text }) => text).join(''))] : [],
      ),
    ]),
  )
}

test('only fields that differ are laid side by side, the others are named', () => {
  const page = compare({}, { title: 'Hội nghị tổng kết năm 2016' })
  assert.deepEqual(
    page.changes.map(({ label }) => label),
    ['Tiêu đề'],
  )
  assert.match(page.unchanged, /^Lời dẫn, Nội dung, Chuyên mục, /)
  assert.doesNotMatch(page.unchanged, /Tiêu đề/)
})

test('the same content has no changes', () => assert.deepEqual(compare({}, {}).changes, []))

test('every field of an edition is compared', () => {
  const other: Content = {
    title: 'Khác',
    slug: 'khac',
    lead: 'Khác',
    body: 'Khác',
    categoryId: 1,
    genre: 'feature',
    author: 'Khác',
    unit: 'Khác',
    sourceName: 'Báo Gia Lai',
    sourceAddress: 'https://baogialai.com.vn/',
    tags: ['khác'],
    coverPictureId: 3,
    documentIds: [7],
    publishAt: '2017-02-18T03:00:00.000Z',
    expireAt: '2017-03-18T03:00:00.000Z',
    pinUntil: '2017-02-20T03:00:00.000Z',
    change: { kind: 'update', note: 'Thêm số liệu', wrong: '', right: '' },
  }
  assert.equal(compare({}, other).unchanged, '')
  // One by one, so that no field hides behind another.
  const fields = Object.keys(content()) as (keyof Content)[]
  for (const field of fields) assert.equal(compare({}, { [field]: other[field] }).changes.length, 1, field)
})

test('numbers and moments are told in words', () => {
  const found = changes(
    { categoryId: 1, publishAt: '2017-02-17T02:15:00.000Z' },
    { categoryId: 2, publishAt: '2017-02-17T02:30:00.000Z', genre: 'interview' },
  )
  assert.deepEqual(found, {
    category: [['Tin tức', 'Tin tức › Kinh tế']],
    genre: [['Tin', 'Phỏng vấn']],
    publishAt: [['17/02/2017, 09:15', '17/02/2017, 09:30']],
  })
})

test('a cover is told by its name and description, and by its number when two are alike', () => {
  const picture = (id: number): [number, Picture] => [
    id,
    { id, originalName: 'image.jpg', alternativeText: id === 3 ? '' : 'Đồng mía' } as Picture,
  ]
  const known = { ...names, pictures: new Map([picture(3), picture(4)]) }
  const found = changes({ coverPictureId: 3 }, { coverPictureId: 4 }, known)
  assert.deepEqual(found['cover'], [['image.jpg (ảnh số 3): chưa có mô tả', 'image.jpg (ảnh số 4): Đồng mía']])
  assert.match(String(changes({}, { coverPictureId: 9 })['cover']), /Ảnh số 9, đã xóa khỏi thư viện/)
})

test('a correction tells what was wrong and what is right', () => {
  const change = { kind: 'correction', note: 'Sửa số hộ', wrong: '1.284', right: '1.248' } as const
  assert.deepEqual(changes({}, { change })['change'], [['', 'Đính chính. Sửa số hộ. “1.284” sửa thành “1.248”']])
})

test('paragraphs of the body that stayed are folded when there are many', () => {
  const body = (last: string) => ['Một', 'Hai', 'Ba', last].join('\n\n')
  const [change] = compare({ body: body('Bốn') }, { body: body('Năm') }).changes
  assert.deepEqual(
    change?.sides.blocks.map((block) => (block.kind === 'kept' ? block.summary : block.kind)),
    ['3 đoạn giữ nguyên', 'pair', 'pair'],
  )
})
