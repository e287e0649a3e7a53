const tries = 3
/** A linear reader takes four times as long for four times the text, a quadratic one sixteen times. */
const growth = 4
const mostTimesLonger = 10
/** Below this the clock measures the machine, not the reader. */
const smallestMs = 40

/** Whether a reader's time grows no faster than its text, seen in one run; `repeat` gives a text of about that length. */
export function growsLinearly(
  read: (text: string) => unknown,
  repeat: (length: number) => string,
  length: number,
): boolean {
  const short = repeat(length / growth)
  const long = repeat(length)
  return Array.from({ length: tries }).some(() => {
    const shortMs = fastest(read, short)
    const longMs = fastest(read, long)
    return longMs < smallestMs || longMs < shortMs * mostTimesLonger
  })
}

function fastest(read: (text: string) => unknown, text: string): number {
  return Math.min(...[1, 2].map(() => elapsedMs(() => read(text))))
}

function elapsedMs(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
