import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageCounts } from '../site/page-cache.ts'
import { counter, type Family, sample } from './family.ts'
import { createHistogram } from './histogram.ts'
import { type Kind, kindOf, kinds } from './kind.ts'

export type Traffic = {
  /** Counts and times whatever is not a kept page; those are counted where they leave. */
  watch(req: IncomingMessage, res: ServerResponse, next: () => void): void
  families(kept: PageCounts): Family[]
}

const classes = ['2xx', '3xx', '4xx', '5xx'] as const
/** Who did not wait for the end of the answer. */
const gone = 'gone'
const tooMany = 429
/** Both steps of signing in. */
const signIn = /^\/quan-tri\/dang-nhap(?:[/?]|$)/i
const secondsBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createTraffic(): Traffic {
  const byKind = new Map(kinds.map((kind) => [kind, createTally()]))
  let refusedSignIns = 0

  function watch(req: IncomingMessage, res: ServerResponse, next: () => void) {
    const begun = performance.now()
    const url = req.url ?? '/'
    const tally = byKind.get(kindOf(url))
    const isSigningIn = req.method === 'POST' && signIn.test(url)
    res.once('close', () => {
      tally?.add(res, (performance.now() - begun) / 1_000)
      if (isSigningIn && res.statusCode >= 400) refusedSignIns += 1
    })
    next()
  }

  function families({ sent, unchanged }: PageCounts): Family[] {
    const all = [...byKind]
    return [
      counter(
        'cong_tin_requests_total',
        'Requests that were answered. Kind "kept" is a page that lay ready in memory; status "gone" is who did not wait.',
        sample(sent, { kind: 'kept', status: '2xx' }),
        sample(unchanged, { kind: 'kept', status: '3xx' }),
        ...all.flatMap(([kind, tally]) => tally.answered(kind)),
      ),
      {
        name: 'cong_tin_request_duration_seconds',
        type: 'histogram',
        help: 'From the request to the end of its answer. Kept pages, which take microseconds, are not timed.',
        samples: all.flatMap(([kind, tally]) => tally.seconds.samples({ kind })),
      },
      counter(
        'cong_tin_requests_limited_total',
        'Requests that were told to come back later (429).',
        ...all.map(([kind, tally]) => sample(tally.limited(), { kind })),
      ),
      counter(
        'cong_tin_sign_ins_refused_total',
        'Forms of the sign-in pages that let nobody in.',
        sample(refusedSignIns),
      ),
    ]
  }

  return { watch, families }
}

/** Of one kind of request. */
function createTally() {
  const counts = new Map<string, number>([...classes, gone].map((name) => [name, 0]))
  const seconds = createHistogram(secondsBounds)
  let limited = 0

  return {
    seconds,
    add(res: ServerResponse, took: number) {
      const name = res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : gone
      counts.set(name, (counts.get(name) ?? 0) + 1)
      seconds.observe(took)
      if (res.statusCode === tooMany) limited += 1
    },
    limited: () => limited,
    answered: (kind: Kind) => [...counts].map(([status, count]) => sample(count, { kind, status })),
  }
}
