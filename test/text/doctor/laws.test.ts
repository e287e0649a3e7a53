import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { applyFinding, examine, type Finding } from '../../../src/text/doctor/index.ts'
import { anyText } from '../vietnamese-letters.ts'
import { hurriedText, planted } from './planted.ts'

const document = planted.map(({ text }) => text).join('\n\n')
const texts = fc.oneof(anyText, hurriedText)

test('one fault of every kind is found in its place and told what it should be', () => {
  for (const { kind, text, found, proposed } of planted) {
    const findings = examine(text).filter((finding) => finding.kind === kind)
    assert.deepEqual(
      findings.map((finding) => [finding.found, finding.proposed]),
      [[found, proposed]],
      text,
    )
  }
})

describe('in any text', () => {
  test('positions say where what was found stands, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const findings = examine(text)
        for (const { start, end, found } of findings) {
          assert.ok(0 <= start && start < end && end <= text.length)
          assert.equal(text.slice(start, end), found)
        }
        assert.deepEqual(
          findings.map(({ start }) => start),
          findings.map(({ start }) => start).toSorted((a, b) => a - b),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('findings of one kind never overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [, findings = []] of Map.groupBy(examine(text), ({ kind }) => kind)) {
          findings.slice(1).forEach((finding, at) => {
            assert.ok((findings[at]?.end ?? 0) <= finding.start)
          })
        }
      }),
    )
  })

  test('applying one proposal after another comes to an end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let left = text
        for (let steps = 0; steps <= 5 * text.length + 20; steps++) {
          const next = examine(left).find(({ proposed }) => proposed !== null)
          if (next === undefined) return
          left = applyFinding(left, next)
        }
        assert.fail(left)
      }),
      { numRuns: 500 },
    )
  })

  test('what was applied is no longer found at its place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const applied of examine(text).filter(({ proposed }) => proposed !== null)) {
          const again = examine(applyFinding(text, applied)).filter((finding) => isSamePlace(finding, applied))
          assert.deepEqual(again, [])
        }
      }),
      { numRuns: 1000 },
    )
  })
})

test('the findings of other paragraphs stay when one is applied', () => {
  const findings = examine(document)
  for (const applied of findings.filter(({ proposed }) => proposed !== null)) {
    const changed = applyFinding(document, applied)
    const shift = changed.length - document.length
    const others = findings.filter((other) => paragraphOf(other) !== paragraphOf(applied))
    const expected = others.map((other) => (other.start > applied.start ? moved(other, shift) : other))
    const left = examine(changed)
    for (const other of expected)
      assert.ok(
        left.some((finding) => isSamePlace(finding, other)),
        JSON.stringify(other),
      )
  }
})

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.kind === b.kind && a.start === b.start && a.found === b.found && a.proposed === b.proposed
}

function moved(finding: Finding, shift: number): Finding {
  return { ...finding, start: finding.start + shift, end: finding.end + shift }
}

function paragraphOf({ start }: Finding): number {
  return document.slice(0, start).split('\n\n').length
}
