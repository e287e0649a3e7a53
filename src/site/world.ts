import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import type { LogLevel } from '../config.ts'

/** What a test must be able to hold still. */
export type World = {
  clock: Clock
  /** Unguessable bytes. */
  random: (bytes: number) => Buffer
  log: Logger
}

export type Clock = {
  /** The present moment, ISO 8601 UTC with milliseconds. */
  now(): string
}

export const systemClock: Clock = createSystemClock()

/** In a storm many ask within the same millisecond: the text is written once for all of them. */
function createSystemClock(): Clock {
  let written = { at: Number.NaN, text: '' }
  return {
    now() {
      const at = Date.now()
      if (at !== written.at) written = { at, text: new Date(at).toISOString() }
      return written.text
    },
  }
}

export function realWorld(logLevel: LogLevel): World {
  return { clock: systemClock, random: randomBytes, log: createLog(logLevel) }
}

/** One JSON line an event on standard output; no cookie, password or token may ever reach it. */
function createLog(level: LogLevel): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
}
