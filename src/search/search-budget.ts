/** What a search and a suggestion cost; a person who types and reads never spends this much. */
export const searchCost = 1
export const suggestionCost = 0.25

const capacity = 30
const refillPerSecond = 1
/** Whoever floods us from more addresses than this makes us forget the oldest, not run out of memory. */
const mostAddresses = 10_000

export type SearchBudget = {
  /** Takes the cost; gives the seconds to wait when there is not enough, and then takes nothing. */
  spend(address: string, cost: number, now: string): number
}

/** A bucket for each address, of this process alone: several machines give several times as much, which is still little. */
export function createSearchBudget(): SearchBudget {
  const buckets = new Map<string, { left: number; at: number }>()

  return {
    spend(address, cost, now) {
      const at = Date.parse(now)
      const known = buckets.get(address) ?? { left: capacity, at }
      const refilled = (Math.max(0, at - known.at) / 1_000) * refillPerSecond
      const left = Math.min(capacity, known.left + refilled)
      const isEnough = left >= cost
      // Written anew, so that the map stays in order of last use.
      buckets.delete(address)
      buckets.set(address, { left: isEnough ? left - cost : left, at })
      forgetOldest()
      return isEnough ? 0 : Math.ceil((cost - left) / refillPerSecond)
    },
  }

  function forgetOldest() {
    for (const address of buckets.keys()) {
      if (buckets.size <= mostAddresses) return
      buckets.delete(address)
    }
  }
}
