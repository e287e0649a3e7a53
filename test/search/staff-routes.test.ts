import assert from 'node:assert/strict'
import { test } from 'node:test'
import { synonymsPath } from '../../src/search/index.ts'
import { an, binh, duc } from '../support/people.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

const lines = async (portal: TestPortal) =>
  (await portal.database.read.selectFrom('synonyms').select('words').orderBy('position').execute()).map(
    ({ words }) => words,
  )

test('a new portal knows the abbreviations and names of the district', async () => {
  const portal = await testPortal()
  const page = await portal.as(duc).get(synonymsPath)
  assert.match(page.main(), /<textarea id="groups"[^>]*>\nUBND, Ủy ban nhân dân, Uỷ ban nhân dân\nHĐND,/)
})

test('a publisher changes the groups, and the log says how', async () => {
  const portal = await testPortal()
  const answer = await portal.as(duc).post(synonymsPath, { groups: 'NTM, nông thôn mới\n\n  Jrai,Gia Rai  ' })

  assert.equal(answer.location, `${synonymsPath}?xong`)
  assert.deepEqual(await lines(portal), ['NTM, nông thôn mới', 'Jrai,Gia Rai'])
  assert.match((await portal.as(duc).get(`${synonymsPath}?xong`)).main(), /Đã lưu\./)
  const log = (await portal.as(an).get('/quan-tri/nhat-ky')).main()
  assert.match(log, /Từ đồng nghĩa/)
  assert.match(log, /\+ NTM, nông thôn mới/)
})

test('all groups may go', async () => {
  const portal = await testPortal()
  assert.equal((await portal.as(duc).post(synonymsPath, { groups: '' })).status, 303)
  assert.deepEqual(await lines(portal), [])
})

test('what cannot be used comes back with everything typed', async () => {
  const portal = await testPortal()
  const before = await lines(portal)
  for (const [groups, issue] of [
    ['UBND', /Dòng 1: cần ít nhất hai cách viết/],
    ['a, b\n???, UBND', /Dòng 2: cần ít nhất hai cách viết/],
    [`${'một '.repeat(9)}, b`, /Dòng 1: một cách viết dài quá 8 từ/],
    [Array.from({ length: 13 }, (_, place) => `m${place}`).join(','), /Dòng 1: nhiều quá 12 cách viết/],
    ['a, b\n'.repeat(201), /Nhiều quá 200 nhóm/],
    [`${'a'.repeat(600)}, b`, /Dòng 1: một cách viết dài quá/],
  ] as const) {
    const answer = await portal.as(duc).post(synonymsPath, { groups })
    assert.equal(answer.status, 422)
    assert.match(answer.main(), issue)
    assert.ok(answer.main().includes(groups.trim().split('\n')[0]?.trim().slice(0, 20) ?? ''))
  }
  assert.deepEqual(await lines(portal), before)
})

test('an editor may not change them', async () => {
  const portal = await testPortal()
  assert.equal((await portal.as(binh).get(synonymsPath)).status, 403)
  assert.equal((await portal.as(binh).post(synonymsPath, { groups: 'a, b' })).status, 403)
})
