import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Checked, checkNames, internalPathsIn, runChecks } from '../../src/checks/index.ts'
import { growsLinearly } from '../support/growth.ts'
import { anyText } from '../text/vietnamese-letters.ts'
import { good, picture } from './given-checked.ts'

const fragments = fc.constantFrom(
  '<p>',
  '</p>',
  '<b>',
  '<a href="//x">',
  '<a href="/%zz">',
  '<a href="https://[">',
  '</a>',
  '<td>',
  '&#0;',
  '**',
  '](',
  'nhà c.á.i ',
  'b e t ',
  '0905 123 456 ',
  'tài khoản ',
)
const anyWriting = fc.array(fc.oneof(anyText, fragments), { maxLength: 12 }).map((parts) => parts.join(''))

/** An article in which everything that somebody may write is anything. */
const anyArticle = fc.tuple(anyWriting, anyWriting, anyWriting, anyText, anyText, fc.nat(2_000)).map(
  ([title, body, bodyHtml, name, address, width]): Checked => ({
    ...good,
    ...{ title, lead: title, body, bodyHtml, author: name, unit: name, sourceName: name, sourceAddress: address },
    tags: [name, title],
    cover: { ...picture, alternativeText: name, credit: name, originalName: name, width },
    bodyPictures: [{ ...picture, id: width, alternativeText: name, originalName: name, width }],
    knownPaths: new Set(internalPathsIn(bodyHtml)),
  }),
)

describe('whatever is written', () => {
  test('every finding has its check, its sentence, and a quote that stands in its field', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        for (const { check, field, sentence, quote } of runChecks(article, 'vi')) {
          assert.ok(checkNames.includes(check))
          assert.ok(sentence.trim() !== '' && sentence.isWellFormed())
          if (field === 'title' || field === 'lead' || field === 'body')
            assert.ok(quote === null || (quote !== '' && article[field].includes(quote)), `${check}: ${quote}`)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the same article gets the same findings, those that block first', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const found = runChecks(article, 'vi')
        assert.deepEqual(runChecks(article, 'vi'), found)
        const severities = found.map(({ severity }) => severity)
        assert.deepEqual(severities, severities.toSorted())
      }),
    )
  })

  test('no path that was looked up is told as missing', () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        const blocked = runChecks(article, 'vi').filter(
          (one) => one.check === 'linkTargets' && one.severity === 'blocks',
        )
        assert.deepEqual(blocked, [])
      }),
    )
  })
})

describe('four times the text takes four times as long', () => {
  const pieces = [
    'a ',
    '<p>a</p>',
    '<a href="/x">x</a> ',
    'c.',
    'b e t ',
    '0 ',
    '0905 123 456 ',
    'tài khoản ',
    '**a',
    '](',
  ].concat(['nhà cái ', '\u0301', '\ud800', '\u200b', '##a ', '|', '<td>a', '# a\n', '```\n', '- '])
  for (const piece of pieces) {
    test(JSON.stringify(piece), () => {
      const check = (text: string) => runChecks({ ...good, title: text, lead: text, body: text, bodyHtml: text }, 'vi')
      assert.ok(growsLinearly(check, (length) => piece.repeat(length / piece.length), 40_000))
    })
  }
})
