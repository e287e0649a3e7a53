import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { telephoneLink } from '../../src/text/phone.ts'
import { pairs } from './pairs.ts'

for (const pair of pairs.phone) {
  test(`"${pair.in}" dials ${pair.href}`, () => assert.equal(telephoneLink(pair.in), pair.href))
}

const more = {
  '+84 269 3738 275': 'tel:+842693738275',
  '(+84) (0)269 3738275': 'tel:+842693738275',
  '0084 905 123 456': 'tel:+84905123456',
  '+1 202 555 0123': 'tel:+12025550123',
  '113': 'tel:113',
  'ĐT: 0269 3738275 - Fax: 0269 3738276': 'tel:+842693738275',
  '0269.3738275/3738276': 'tel:+842693738275',
  '02693 738 275 - 0905 123 456': 'tel:+842693738275',
  'Phòng 12: 0905-123-456': 'tel:+84905123456',
}
for (const [text, href] of Object.entries(more)) {
  test(`"${text}" dials ${href}`, () => assert.equal(telephoneLink(text), href))
}

for (const text of ['', 'chưa có', '3738 275', '15/02/2017', '+84', '00000000000']) {
  test(`"${text}" cannot be dialled`, () => assert.equal(telephoneLink(text), null))
}

test('a link holds a plus and digits, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0123456789+() .-/ađ'), maxLength: 30 })
  fc.assert(fc.property(text, (typed) => /^tel:\+?\d{3,15}$/.test(telephoneLink(typed) ?? 'tel:113')))
})
