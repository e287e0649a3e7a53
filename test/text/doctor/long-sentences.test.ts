import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examine, isAdvice } from '../../../src/text/doctor/index.ts'
import { told } from './told.ts'

const forty = `${'việc '.repeat(39)}xong`

test('a sentence of forty words is long enough, one of forty-one too long', () => {
  assert.deepEqual(told(`${forty}.`, 'longSentence'), [])
  assert.deepEqual(told(`Và ${forty}.`, 'longSentence'), [`Và ${forty} → ?`])
})

test('a full stop, a line break and a question end a sentence; a number and an address do not', () => {
  for (const end of ['. ', '\n', '? ', '… ', '.” '])
    assert.deepEqual(told(`${forty}${end}${forty}`, 'longSentence'), [])
  assert.equal(told(`${forty} 1.200 ${forty}`, 'longSentence').length, 1)
  assert.equal(told(`${forty} gialai.gov.vn ${forty}`, 'longSentence').length, 1)
})

test('a row of a table is no sentence', () => assert.deepEqual(told(`| ${forty} | ${forty} |`, 'longSentence'), []))

test('it is advice, not a correction', () => {
  assert.deepEqual(examine(`Và ${forty}.`).map(isAdvice), [true])
  assert.deepEqual(examine('mốt số nơi').map(isAdvice), [false])
})
