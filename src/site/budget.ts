export type Budget = {
  /** Takes the cost; gives the seconds to wait when there is not enough, and then takes nothing. */
  spend(owner: string, cost: number, now: string): number
}

/** Whoever floods us from more owners than this makes us forget the oldest, not run out of memory. */
const mostOwners = 10_000

/**
 * A bucket for each owner, such as an address, that fills up again with time. It is this process's alone: several
 * processes or machines give several times as much, and have several times the strength that it protects.
 */
export function createBudget({ capacity, refillPerSecond }: { capacity: number; refillPerSecond: number }): Budget {
  const buckets = new Map<string, { left: number; at: number }>()

  return {
    spend(owner, cost, now) {
      const at = Date.parse(now)
      const known = buckets.get(owner) ?? { left: capacity, at }
      const refilled = (Math.max(0, at - known.at) / 1_000) * refillPerSecond
      const left = Math.min(capacity, known.left + refilled)
      const isEnough = left >= cost
      // Written anew, so that the map stays in order of last use.
      buckets.delete(owner)
      buckets.set(owner, { left: isEnough ? left - cost : left, at })
      forgetOldest()
      return isEnough ? 0 : Math.ceil((cost - left) / refillPerSecond)
    },
  }

  function forgetOldest() {
    for (const owner of buckets.keys()) {
      if (buckets.size <= mostOwners) return
      buckets.delete(owner)
    }
  }
}
