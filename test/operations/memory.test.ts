import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runningPortal } from './running-portal.ts'

const skip = process.platform === 'linux' ? false : 'only the C library of Linux keeps memory for each thread'

const environmentOf = (pid: number | undefined) => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')

test('the program tells the C library to keep little memory, before it begins', { skip }, async () => {
  const { process: alone } = await runningPortal()
  assert.ok(environmentOf(alone.pid).includes('MALLOC_ARENA_MAX=2'))
})

test('an operator who chose otherwise is followed, in every worker', { skip }, async () => {
  const portal = await runningPortal({ WORKERS: '2', MALLOC_ARENA_MAX: '4' })
  for (const worker of portal.workers()) assert.ok(environmentOf(worker).includes('MALLOC_ARENA_MAX=4'))
})
