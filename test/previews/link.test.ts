import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOf, linkState, type PreviewLink } from '../../src/previews/link.ts'
import { newToken, tokenHash } from '../../src/previews/token.ts'

const made = '2017-02-17T03:00:00.000Z'
const now = '2017-02-18T03:00:00.000Z'
const link: PreviewLink = {
  id: 1,
  articleId: 1,
  approver: null,
  createdAt: made,
  createdBy: 'Nguyễn Thị Hương',
  expiresAt: '2017-02-20T03:00:00.000Z',
  revokedAt: null,
  lastPassedAt: null,
}
const draft = { publishedAt: null, withdrawnAt: null, deletedAt: null }
const before = '2017-02-16T03:00:00.000Z'
const after = '2017-02-17T04:00:00.000Z'
const later = '2017-02-19T03:00:00.000Z'

describe('a link', () => {
  test('holds until its last millisecond and no longer', () => {
    assert.equal(linkState(link, draft, '2017-02-20T02:59:59.999Z'), 'valid')
    assert.equal(linkState(link, draft, '2017-02-20T03:00:00.000Z'), 'expired')
  })

  test('counts its days by the hour it was made', () => {
    assert.equal(endOf(made, 1), '2017-02-18T03:00:00.000Z')
    assert.equal(endOf('2017-02-27T17:30:00.000Z', 3), '2017-03-02T17:30:00.000Z')
    assert.equal(endOf(made, 30), '2017-03-19T03:00:00.000Z')
  })

  test('ends when it is revoked, whatever became of the article', () => {
    assert.equal(linkState({ ...link, revokedAt: after }, draft, now), 'revoked')
    assert.equal(linkState({ ...link, revokedAt: after }, null, now), 'revoked')
  })

  test('ends with an article that is deleted or erased', () => {
    assert.equal(linkState(link, { ...draft, deletedAt: after }, now), 'deleted')
    assert.equal(linkState(link, null, now), 'deleted')
  })

  test('ends when readers get what it showed', () => {
    const passed = { ...link, lastPassedAt: after }
    assert.equal(linkState(passed, { ...draft, publishedAt: after }, now), 'published')
    // A first publication under an old date, and a newer edition of what readers had.
    assert.equal(linkState(passed, { ...draft, publishedAt: before }, now), 'published')
    // Readers had it; that it was taken down since gives nothing back.
    assert.equal(linkState(passed, { ...draft, publishedAt: after, withdrawnAt: now }, now), 'published')
  })

  test('holds while what was published before is written anew', () => {
    const passed = { ...link, lastPassedAt: before }
    assert.equal(linkState(passed, { ...draft, publishedAt: before }, now), 'valid')
    assert.equal(linkState(passed, { ...draft, publishedAt: before, withdrawnAt: after }, now), 'valid')
  })

  test('holds until the hour of a scheduled article has come, whichever was first', () => {
    for (const lastPassedAt of [before, after]) {
      const passed = { ...link, lastPassedAt }
      assert.equal(linkState(passed, { ...draft, publishedAt: later }, now), 'valid')
      assert.equal(linkState(passed, { ...draft, publishedAt: later }, later), 'published')
    }
  })

  test('does not end at the hour of an article that was taken down before', () => {
    const passed = { ...link, lastPassedAt: after }
    assert.equal(linkState(passed, { ...draft, publishedAt: later, withdrawnAt: now }, later), 'valid')
  })
})

describe('a token', () => {
  test('is 128 random bits in letters that an address may hold as they are', () => {
    const token = newToken((bytes) => Buffer.alloc(bytes, 0xff))
    assert.equal(token, '_____________________w')
    assert.deepEqual([...Buffer.from(token, 'base64url')], Array(16).fill(0xff))
  })

  test('cannot be told from its hash', () => {
    assert.match(tokenHash('_____________________w'), /^[\w-]{43}$/)
    assert.notEqual(tokenHash('_____________________w'), tokenHash('_____________________A'))
  })
})
