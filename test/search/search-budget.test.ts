import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSearchBudget, searchCost, suggestionCost } from '../../src/search/search-budget.ts'

const start = Date.parse('2017-02-17T03:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1_000).toISOString()

test('thirty searches at once are free, the next one waits a second', () => {
  const budget = createSearchBudget()
  for (let search = 0; search < 30; search++) assert.equal(budget.spend('a', searchCost, at(0)), 0)
  assert.equal(budget.spend('a', searchCost, at(0)), 1)
  assert.equal(budget.spend('a', searchCost, at(1)), 0)
  assert.equal(budget.spend('a', searchCost, at(1)), 1)
})

test('an address that waits gets everything back, and no more', () => {
  const budget = createSearchBudget()
  for (let search = 0; search < 40; search++) budget.spend('a', searchCost, at(0))
  for (let search = 0; search < 30; search++) assert.equal(budget.spend('a', searchCost, at(3_600)), 0)
  assert.equal(budget.spend('a', searchCost, at(3_600)), 1)
})

test('one address spends nothing of another', () => {
  const budget = createSearchBudget()
  for (let search = 0; search < 40; search++) budget.spend('a', searchCost, at(0))
  assert.equal(budget.spend('b', searchCost, at(0)), 0)
})

test('a suggestion costs a quarter', () => {
  const budget = createSearchBudget()
  for (let letter = 0; letter < 120; letter++) assert.equal(budget.spend('a', suggestionCost, at(0)), 0)
  assert.equal(budget.spend('a', suggestionCost, at(0)), 1)
})

test('a clock that goes back gives nothing away', () => {
  const budget = createSearchBudget()
  for (let search = 0; search < 30; search++) budget.spend('a', searchCost, at(100))
  assert.equal(budget.spend('a', searchCost, at(0)), 1)
})

test('a flood of addresses is forgotten from its oldest', () => {
  const budget = createSearchBudget()
  for (let search = 0; search < 30; search++) budget.spend('first', searchCost, at(0))
  for (let number = 0; number < 9_999; number++) budget.spend(`address ${number}`, searchCost, at(0))
  assert.equal(budget.spend('first', searchCost, at(0)), 1)
  for (let number = 0; number < 10_000; number++) budget.spend(`other ${number}`, searchCost, at(0))
  assert.equal(budget.spend('first', searchCost, at(0)), 0)
})
