import type { World } from '../../src/site/world.ts'

export type TestClock = World['clock'] & {
  set(instant: string): void
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): void
}

export function testClock(start: string): TestClock {
  let moment = Date.parse(start)
  return {
    now: () => new Date(moment).toISOString(),
    set(instant) {
      moment = Date.parse(instant)
    },
    advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }) {
      moment += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
