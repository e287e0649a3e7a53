import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareParagraphs, type ParagraphRow } from '../../src/compare/index.ts'
import { smallWords } from '../text/vietnamese-letters.ts'

const opening = 'Sáng 15/02, Ủy ban nhân dân huyện tổ chức hội nghị tổng kết.'
const figures = 'Toàn huyện có 1.284 hộ nghèo, giảm 2,4 % so với năm trước.'
const closing = 'Hội nghị kết thúc trong buổi sáng.'
const textOf = (...paragraphs: string[]) => paragraphs.join('\n\n')
const kinds = (rows: ParagraphRow[]) => rows.map(({ kind }) => kind)
const sideText = (pieces: ParagraphRow['before']) => pieces.map(({ text }) => text).join('')

test('paragraphs that stayed stand beside each other', () => {
  const rows = compareParagraphs(textOf(opening, closing), textOf(opening, closing))
  assert.deepEqual(kinds(rows), ['same', 'same'])
  assert.equal(sideText(rows[1]?.before ?? []), closing)
})

test('in a changed paragraph each side shows its own words', () => {
  const [row] = compareParagraphs(figures, figures.replace('1.284', '1.248'))
  assert.equal(row?.kind, 'changed')
  assert.deepEqual(row?.before[1], { kind: 'removed', text: '1.284' })
  assert.deepEqual(row?.after[1], { kind: 'added', text: '1.248' })
})

test('a new paragraph before a changed one does not take its place', () => {
  const changed = figures.replace('hộ nghèo', 'hộ cận nghèo')
  const rows = compareParagraphs(textOf(opening, figures), textOf(opening, 'Dự hội nghị có đại biểu các xã.', changed))
  assert.deepEqual(kinds(rows), ['same', 'added', 'changed'])
})

test('paragraphs with nothing in common are one that went and one that came', () => {
  assert.deepEqual(kinds(compareParagraphs(opening, 'Kính mời quý bạn đọc.')), ['removed', 'added'])
})

test('how many empty lines part two paragraphs does not matter, except in code', () => {
  assert.deepEqual(kinds(compareParagraphs('Một\n\n\n \nHai', 'Một\n\nHai')), ['same', 'same'])
  assert.deepEqual(kinds(compareParagraphs('```\nmột\n\n\nhai\n```', '```\nmột\n\nhai\n```')), ['changed'])
})

test('many changed paragraphs are told one by one', () => {
  const many = (word: string) => textOf(...Array.from({ length: 60 }, (_, index) => `Đoạn ${word} số ${index}`))
  assert.deepEqual(kinds(compareParagraphs(many('cũ'), many('mới'))), new Array(60).fill('changed'))
})

const markdown = fc.array(smallWords, { maxLength: 8 }).map((paragraphs) => textOf(...paragraphs))

test('each side of the rows is its text', () => {
  const join = (texts: string[]) => textOf(...texts.filter((text) => text !== ''))
  fc.assert(
    fc.property(markdown, markdown, (before, after) => {
      const rows = compareParagraphs(before, after)
      assert.equal(join(rows.map((row) => sideText(row.before))), before)
      assert.equal(join(rows.map((row) => sideText(row.after))), after)
    }),
  )
})

test('a row of one kind shows only what belongs to it', () => {
  fc.assert(
    fc.property(markdown, markdown, (before, after) => {
      for (const { kind, before: left, after: right } of compareParagraphs(before, after)) {
        assert.equal(left.length === 0, kind === 'added')
        assert.equal(right.length === 0, kind === 'removed')
        assert.equal(
          [...left, ...right].every((piece) => piece.kind === 'same'),
          kind === 'same',
        )
      }
    }),
  )
})
