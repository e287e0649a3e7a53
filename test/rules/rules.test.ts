import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rulesReader } from '../../src/rules/index.ts'
import { an, duc } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const address = '/quan-tri/quy-tac'

describe('the rules of the newsroom', () => {
  test('ask for one gate and nothing else at first', async () => {
    const portal = await testPortal()
    assert.deepEqual(await rulesReader(portal.database.read).get(), {
      gates: 1,
      fourEyes: false,
      readerReports: false,
      secondFactor: false,
    })
  })

  test('are what an administrator chose, and the log says so', async () => {
    const portal = await testPortal()
    const sent = await portal.as(an).post(address, { gates: '2', fourEyes: '1', readerReports: '1' })
    assert.equal(sent.location, `${address}?xong`)
    assert.deepEqual(await rulesReader(portal.database.read).get(), {
      gates: 2,
      fourEyes: true,
      readerReports: true,
      secondFactor: false,
    })
    const page = await portal.as(an).get(`${address}?xong`)
    assert.match(page.main(), /value="2" checked/)
    assert.match(page.main(), /Đã lưu quy tắc/)
    assert.match((await portal.as(an).get('/quan-tri/nhat-ky')).main(), /Không ai tự duyệt bài do mình gửi: bật/)
  })

  test('are not for publishers to change', async () => {
    const portal = await testPortal()
    assert.equal((await portal.as(duc).post(address, { gates: '2' })).status, 403)
    assert.equal((await rulesReader(portal.database.read).get()).gates, 1)
    assert.equal((await portal.as(an).get(address)).status, 200)
  })
})
