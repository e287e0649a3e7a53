import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareParagraphs, comparePieces, joinParts, mergeParagraphs } from '../../src/compare/index.ts'
import { growsLinearly } from '../support/growth.ts'

/** The longest text that an editor takes, on both sides. */
const letters = 400_000
const mostMs = 2_500
const repeated = (text: string) => text.repeat(Math.ceil(letters / text.length)).slice(0, letters)
const counted = (makes: (index: number) => string) => {
  const texts: string[] = []
  for (let length = 0; length < letters; length += texts.at(-1)?.length ?? 1) texts.push(makes(texts.length))
  return texts.join('').slice(0, letters)
}

const pairs: [string, string, string][] = [
  ['one word again and again', repeated('a '), `b ${repeated('a ')}`.slice(0, -1000)],
  ['two words in another order', repeated('a b '), repeated('a b b a ')],
  ['one letter without a space', repeated('a'), repeated('b')],
  ['punctuation alone', repeated('.,'), repeated(',.;')],
  ['one paragraph again and again', repeated('a\n\n'), `b\n\n${repeated('a\n\n')}`.slice(0, -999)],
  ['paragraphs that all changed', counted((at) => `Đoạn ${at} cũ.\n\n`), counted((at) => `Đoạn ${at} mới.\n\n`)],
  ['long paragraphs that all changed', counted(longParagraph(7)), counted(longParagraph(11))],
  ['words that nobody repeats', counted((at) => `${at} `), counted((at) => `${at}a `)],
  ['lines of spaces', repeated('\n '), repeated(' \n  ')],
]

for (const [what, before, after] of pairs) {
  test(`${what}: 400,000 letters are compared and merged without a wait`, () => {
    for (const work of [comparePieces, compareParagraphs, mergeBoth]) {
      const began = performance.now()
      work(before, after)
      const ms = performance.now() - began
      assert.ok(ms < mostMs, `${work.name}: ${Math.round(ms)} ms`)
    }
  })
}

for (const work of [comparePieces, compareParagraphs, mergeBoth]) {
  test(`${work.name} takes four times as long for four times the text`, () => {
    for (const piece of ['a ', 'ab. ', 'a\n\n', 'a\n', '.', '\n', 'một hai ba bốn. ', '```\n\n']) {
      const bare = (length: number) => piece.repeat(length / piece.length)
      const changed = (text: string) => `b ${text.slice(piece.length)}\n\nb ${text.slice(0, -piece.length)}c`
      assert.ok(
        growsLinearly((text) => work(text, changed(text)), bare, 100_000),
        JSON.stringify(piece),
      )
    }
  })
}

test('texts too different to be searched still lose nothing', () => {
  const [before, after] = [counted(longParagraph(7)), counted(longParagraph(11))]
  const pieces = comparePieces(before, after)
  const removed = pieces.filter(({ kind }) => kind !== 'added')
  assert.equal(removed.map(({ text }) => text).join(''), before)
})

test('one new paragraph in a long text is still found alone', () => {
  const before = counted((at) => `Đoạn số ${at} của một văn bản dài.\n\n`)
  const place = before.indexOf('Đoạn số 5000 ')
  const added = 'Một đoạn mới. '.repeat(300)
  const pieces = comparePieces(before, `${before.slice(0, place)}${added}\n\n${before.slice(place)}`)
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    ['same', 'added', 'same'],
  )
})

function mergeBoth(before: string, after: string) {
  const parts = mergeParagraphs(before, after, `${before.slice(0, letters / 2)}\n\nx`)
  return joinParts(parts, ({ mine }) => mine)
}

/** Sixty words a sentence of a small vocabulary, ten sentences a paragraph. */
function longParagraph(seed: number) {
  return (at: number) => {
    const words = Array.from({ length: 600 }, (_, index) => `từ${(at * 31 + index * seed * index) % 97}`)
    return `${words.join(' ')}.\n\n`
  }
}
