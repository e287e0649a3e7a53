import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRole, mayDo, type Role, roles } from '../../src/accounts/roles.ts'
import { type Permission, permissions } from '../../src/site/permissions.ts'

/** Who may do what, written down a second time on purpose: changing it should need two decisions. */
const table: Record<Permission, Role[]> = {
  'use-own-account': ['reporter', 'editor', 'publisher', 'administrator'],
  'write-articles': ['reporter', 'editor', 'publisher', 'administrator'],
  'manage-pictures': ['reporter', 'editor', 'publisher', 'administrator'],
  'edit-all-articles': ['editor', 'publisher', 'administrator'],
  'review-articles': ['editor', 'publisher', 'administrator'],
  'answer-readers': ['editor', 'publisher', 'administrator'],
  'publish-articles': ['publisher', 'administrator'],
  'publish-unreviewed': ['publisher', 'administrator'],
  'manage-categories': ['publisher', 'administrator'],
  'manage-agency': ['administrator'],
  'manage-staff': ['administrator'],
  'read-audit': ['administrator'],
}

for (const permission of permissions) {
  test(`“${permission}” belongs to ${table[permission].join(', ')}`, () => {
    assert.deepEqual(
      roles.filter((role) => mayDo(role, permission)),
      table[permission],
    )
  })
}

test('a role is one of four words, whatever an object may answer to', () => {
  assert.deepEqual(['reporter', 'Reporter', 'constructor', '__proto__', '', 'toString'].filter(isRole), ['reporter'])
})
