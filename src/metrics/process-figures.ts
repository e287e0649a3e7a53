import { counter, type Family, gauge, sample } from './family.ts'
import { createHistogram } from './histogram.ts'

export type ProcessFigures = { families(): Family[]; close(): void }

const lookMs = 250
const lagBounds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Names are those that dashboards for Node know, where there are such. */
export function watchProcess(): ProcessFigures {
  const lag = createHistogram(lagBounds)
  let due = performance.now() + lookMs
  // As late as this comes, a request that arrives meanwhile is heard.
  const look = setInterval(() => {
    const now = performance.now()
    lag.observe(Math.max(0, now - due) / 1_000)
    due = now + lookMs
  }, lookMs).unref()

  function families(): Family[] {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    const busyMs = performance.eventLoopUtilization().active
    return [
      counter(
        'process_cpu_seconds_total',
        'Processor time of the process with its threads.',
        sample((user + system) / 1_000_000),
      ),
      gauge('process_resident_memory_bytes', 'Memory of the process.', sample(rss)),
      gauge('process_start_time_seconds', 'When it began.', sample(performance.timeOrigin / 1_000)),
      gauge('nodejs_heap_size_used_bytes', 'Heap of JavaScript in use.', sample(heapUsed)),
      gauge('nodejs_heap_size_total_bytes', 'Heap of JavaScript.', sample(heapTotal)),
      gauge('nodejs_external_memory_bytes', 'Memory that JavaScript holds outside its heap.', sample(external)),
      {
        name: 'cong_tin_event_loop_lag_seconds',
        type: 'histogram',
        help: 'How late something that was due ran, looked at four times a second.',
        samples: lag.samples(),
      },
      counter(
        'cong_tin_event_loop_busy_seconds_total',
        'Time in which the thread that answers had something to do.',
        sample(busyMs / 1_000),
      ),
    ]
  }

  return { families, close: () => clearInterval(look) }
}
