import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createReportBudget, type ReportBudget } from '../../src/reader-reports/report-budget.ts'

const start = Date.parse('2017-02-17T03:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
const spendMany = (budget: ReportBudget, count: number, address: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => budget.spend(address(number), at(0)))

test('five reports an hour are free, the next one waits until the first is an hour old', () => {
  const budget = createReportBudget()
  assert.deepEqual(
    spendMany(budget, 5, () => 'a'),
    [0, 0, 0, 0, 0],
  )
  assert.equal(budget.spend('a', at(0)), 3_600)
  assert.equal(budget.spend('a', at(59)), 60)
  assert.equal(budget.spend('a', at(60)), 0)
})

test('what was refused does not count', () => {
  const budget = createReportBudget()
  spendMany(budget, 20, () => 'a')
  assert.deepEqual(
    Array.from({ length: 6 }, () => budget.spend('a', at(60)) === 0),
    [true, true, true, true, true, false],
  )
})

test('one address spends nothing of another, until all have sent sixty', () => {
  const budget = createReportBudget()
  assert.deepEqual(new Set(spendMany(budget, 60, (number) => `address ${number}`)), new Set([0]))
  assert.equal(budget.spend('one more', at(10)), 3_000)
  assert.equal(budget.spend('one more', at(60)), 0)
})

test('a clock that goes back gives nothing away', () => {
  const budget = createReportBudget()
  spendMany(budget, 5, () => 'a')
  assert.ok(budget.spend('a', at(-600)) > 0)
})

test('processes that answer together let in sixty together', () => {
  const budgets = Array.from({ length: 4 }, () => createReportBudget(4))
  const answers = budgets.flatMap((budget) => spendMany(budget, 30, (number) => `address ${number}`))
  assert.equal(answers.filter((wait) => wait === 0).length, 60)
})
