const oneHour = 60 * 60_000
const mostOfAnAddress = 5
/** However many addresses somebody has: no more than staff can read. */
const mostOfAll = 60

export type ReportBudget = {
  /** Lets one more report in and gives 0; or gives the seconds to wait, and then nothing counts. */
  spend(address: string, now: string): number
}

/**
 * Of this process alone, which lets in its share of what staff can read where `processes` answer on this machine. One address
 * may find several of them: several times as much is still little.
 */
export function createReportBudget(processes = 1): ReportBudget {
  const mostHere = Math.ceil(mostOfAll / processes)
  let spent: { address: string; at: number }[] = []

  return {
    spend(address, now) {
      const at = Date.parse(now)
      spent = spent.filter((one) => one.at > at - oneHour)
      const own = spent.filter((one) => one.address === address)
      const [oldest] = own.length >= mostOfAnAddress ? own : spent.length >= mostHere ? spent : []
      if (oldest) return Math.ceil((oldest.at + oneHour - at) / 1_000)
      spent.push({ address, at })
      return 0
    },
  }
}
