import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createMarker, type Pieces } from '../../src/search/excerpt.ts'
import { parseQuery } from '../../src/search/query.ts'
import { readGroup } from '../../src/search/synonym.ts'
import { createTokenizer } from '../../src/search/tokens.ts'
import { growsLinearly } from '../support/growth.ts'
import { anyText } from '../text/vietnamese-letters.ts'

const groups = ['UBND, Ủy ban nhân dân'].map(readGroup)
const markerOf = (typed: string, completions: string[] = []) =>
  createMarker({ ...parseQuery(typed, groups), completions: completions.flatMap((word) => createTokenizer()(word)) })
const shown = (pieces: Pieces) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
const mark = (typed: string, text: string) => shown(markerOf(typed).mark(text))

describe('what is marked', () => {
  test('stands in the spelling of the text', () => {
    assert.equal(mark('dak po', 'UBND huyện ĐẮK PƠ'), 'UBND huyện [ĐẮK PƠ]')
    assert.equal(mark('siu ho', 'Siu Hơ\u0306 ở K’Bang'), '[Siu Hơ\u0306] ở K’Bang')
    assert.equal(mark('kbang', 'ở K’Bang'), 'ở [K’Bang]')
  })

  test('is one mark for words side by side', () =>
    assert.equal(mark('45/QD-UBND', 'Quyết định số 45/QĐ-UBND'), 'Quyết định số [45/QĐ-UBND]'))

  test('leaves out what is only part of what stands together elsewhere', () =>
    assert.equal(
      mark('binh dang gioi', 'Bình đẳng giới, không phân biệt giới'),
      '[Bình đẳng giới], không phân biệt giới',
    ))

  test('are single words where none stand together', () =>
    assert.equal(mark('mía đường', 'Đường tốt, mía ngọt'), '[Đường] tốt, [mía] ngọt'))

  test('has the marks that were typed, where the text has such a word', () => {
    assert.equal(mark('má', 'Má ơi, mà ma'), '[Má] ơi, mà ma')
    assert.equal(mark('má', 'mà con'), '[mà] con')
  })

  test('is whole words only', () => assert.equal(mark('an', 'an toàn, bản tin'), '[an] toàn, bản tin'))

  test('are also synonyms as a whole and words that the last one may become', () => {
    assert.equal(mark('ubnd', 'Ủy ban nhân dân và nhân dân'), '[Ủy ban nhân dân] và nhân dân')
    assert.equal(shown(markerOf('đẳng gi', ['giới']).mark('bình đẳng giới')), 'bình [đẳng giới]')
  })

  test('is a phrase only as a whole', () =>
    assert.equal(mark('"nhân dân"', 'dân, nhân dân, nhân'), 'dân, [nhân dân], nhân'))
})

describe('an excerpt', () => {
  const filler = 'Nước ở kênh còn đủ nên rau bén rễ nhanh. '.repeat(30)

  test('lies around the best hit and says where the text goes on', () => {
    const text = `${filler}Hội đồng họp. ${filler}Hội nghị tổng kết ở huyện. ${filler}`
    const excerpt = shown(markerOf('hoi nghi').excerpt(text))
    assert.match(excerpt, /^… .*\[Hội nghị\] tổng kết ở huyện\..* …$/)
    assert.ok(excerpt.length < 260)
  })

  test('is the beginning where nothing is hit', () =>
    assert.match(shown(markerOf('qwx').excerpt(filler)), /^Nước ở kênh .* …$/))

  test('is a short text as it is', () => assert.equal(shown(markerOf('qwx').excerpt('Ngắn.')), 'Ngắn.'))

  test('prefers the place with most of the words', () => {
    const text = `Mía. ${filler}Mía cần đường. ${filler}`
    assert.match(shown(markerOf('đường mía').excerpt(text)), /\[Mía\] cần \[đường\]/)
  })

  test('changes nothing of the text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, (typed, text) => {
        const marker = markerOf(typed)
        assert.equal(
          marker
            .mark(text)
            .map((piece) => piece.text)
            .join(''),
          text,
        )
        const read = marker
          .excerpt(text)
          .map((piece) => piece.text)
          .join('')
        assert.ok(text.includes(read.replace(/^… | …$/g, '')))
      }),
      { numRuns: 500 },
    )
  })

  test('takes no more time than its text deserves', () => {
    const marker = markerOf('hội nghị')
    for (const piece of ['hội ', 'hội nghị. ', 'a', '. ']) {
      const repeat = (length: number) => piece.repeat(length / piece.length)
      assert.ok(growsLinearly(marker.excerpt, repeat, 60_000), piece)
    }
  })
})
