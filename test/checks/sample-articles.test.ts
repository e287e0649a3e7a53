import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import type { Checked, Finding } from '../../src/checks/index.ts'
import { sampleLinks } from '../../src/sample/agency.ts'
import { sampleArticles } from '../../src/sample/articles/index.ts'
import { samplePictures } from '../../src/sample/pictures.ts'
import type { SampleArticle } from '../../src/sample/sample.ts'
import { root } from '../support/sources.ts'
import { findings } from './given-checked.ts'

async function coverOf({ cover }: SampleArticle): Promise<Checked['cover']> {
  const sample = cover === null ? undefined : samplePictures[cover]
  if (!sample) return null
  const { width, height } = await sharp(join(root, 'src/sample/pictures', sample.file)).metadata()
  return { ...sample, isDecorative: false, width, height }
}

async function findingsOf(sample: SampleArticle): Promise<Finding[]> {
  const { title, lead, body, author, unit, source, tags } = sample
  return findings({
    ...{ title, lead, body, tags, author: author ?? '', unit: unit ?? '' },
    sourceName: source?.name ?? '',
    sourceAddress: source?.address ?? '',
    cover: await coverOf(sample),
    knownHosts: sampleLinks.map(({ address }) => new URL(address).host),
  })
}

const [first, ...others] = sampleArticles
const found = await Promise.all(sampleArticles.map(findingsOf))

describe('the articles of the sample district', () => {
  test('may be published as they are', () => {
    assert.deepEqual(
      found.flat().filter(({ severity }) => severity === 'blocks'),
      [],
    )
    assert.ok(found.length >= 35)
  })

  test('give no advice to their own writers', () => {
    assert.deepEqual(
      found.slice(1).flatMap((each, place) => each.map(({ sentence }) => `${others[place]?.title}: ${sentence}`)),
      [],
    )
  })

  test('but for the first, which is quoted with its misprints, its long title and its long sentences', () => {
    assert.equal(first?.author, 'Lan Hương')
    assert.deepEqual(
      found[0]?.map(({ check, field }) => `${check} ${field}`),
      ['titleLength title', 'leadLength lead', 'abbreviations lead', 'misprints body', 'longSentences body'],
    )
  })
})
