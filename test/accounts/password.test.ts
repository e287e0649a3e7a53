import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hashPassword, isRightPassword, passwordFlaw } from '../../src/accounts/password.ts'

const personal = ['huong@dakpo.gialai.gov.vn', 'huong', 'Nguyễn Thị Hương', 'Nguyễn', 'Thị', 'Hương']

describe('a password', () => {
  const good = [
    'mười chữ ok',
    'trời mưa to quá',
    'Tr0ub4dor&3 thêm',
    '1234567890 là số may',
    'correct horse battery staple',
    'Hương ăn cơm lúc trưa',
  ]
  for (const password of good) test(`“${password}” is good`, () => assert.equal(passwordFlaw(password, personal), null))

  const flawed: [string, string][] = [
    ['chín chữ!', 'short'],
    ['', 'short'],
    ['a'.repeat(201), 'long'],
    ['abababababab', 'easy'],
    ['1234567890', 'easy'],
    ['12345678901234567890', 'easy'],
    ['0905 123 456', 'easy'],
    ['password12345', 'easy'],
    ['2017 Matkhau 2017', 'easy'],
    ['password123', 'easy'],
    ['MatKhau2017', 'easy'],
    ['Qwerty!2345', 'easy'],
    ['Nguyễn Thị Hương', 'personal'],
    ['huong@dakpo.gialai.gov.vn1', 'personal'],
  ]
  for (const [password, flaw] of flawed) {
    test(`“${password.slice(0, 30)}” is ${flaw}`, () => assert.equal(passwordFlaw(password, personal), flaw))
  }

  test('is measured in composed letters: ten letters with accents are ten', () => {
    assert.equal(passwordFlaw('ấềỗữịạẹọụỷ'.normalize('NFD'), []), null)
    assert.equal(passwordFlaw('ấềỗữịạẹọụ'.normalize('NFD'), []), 'short')
  })
})

describe('its hash', () => {
  test('opens for the same letters alone', async () => {
    const hash = await hashPassword('trời mưa to quá')
    assert.ok(await isRightPassword(hash, 'trời mưa to quá'))
    assert.ok(await isRightPassword(hash, 'trời mưa to quá'.normalize('NFD')))
    assert.ok(!(await isRightPassword(hash, 'trời mưa to qua')))
    assert.ok(!(await isRightPassword(hash, 'Trời mưa to quá')))
    assert.ok(!(await isRightPassword(hash, '')))
  })

  test('differs for each person, and costs what OWASP asks', async () => {
    const [first, second] = [await hashPassword('trời mưa to quá'), await hashPassword('trời mưa to quá')]
    assert.notEqual(first, second)
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('of nobody never opens', async () => {
    for (const guess of ['', 'mật khẩu', 'nobody']) assert.ok(!(await isRightPassword(null, guess)))
  })

  test('of a password with 200 letters does not open with the first 199, nor with more', async () => {
    const letters = 'trời mưa '.repeat(23).slice(0, 200)
    const hash = await hashPassword(letters)
    assert.ok(await isRightPassword(hash, letters))
    assert.ok(!(await isRightPassword(hash, letters.slice(0, 199))))
    assert.ok(!(await isRightPassword(hash, `${letters}x`)))
  })
})
