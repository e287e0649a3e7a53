import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseEncoding, createEncodingChoice } from '../../src/site/accepted-encoding.ts'

const wishes: [line: string, choice: string][] = [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['', 'identity'],
  ['deflate, zstd', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['br;q=viel, gzip;q=-1', 'identity'],
  ['*;q=0', 'identity'],
  ['identity;q=0, br;q=0, *;q=0', 'identity'],
  ['br ; Q=1', 'br'],
  [',,,;q=1;;', 'identity'],
]
for (const [line, choice] of wishes) {
  test(`“${line}” gets ${choice}`, () => assert.equal(chooseEncoding(line), choice))
}

test('whoever asks for nothing gets the page as it is', () =>
  assert.equal(createEncodingChoice()(undefined), 'identity'))

test('a flood of different lines is answered right', () => {
  const choose = createEncodingChoice()
  for (let n = 0; n < 10_000; n++) assert.equal(choose(`gzip;q=1, x-${n}`), 'gzip')
  assert.equal(choose('br'), 'br')
})
