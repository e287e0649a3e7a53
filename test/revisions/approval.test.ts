import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvalOf } from '../../src/revisions/approval.ts'
import { events } from './given-past.ts'

const [huong, binh, duc] = ['Nguyễn Thị Hương', 'Trần Văn Bình', 'Lê Minh Đức']

/** Who signed what, by name. */
function signed(told: Parameters<typeof events>, editionId: number) {
  const { written, submitted, reviewed, approved, isUnreviewed } = approvalOf(events(...told), editionId)
  const [writer, sender, editor, approver] = [written, submitted, reviewed, approved].map((line) => line?.by ?? null)
  return { writer, sender, editor, approver, isUnreviewed }
}

const nobody = { writer: null, sender: null, editor: null, approver: null, isUnreviewed: false }

test('an article that passed both gates has everybody on its slip', () => {
  const told: Parameters<typeof events> = [
    ['created', 10, huong],
    ['submitted', 10, huong],
    ['reviewed', 20, binh],
    ['published', 20, duc],
  ]
  assert.deepEqual(signed(told, 20), { writer: huong, sender: huong, editor: binh, approver: duc, isUnreviewed: false })
})

test('who writes on after it was sent, or gets it back, begins again', () => {
  for (const act of ['saved', 'returned', 'took-back', 'restored-edition'] as const) {
    const told: Parameters<typeof events> = [
      ['created', 10, huong],
      ['submitted', 10, huong],
      ['reviewed', 10, binh],
      [act, 20, duc],
    ]
    assert.deepEqual(signed(told, 20), { ...nobody, writer: huong }, act)
  }
})

test('a draft after the publication changes nothing on the slip of what is live', () => {
  const told: Parameters<typeof events> = [
    ['created', 10, huong],
    ['submitted', 10, huong],
    ['published', 10, duc],
    ['saved', 20, huong],
    ['submitted', 20, huong],
  ]
  assert.deepEqual(signed(told, 10), { ...nobody, writer: huong, sender: huong, approver: duc })
  assert.deepEqual(signed(told, 20), { ...nobody, writer: huong, sender: huong })
})

test('what went past the gates says so until somebody countersigns', () => {
  const told: Parameters<typeof events> = [
    ['created', 10, huong],
    ['published-unreviewed', 10, duc],
  ]
  assert.deepEqual(signed(told, 10), { ...nobody, writer: huong, approver: duc, isUnreviewed: true })
  assert.deepEqual(signed([...told, ['countersigned', 10, binh]], 10), { ...nobody, writer: huong, approver: binh })
})

test('a scheduled, updated or corrected edition was approved too', () => {
  for (const act of ['scheduled', 'updated', 'corrected'] as const)
    assert.equal(signed([[act, 10, duc]], 10).approver, duc, act)
})

test('taking it down or throwing it away signs nothing', () => {
  const told: Parameters<typeof events> = [
    ['created', 10, huong],
    ['withdrew', 10, duc],
    ['trashed', 10, duc],
  ]
  assert.deepEqual(signed(told, 10), { ...nobody, writer: huong })
})

test('an edition without events has nobody', () => assert.deepEqual(signed([['created', 10, huong]], 20), nobody))
