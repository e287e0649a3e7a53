import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findings, verdicts } from './given-checked.ts'

const told = async (body: string) => (await findings({ body })).filter(({ check }) => check === 'personalData')
const quotesIn = async (body: string) => (await told(body)).map(({ quote }) => quote)

describe('the number of an identity card', () => {
  test('warns, with the number', async () => {
    const [finding] = await told('Ông Đinh Văn A, số 064090012345, trú tại làng Kuk.')
    assert.equal(finding?.severity, 'warns')
    assert.match(finding?.sentence ?? '', /“064090012345” giống số căn cước/)
    assert.equal(finding?.quote, '064090012345')
  })

  test('however it is parted, and of the old card where it is named', async () => {
    assert.deepEqual(await quotesIn('Số 064 090 012 345.'), ['064 090 012 345'])
    assert.deepEqual(await quotesIn('Số 0640 9001 2345.'), ['0640 9001 2345'])
    assert.deepEqual(await quotesIn('CMND số 230 123 456.'), ['230 123 456'])
  })

  test('in a list they are counted, each once', async () => {
    const [finding, ...more] = await told(
      '| Tên | Số |\n| --- | --- |\n| A | 064090012345 |\n| B | 064190012346 |\n| A | 064 090 012 345 |',
    )
    assert.match(finding?.sentence ?? '', /^2 số giống số căn cước, số đầu là “064090012345”/)
    assert.deepEqual(more, [])
  })

  test('is not a sum, a code, a picture or any other long number', async () => {
    for (const body of [
      'Tổng 123.456.789.012 đồng, 064.090.012.345 đồng.',
      'Mã hồ sơ 000.00.12.H21-170216-0001, mã vạch 893123456789.',
      'Số 0640900123456 và 06409001234.',
      'Diện tích 230123456 m², 3 738 275 người.',
    ])
      assert.deepEqual(await told(body), [], body)
  })
})

describe('telephone numbers', () => {
  const numbers = ['0905 123 456', '0269.3738.275', '+84 912 345 678', '(0269) 3 738 276', '0987-654-321']

  test('more than three warn, three do not', async () => {
    const [finding] = await told(`Gọi ${numbers.slice(0, 4).join('; ')}.`)
    assert.match(finding?.sentence ?? '', /^Có 4 số điện thoại, số đầu là “0905 123 456”/)
    assert.equal(finding?.severity, 'warns')
    assert.deepEqual(await told(`Gọi ${numbers.slice(0, 3).join('; ')}.`), [])
    assert.match((await told(`Gọi ${numbers.join('; ')}.`))[0]?.sentence ?? '', /^Có 5 số/)
  })

  test('one that is written in four ways is one', async () => {
    assert.deepEqual(await told('Gọi 0905123456, 0905 123 456, 0905.123.456, +84 905 123 456, 84905123456.'), [])
  })

  test('dates, sums and numbers of documents are none', async () => {
    const body =
      '02-03-2017 08, 03.05.2017 14, 05-06-2017 10, 07.08.2017 15, 09-10-2017 07; 05.123.456.789 và 45/QĐ-UBND.'
    assert.deepEqual(await told(body), [])
  })
})

describe('the number of a bank account', () => {
  test('warns beside its word', async () => {
    assert.deepEqual(await quotesIn('Ủng hộ qua tài khoản số 3713.0.1058888 tại Kho bạc.'), ['3713.0.1058888'])
    assert.deepEqual(await quotesIn('STK: 5000 2051 2345 6.'), ['5000 2051 2345 6'])
    assert.deepEqual(await quotesIn('| STK | Ngân hàng |\n| --- | --- |\n| A | B |'), [])
    assert.deepEqual(await verdicts('personalData', { lead: 'Số tài khoản 50002051234567.' }), ['warns lead'])
  })

  test('not elsewhere, and not where the number is a sum or a date', async () => {
    for (const body of [
      'Mã số 50002051234567.',
      'Bị khóa tài khoản trước ngày 15/02/2017, thiệt hại 12.345.678 đồng.',
      'Mở tài khoản mới được tặng 12.345.678 đồng.',
    ])
      assert.deepEqual(await told(body), [], body)
  })
})
