import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joinParts, type MergePart, mergeLine, mergeParagraphs } from '../../src/compare/index.ts'

const textOf = (...paragraphs: string[]) => paragraphs.join('\n\n')
const agreed = (...paragraphs: string[]): MergePart => ({ kind: 'agreed', text: textOf(...paragraphs) })
const conflict = (base: string, mine: string, theirs: string): MergePart => ({ kind: 'conflict', base, mine, theirs })
const merge = (base: string[], mine: string[], theirs: string[]) =>
  mergeParagraphs(textOf(...base), textOf(...mine), textOf(...theirs))

test('two people who changed two paragraphs agree, even where the paragraphs are neighbours', () => {
  assert.deepEqual(merge(['a', 'b', 'c'], ['a1', 'b', 'c'], ['a', 'b', 'c2']), [agreed('a1', 'b', 'c2')])
  assert.deepEqual(merge(['a', 'b', 'c'], ['a', 'b1', 'c'], ['a', 'b', 'c2']), [agreed('a', 'b1', 'c2')])
})

test('one paragraph changed in two ways is a conflict between what agrees', () => {
  assert.deepEqual(merge(['a', 'b', 'c'], ['a', 'b1', 'c'], ['a', 'b2', 'c']), [
    agreed('a'),
    conflict('b', 'b1', 'b2'),
    agreed('c'),
  ])
})

test('what both changed alike is agreed', () => {
  assert.deepEqual(merge(['a', 'b'], ['a', 'b1'], ['a', 'b1']), [agreed('a', 'b1')])
})

test('a paragraph that one deleted and the other changed is a conflict', () => {
  assert.deepEqual(merge(['a', 'b', 'c'], ['a', 'c'], ['a', 'b2', 'c']), [
    agreed('a'),
    conflict('b', '', 'b2'),
    agreed('c'),
  ])
})

test('paragraphs that both added in one place are a conflict, in two places they are agreed', () => {
  assert.deepEqual(merge(['a', 'b'], ['a', 'm', 'b'], ['a', 't', 'b']), [
    agreed('a'),
    conflict('', 'm', 't'),
    agreed('b'),
  ])
  assert.deepEqual(merge(['a', 'b'], ['a', 'm', 'b'], ['a', 'b', 't']), [agreed('a', 'm', 'b', 't')])
})

test('a paragraph added beside one that the other changed is agreed', () => {
  assert.deepEqual(merge(['a', 'b'], ['a', 'm', 'b'], ['a', 'b2']), [agreed('a', 'm', 'b2')])
  assert.deepEqual(merge(['a', 'b'], ['a', 'm', 'b'], ['a2', 'b']), [agreed('a2', 'm', 'b')])
})

test('where both add beside each other nobody knows whose comes first', () => {
  assert.deepEqual(merge(['a', 'b'], ['a', 'm', 'b'], ['a2', 't', 'b']), [
    conflict('a', textOf('a', 'm'), textOf('a2', 't')),
    agreed('b'),
  ])
})

test('a rewritten passage conflicts with every change inside it', () => {
  assert.deepEqual(merge(['a', 'b', 'c', 'd'], ['x', 'y', 'd'], ['a', 'b2', 'c', 'd2']), [
    conflict(textOf('a', 'b', 'c'), textOf('x', 'y'), textOf('a', 'b2', 'c')),
    agreed('d2'),
  ])
})

test('an empty line inside code parts nothing', () => {
  const code = '```\nmột\n\nhai\n```'
  assert.deepEqual(merge([code, 'b'], [code, 'b1'], [code.replace('hai', 'ba'), 'b']), [
    agreed(code.replace('hai', 'ba'), 'b1'),
  ])
})

test('the joined text has what was chosen for each conflict', () => {
  const parts = merge(['a', 'b', 'c'], ['a', 'b1', 'c'], ['a', 'b2', 'c'])
  assert.equal(
    joinParts(parts, ({ theirs }) => theirs),
    textOf('a', 'b2', 'c'),
  )
  assert.equal(
    joinParts(parts, () => ''),
    textOf('a', 'c'),
  )
})

test('a line that only one changed, or both alike, is that line; otherwise there is none', () => {
  assert.equal(mergeLine('a', 'b', 'a'), 'b')
  assert.equal(mergeLine('a', 'a', 'c'), 'c')
  assert.equal(mergeLine('a', 'b', 'b'), 'b')
  assert.equal(mergeLine('a', 'a', 'a'), 'a')
  assert.equal(mergeLine('a', 'b', 'c'), null)
  assert.equal(mergeLine('Hòa', 'Hòa'.normalize('NFD'), 'Hoà'), 'Hoà')
})

const paragraph = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '- một\n- hai', '```\nmã\n\nmã\n```')
const anyMarkdown = fc.array(paragraph, { maxLength: 10 }).map((paragraphs) => textOf(...paragraphs))
const mine = (parts: MergePart[]) => joinParts(parts, (part) => part.mine)

test('what only one changed is taken whole, from whichever side', () => {
  fc.assert(
    fc.property(anyMarkdown, anyMarkdown, (base, changed) => {
      for (const parts of [mergeParagraphs(base, changed, base), mergeParagraphs(base, base, changed)]) {
        assert.equal(mine(parts), changed)
        assert.ok(parts.every(({ kind }) => kind === 'agreed'))
      }
    }),
  )
})

test('what both made alike is taken whole', () => {
  fc.assert(
    fc.property(anyMarkdown, anyMarkdown, (base, changed) => {
      assert.deepEqual(
        mergeParagraphs(base, changed, changed),
        changed === '' ? [] : [{ kind: 'agreed', text: changed }],
      )
    }),
  )
})

test('the two sides can change places', () => {
  const swapped = (parts: MergePart[]) =>
    parts.map((part) => (part.kind === 'agreed' ? part : { ...part, mine: part.theirs, theirs: part.mine }))
  fc.assert(
    fc.property(anyMarkdown, anyMarkdown, anyMarkdown, (base, one, other) => {
      assert.deepEqual(swapped(mergeParagraphs(base, one, other)), mergeParagraphs(base, other, one))
    }),
  )
})

test('nothing that one of them wrote is lost, unless the other deleted what she left as it was', () => {
  const few = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 9 })
  fc.assert(
    fc.property(few, few, few, (base, hers, his) => {
      const parts = merge(base, hers, his)
      const shown = parts.flatMap((part) => (part.kind === 'agreed' ? [part.text] : [part.mine, part.theirs]))
      const kept = shown.flatMap((text) => text.split('\n\n'))
      for (const [own, other] of [
        [hers, his],
        [his, hers],
      ] as const) {
        const lost = own.filter((text) => !kept.includes(text))
        assert.deepEqual(
          lost.filter((text) => !base.includes(text) || other.includes(text)),
          [],
        )
      }
    }),
    { numRuns: 1000 },
  )
})
