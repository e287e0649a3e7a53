import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskState, hasUnpublishedChanges } from '../../src/articles/desk-article.ts'

const now = '2017-02-17T03:00:00.000Z'
const live = {
  liveEditionId: 1,
  stage: 'draft' as const,
  publishedAt: now,
  expiresAt: null,
  withdrawnAt: null,
  deletedAt: null,
}

test('where an article stands follows from the moment', () => {
  assert.equal(deskState(live, now), 'live')
  assert.equal(deskState(live, '2017-02-17T02:59:59.999Z'), 'scheduled')
  assert.equal(deskState({ ...live, liveEditionId: null, publishedAt: null }, now), 'draft')
  assert.equal(deskState({ ...live, liveEditionId: null, publishedAt: null, stage: 'submitted' }, now), 'submitted')
  assert.equal(deskState({ ...live, expiresAt: now }, now), 'expired')
  assert.equal(deskState({ ...live, expiresAt: now }, '2017-02-17T02:59:59.999Z'), 'scheduled')
  assert.equal(deskState({ ...live, expiresAt: '2017-02-17T03:00:00.001Z' }, now), 'live')
  assert.equal(deskState({ ...live, expiresAt: now, withdrawnAt: now }, now), 'withdrawn')
  assert.equal(deskState({ ...live, withdrawnAt: now }, now), 'withdrawn')
  assert.equal(deskState({ ...live, withdrawnAt: now, deletedAt: now }, now), 'trash')
})

test('changes wait only behind a published text', () => {
  assert.ok(hasUnpublishedChanges({ liveEditionId: 1, draftEditionId: 2 }))
  assert.ok(!hasUnpublishedChanges({ liveEditionId: 1, draftEditionId: null }))
  assert.ok(!hasUnpublishedChanges({ liveEditionId: null, draftEditionId: 2 }))
})
