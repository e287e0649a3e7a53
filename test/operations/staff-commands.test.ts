import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addStaff, CommandFault, changePassword } from '../../src/operations/staff-commands.ts'
import { huong, sau } from '../support/people.ts'
import { signIn, type TestPortal, testPortal } from '../support/test-portal.ts'

const someone = { email: 'hlan@dakpo.gialai.gov.vn', name: 'Siu H’Lan', role: 'editor', password: null }
const refusal = (words: RegExp) => (error: unknown) => error instanceof CommandFault && words.test(error.message)
const countStaff = async ({ database }: TestPortal) =>
  (await database.write.selectFrom('staff').select('id').execute()).length

test('who is added gets a link that opens once', async () => {
  const portal = await testPortal()
  const link = await addStaff(portal, someone)
  const answer = await portal.visitor().get(link ?? '')

  assert.equal(answer.status, 200)
  assert.match(answer.main(), /Siu H’Lan|hlan@dakpo/)
})

test('who is added with a password signs in with it', async () => {
  const portal = await testPortal()
  const password = 'lúa nước vụ đông xuân'
  assert.equal(await addStaff(portal, { ...someone, password }), null)

  const her = portal.visitor()
  await signIn(her, { ...someone, password })
  assert.equal((await her.get('/quan-tri/bai-viet')).status, 200)
  assert.equal((await her.get('/quan-tri/can-bo')).status, 403)
})

test('a wrong call says what is wrong, and adds nobody', async () => {
  const portal = await testPortal()
  await portal.idOf(huong)
  const wrong: [Partial<Parameters<typeof addStaff>[1]>, RegExp][] = [
    [{ email: 'hlan' }, /--email hlan/],
    [{ role: 'boss' }, /--role boss: reporter, editor, publisher, administrator/],
    [{ name: '   ' }, /--name/],
    [{ email: huong.email.toUpperCase() }, /đã có tài khoản/],
    [{ password: 'ngắn' }, /ít nhất 10 ký tự/],
    [{ password: someone.email }, /khó đoán/],
  ]
  const before = await countStaff(portal)
  for (const [part, words] of wrong)
    await assert.rejects(() => addStaff(portal, { ...someone, ...part }), refusal(words))
  assert.equal(await countStaff(portal), before)
})

test('a new password ends the sessions that the old one opened', async () => {
  const portal = await testPortal()
  const hers = portal.as(huong)
  assert.equal((await hers.get('/quan-tri/bai-viet')).status, 200)
  const password = 'sương sớm trên đồi chè'
  assert.equal(await changePassword(portal, huong.email, password), null)

  assert.equal((await hers.get('/quan-tri/bai-viet')).status, 303)
  const visitor = portal.visitor()
  await signIn(visitor, { ...huong, password })
  assert.equal((await visitor.get('/quan-tri/bai-viet')).status, 200)
})

test('who forgot her password gets a link, and nobody else does', async () => {
  const portal = await testPortal()
  await portal.idOf(huong)
  const link = await changePassword(portal, huong.email, null)

  assert.equal((await portal.visitor().get(link ?? '')).status, 200)
  await assert.rejects(() => changePassword(portal, sau.email, null), refusal(/không có tài khoản/))
  await assert.rejects(() => changePassword(portal, huong.email, 'ngắn'), refusal(/ít nhất 10 ký tự/))
})
