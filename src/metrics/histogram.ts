import { type Labels, type Sample, sample } from './family.ts'

export type Histogram = {
  observe(value: number): void
  samples(labels?: Labels): Sample[]
}

/** Counts what was at most so much, for each of the bounds, which grow. */
export function createHistogram(bounds: readonly number[]): Histogram {
  const counts = [...bounds, Number.POSITIVE_INFINITY].map((most) => ({ most, count: 0 }))
  let sum = 0

  function samples(labels: Labels = {}): Sample[] {
    let total = 0
    const buckets = counts.map(({ most, count }) => {
      total += count
      return sample(total, { ...labels, le: most === Number.POSITIVE_INFINITY ? '+Inf' : String(most) }, '_bucket')
    })
    return [...buckets, sample(sum, labels, '_sum'), sample(total, labels, '_count')]
  }

  return {
    observe(value) {
      const bucket = counts.find(({ most }) => value <= most)
      if (bucket) bucket.count += 1
      sum += value
    },
    samples,
  }
}
