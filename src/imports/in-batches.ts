/** What may go together: so many, of such a weight in all. */
export type Most = { count: number; weight: number }

/** Neighbours that may go together; what has no weight (null) goes alone. One that is too heavy by itself is a batch, too. */
export async function* inBatches<Each>(
  all: AsyncIterable<Each>,
  weightOf: (each: Each) => number | null,
  most: Most,
): AsyncGenerator<Each[]> {
  let batch: Each[] = []
  let weight = 0
  for await (const each of all) {
    const own = weightOf(each)
    const isFull = batch.length === most.count || own === null || weight + own > most.weight
    if (isFull && batch.length > 0) {
      yield batch
      batch = []
      weight = 0
    }
    batch.push(each)
    weight += own ?? most.weight
  }
  if (batch.length > 0) yield batch
}
