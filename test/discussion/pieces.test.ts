import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraphsOf } from '../../src/discussion/pieces.ts'
import { growsLinearly } from '../support/growth.ts'

const newsroom = 'https://tin.dakpo.gia.vn'

/** Paths of what became a link in one line. */
const linksIn = (line: string) =>
  paragraphsOf(line, newsroom)
    .flat(2)
    .flatMap(({ path }) => path ?? [])

test('an empty line parts two paragraphs, a line break stays a line break', () => {
  const texts = paragraphsOf('Sửa tít.\nBỏ ảnh.\n\nXong gửi lại.', newsroom).map((lines) =>
    lines.map((pieces) => pieces.map(({ text }) => text).join('')),
  )
  assert.deepEqual(texts, [['Sửa tít.', 'Bỏ ảnh.'], ['Xong gửi lại.']])
})

describe('an address of our own newsroom becomes a link', () => {
  for (const [text, path] of [
    ['/quan-tri/bai-viet/12', '/quan-tri/bai-viet/12'],
    ['Xem https://tin.dakpo.gia.vn/quan-tri/bai-viet/12#trao-doi.', '/quan-tri/bai-viet/12#trao-doi'],
    ['(/quan-tri/hinh-anh?q=c%E1%BA%A7u)', '/quan-tri/hinh-anh?q=c%E1%BA%A7u'],
    ['“/quan-tri” là trang đầu', '/quan-tri'],
  ] as const) {
    test(text, () => assert.deepEqual(linksIn(text), [path]))
  }

  test('and nothing of the line is lost around it', () => {
    const [line = []] = paragraphsOf('Xem /quan-tri/bai-viet/3, rồi (/quan-tri/bai-viet/4)!', newsroom)[0] ?? []
    assert.deepEqual(
      line.map(({ text }) => text),
      ['Xem ', '/quan-tri/bai-viet/3', ', rồi (', '/quan-tri/bai-viet/4', ')!'],
    )
  })
})

describe('nothing else becomes a link', () => {
  for (const text of [
    'https://la.example/quan-tri/bai-viet/12',
    'https://tin.dakpo.gia.vn@la.example/quan-tri',
    '//la.example/quan-tri',
    'https://tin.dakpo.gia.vn/tin-bai/12',
    '/quan-tri/../tin-bai/12',
    '/quan-tri/%2e%2e/tin-bai/12',
    '/quan-trị',
    '/quan-tri-vien',
    'http://tin.dakpo.gia.vn/quan-tri',
    'javascript:alert(1)/quan-tri',
  ]) {
    test(text, () => {
      assert.deepEqual(linksIn(text), [])
      assert.deepEqual(linksIn(`${text} /quan-tri/bai-viet/1`), ['/quan-tri/bai-viet/1'])
    })
  }
})

test('a line takes time in proportion to its length', () => {
  for (const part of ['(http://', '/quan-tri/', '/quan-tri/.....', '.'])
    assert.ok(
      growsLinearly(
        (text) => paragraphsOf(text, newsroom),
        (length) => part.repeat(length / part.length),
        400_000,
      ),
      part,
    )
})
