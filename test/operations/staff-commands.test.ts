import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureWriter } from '../../src/accounts/sign-in-store.ts'
import { codeFailureKeys } from '../../src/accounts/sign-in-throttle.ts'
import { inTransaction } from '../../src/database/index.ts'
import { addStaff, CommandFault, changePassword, letInAgain } from '../../src/operations/staff-commands.ts'
import { actsOf, givePassword, phoneOf } from '../accounts/given-factor.ts'
import { an, huong, sau } from '../support/people.ts'
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

test('a last administrator who is locked out gets in with a link: without phone, without waiting', async () => {
  const portal = await testPortal()
  await phoneOf(portal, an)
  await givePassword(portal.visitor(), an)
  await failedOften(portal, an.email)
  await failedOften(portal, huong.email)
  const body = { email: an.email, password: an.password }
  assert.equal((await portal.visitor().post('/quan-tri/dang-nhap', body)).status, 429)

  const link = await letInAgain(portal, an.email)

  assert.equal((await portal.as(an).get('/quan-tri/can-bo')).status, 303)
  await signIn(portal.visitor(), an)
  const password = 'sương sớm trên đồi chè'
  const browser = portal.visitor()
  assert.equal((await browser.post(link, { newPassword: password, repeatPassword: password })).location, '/quan-tri')
  assert.equal((await browser.get('/quan-tri/can-bo')).status, 200)
  assert.ok((await actsOf(portal)).includes(': reset-second-factor'))

  const keys = await portal.database.write.selectFrom('sign_in_failures').select('key').execute()
  assert.deepEqual(keys.map(({ key }) => key.replace(huong.email, 'HUONG')).toSorted(), [
    'account HUONG',
    'address 127.0.0.1',
    'codes HUONG',
    'person HUONG 127.0.0.1',
  ])
})

test('nobody else is let in again: not an unknown address, not who left', async () => {
  const portal = await testPortal()
  await assert.rejects(() => letInAgain(portal, an.email), refusal(/không có tài khoản/))
  await portal.as(sau).get('/quan-tri')
  await assert.rejects(() => letInAgain(portal, sau.email), refusal(/tài khoản đã khóa/))
  await portal.idOf(huong)
  assert.match(await letInAgain(portal, huong.email.toUpperCase()), /^\/quan-tri\/loi-moi\//)
})

async function failedOften({ database, clock }: TestPortal, email: string) {
  await inTransaction(database, async (transaction) => {
    const failures = failureWriter(transaction, clock.now())
    for (let time = 0; time < 12; time++) await failures.add(codeFailureKeys(email, '127.0.0.1', false))
  })
}
