import assert from 'node:assert/strict'
import type { Worker } from 'node:cluster'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import type { Duty } from '../../src/operations/duty.ts'
import { keepWorkers, WorkerFailed } from '../../src/operations/keep-workers.ts'

const log = pino({ level: 'silent' })

/** Workers that die as soon as they answered, but for the first `sound`. */
function shortLived(sound: number) {
  const hired: { duty: Duty; worker: Worker }[] = []
  const hire = (duty: Duty) => {
    const kill = () => setImmediate(() => worker.emit('exit', 0, 'SIGTERM'))
    const worker = Object.assign(new EventEmitter(), { process: { pid: hired.length, kill } })
    hired.push({ duty, worker: worker as unknown as Worker })
    const isSound = hired.length <= sound
    setImmediate(() => {
      worker.emit('message', 'ready')
      if (!isSound) setImmediate(() => worker.emit('exit', 1, null))
    })
    return worker as unknown as Worker
  }
  return { hired, hire }
}

test('workers that die again and again are replaced ever more slowly', async () => {
  const { hired, hire } = shortLived(2)
  const keeper = await keepWorkers(2, { log }, hire)
  hired[1]?.worker.emit('exit', 1, null)
  await wait(1_500)
  assert.ok(hired.length >= 4 && hired.length <= 6, `${hired.length} were hired`)
  await keeper.stop()
})

test('whoever takes over from the first goes on with its duty, and begins nothing again', async () => {
  const { hired, hire } = shortLived(3)
  const keeper = await keepWorkers(2, { log }, hire)
  hired[0]?.worker.emit('exit', 1, null)
  await wait(50)
  assert.deepEqual(
    hired.slice(0, 3).map(({ duty }) => duty),
    ['begin', 'answer', 'lead'],
  )
  await keeper.stop()
})

test('a first worker that cannot start ends the program', async () => {
  const hire = () => {
    const worker = new EventEmitter()
    setImmediate(() => worker.emit('exit', 1, null))
    return worker as unknown as Worker
  }
  await assert.rejects(keepWorkers(2, { log }, hire), WorkerFailed)
})
