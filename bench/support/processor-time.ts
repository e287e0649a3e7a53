import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100

/** Seconds that the process has kept a processor busy, its threads included; NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  try {
    // The name in brackets may hold spaces; after it come the state, and at the 12th and 13th place user and system time.
    const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\)\s/)
    const fields = afterName.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}

/** The same for its first thread alone, to the nanosecond: for single requests. */
export function firstThreadSeconds(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9
  } catch {
    return Number.NaN
  }
}
