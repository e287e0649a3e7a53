import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleArticles } from '../../src/sample/articles/index.ts'
import { postedAt } from '../../src/sample/posted-at.ts'
import type { SampleArticle } from '../../src/sample/sample.ts'

const zone = 'Asia/Ho_Chi_Minh'
const posted = (when: SampleArticle['posted']) => ({ ...(sampleArticles[0] as SampleArticle), posted: when })

test('a sample article is as old as it says, in the time of the office', () => {
  const now = '2026-11-24T03:00:00.000Z'
  assert.equal(postedAt(posted({ daysAgo: 2, at: '08:30' }), now, zone), '2026-11-22T01:30:00.000Z')
  assert.equal(postedAt(posted({ on: '2017-02-16', at: '16:40' }), now, zone), '2017-02-16T09:40:00.000Z')
})

test('what would come later today was posted yesterday', () => {
  const now = '2026-11-24T00:05:00.000Z'
  assert.equal(postedAt(posted({ daysAgo: 0, at: '16:40' }), now, zone), '2026-11-23T09:40:00.000Z')
})

test('no sample article is posted in the future, at whatever hour the portal starts first', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      const now = moment.toISOString()
      return sampleArticles.every((article) => postedAt(article, now, zone) <= now)
    }),
    { numRuns: 60 },
  )
})
