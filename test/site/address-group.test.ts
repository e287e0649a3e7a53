import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressGroup } from '../../src/site/address-group.ts'

test('an address of IPv4 is itself, also when it comes as IPv6', () => {
  assert.equal(addressGroup('203.0.113.7'), '203.0.113.7')
  assert.equal(addressGroup('::ffff:203.0.113.7'), '203.0.113.7')
})

test('all addresses of one IPv6 household are one, however they are written', () => {
  const household = addressGroup('2001:db8:1:ab00::1')
  assert.equal(addressGroup('2001:0DB8:0001:AB7f:1:2:3:4'), household)
  assert.notEqual(addressGroup('2001:db8:1:ac00::1'), household)
  assert.equal(addressGroup('::1'), '0000:0000:0000:0000::/56')
})

test('what is no address stays as it is', () => assert.equal(addressGroup(''), ''))
