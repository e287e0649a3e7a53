import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Block, isParagraph, paragraph, text, wordsOf } from '../../../src/word-files/block.ts'
import { isRuleLine, splitLines, tidyParagraphs } from '../../../src/word-files/rules/tidy-paragraphs.ts'
import { bold, boldLine, plainLine } from '../given-blocks.ts'

const linesOf = (blocks: Block[]) => blocks.filter(isParagraph).map(wordsOf)
const countOf = (blocks: Block[], what: string) =>
  tidyParagraphs(blocks).dropped.reduce((sum, each) => (each.what === what ? sum + each.count : sum), 0)

describe('spaces that only place words', () => {
  test('go from the start of a line, and are counted', () => {
    const given = [plainLine('          Sáng ngày'), plainLine('\t\tChiều ngày'), plainLine('\u00a0\u00a0 Tối')]
    assert.deepEqual(linesOf(tidyParagraphs(given).blocks), ['Sáng ngày', 'Chiều ngày', 'Tối'])
    assert.equal(countOf(given, 'indents'), 15)
  })

  test('are one between words, also where two runs meet', () => {
    const given = [paragraph([text('Hội  nghị '), text(' tổng   kết', bold), text(' ')])]
    const [tidied] = tidyParagraphs(given).blocks
    assert.ok(tidied && isParagraph(tidied))
    assert.deepEqual(
      tidied.pieces.map((piece) => piece.kind === 'text' && piece.text),
      ['Hội nghị ', 'tổng kết'],
    )
    assert.equal(countOf(given, 'doubledSpaces'), 3)
  })

  test('tell that a line was pushed to the right', () => {
    const alignOf = (words: string) => {
      const [block] = tidyParagraphs([plainLine(words)]).blocks
      return block && isParagraph(block) ? block.align : null
    }
    assert.equal(alignOf(`${' '.repeat(29)}Lan Hương`), 'right')
    assert.equal(alignOf('\t\t\t\tLan Hương'), 'right')
    assert.equal(alignOf(`${' '.repeat(10)}Lan Hương`), 'left')
    assert.equal(alignOf(`${' '.repeat(29)}${'Một đoạn văn dài. '.repeat(10)}`), 'left')
  })
})

test('what says nothing goes: empty lines, ruled lines', () => {
  const given = [plainLine('Một'), plainLine('  '), plainLine('\u200b'), plainLine('-----'), plainLine('---o0o---')]
  assert.deepEqual(linesOf(tidyParagraphs(given).blocks), ['Một'])
  assert.deepEqual([countOf(given, 'emptyParagraphs'), countOf(given, 'ruleLines')], [2, 2])
  for (const words of ['- Một', '1.200', '...và', '*']) assert.equal(isRuleLine(words), false, words)
})

describe('a line that was broken by hand', () => {
  const broken = (...lines: string[]) =>
    paragraph(lines.flatMap((line, at) => (at === 0 ? [text(line)] : [{ kind: 'break' as const }, text(line)])))

  test('is a paragraph where a sentence ended', () => {
    const given = [broken('Bà con góp 350 ngày công.', 'Huyện hỗ trợ xi măng.')]
    assert.deepEqual(linesOf(tidyParagraphs(given).blocks), ['Bà con góp 350 ngày công.', 'Huyện hỗ trợ xi măng.'])
    assert.equal(countOf(given, 'softBreaks'), 1)
  })

  test('goes on where the sentence does', () => {
    assert.deepEqual(linesOf(splitLines(broken('Xã còn vận động', 'thêm 20 triệu đồng.'))), [
      'Xã còn vận động thêm 20 triệu đồng.',
    ])
  })

  test('stays one in a title', () => {
    const title = boldLine('Hội nghị')
    title.pieces = [text('Hội nghị', bold), { kind: 'break' }, text('Tổng kết', bold)]
    assert.deepEqual(linesOf(splitLines(title)), ['Hội nghị Tổng kết'])
  })
})

test('a picture becomes a paragraph of its own, what stands around it keeps its order', () => {
  const given = [paragraph([text('Trước '), { kind: 'picture', at: 0, alternativeText: '' }, text(' sau')])]
  const kinds = tidyParagraphs(given).blocks.map((block) => isParagraph(block) && block.pieces.map(({ kind }) => kind))
  assert.deepEqual(kinds, [['text'], ['picture'], ['text']])
})
