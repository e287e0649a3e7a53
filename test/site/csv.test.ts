import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { csvLine, csvStart } from '../../src/site/csv.ts'

describe('a line of CSV', () => {
  test('parts its cells with commas and ends as the standard says', () => {
    assert.equal(csvLine(['Đắk Pơ', 12, '', 'Ơ̆ ƀ']), 'Đắk Pơ,12,,Ơ̆ ƀ\r\n')
    assert.equal(csvLine([]), '\r\n')
    assert.deepEqual([...Buffer.from(csvStart)], [0xef, 0xbb, 0xbf])
  })

  test('keeps quotes, commas, breaks and outer spaces inside their cell', () => {
    assert.equal(csvLine(['a "b" c', 'a, b', 'a\nb', 'a\r\nb', ' a']), '"a ""b"" c","a, b","a\nb","a\r\nb"," a"\r\n')
  })

  test('has no formula, wherever a spreadsheet would begin a cell', () => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      assert.equal(csvLine([`${start}1`]), `'${start}1\r\n`)
      assert.equal(csvLine([`a;${start}1`]), `"a;'${start}1"\r\n`)
    }
    assert.equal(csvLine(['\r=1']), `"'\r=1"\r\n`)
    assert.equal(csvLine(['=HYPERLINK("http://a","b")']), `"'=HYPERLINK(""http://a"",""b"")"\r\n`)
  })

  test('leaves signs inside a text alone, and numbers numbers', () => {
    assert.equal(csvLine(['2-4', 'a = b', 'lan@dakpo.vn', 'a; -5 độ']), '2-4,a = b,lan@dakpo.vn,"a; -5 độ"\r\n')
    assert.equal(csvLine([-5, 2.5]), '-5,2.5\r\n')
  })

  test('is read back as it was written, but for the apostrophes', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'"",;\r\n =+-@\tđơ1') })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const read = readLine(csvLine(cells))
        assert.deepEqual(
          read.map((text) => text.replace(/^'|(?<=;)'/g, '')),
          cells,
        )
        assert.ok(read.every((text) => !/^[=+\-@\t\r]/.test(text)))
      }),
    )
  })
})

/** The cells of one line, as RFC 4180 reads it. */
function readLine(line: string): string[] {
  assert.ok(line.endsWith('\r\n'))
  const cells = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)
  return [...cells].map(([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')))
}
