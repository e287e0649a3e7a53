import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { dakPoArticle } from '../../../src/sample/articles/dak-po.ts'
import { sampleArticles } from '../../../src/sample/articles/index.ts'
import type { SampleArticle } from '../../../src/sample/sample.ts'
import { wordCount } from '../../../src/text/display.ts'
import { examine, isAdvice } from '../../../src/text/doctor/index.ts'
import { cleanProse } from './clean-prose.ts'

const maxCorrectionsPerThousand = 1
const maxAdvicePerThousand = 3
const source = resolve(import.meta.dirname, '../../../src')

function textOf({ title, lead, body }: SampleArticle): string {
  return [title, lead, body].join('\n\n')
}

function measure(t: TestContext, texts: string[], planted: string[] = []): void {
  const words = texts.reduce((sum, text) => sum + wordCount(text), 0)
  const findings = texts.flatMap((text) => examine(text)).filter(({ found }) => !planted.includes(found))
  const corrections = findings.filter((finding) => !isAdvice(finding))
  const advice = findings.length - corrections.length
  const [perThousand, advicePerThousand] = [(corrections.length / words) * 1000, (advice / words) * 1000]
  t.diagnostic(
    `${words} words: ${perThousand.toFixed(2)} false findings and ${advicePerThousand.toFixed(2)} of advice in 1,000`,
  )
  assert.ok(perThousand <= maxCorrectionsPerThousand, corrections.map(({ found }) => found).join(', '))
  assert.ok(advicePerThousand <= maxAdvicePerThousand)
}

test('the misprints of the first article are found and told what they should be', () => {
  const misprints = examine(textOf(dakPoArticle)).filter(({ kind }) => kind === 'word')
  assert.deepEqual(
    misprints.map(({ found, proposed }) => [found, proposed]),
    [
      ['mốt số', 'một số'],
      ['phố biến', 'phổ biến'],
    ],
  )
})

describe('the doctor is quiet', () => {
  test('on the sample articles', (t) => {
    measure(t, sampleArticles.map(textOf), ['mốt số', 'phố biến'])
  })

  test('on clean prose with everything in it that looks like a mistake', (t) => {
    measure(t, [cleanProse])
    assert.deepEqual(examine(cleanProse), [])
  })

  test('on the wording of our own rooms', async (t) => {
    const modules = await Promise.all(globSync('*/words.ts', { cwd: source }).map((file) => import(join(source, file))))
    const wording = modules.flatMap(sentencesIn).filter((text) => /[\u1e00-\u1eff]/.test(text))
    assert.ok(wording.length > 200)
    measure(t, wording)
  })
})

function sentencesIn(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording]
  return typeof wording === 'object' && wording !== null ? Object.values(wording).flatMap(sentencesIn) : []
}
