import { hash } from 'node:crypto'
import { addressGroup } from '../site/address-group.ts'
import { createBudget } from '../site/budget.ts'
import type { World } from '../site/world.ts'
import type { Visit } from './visit.ts'

/** One reader counts once for an article in so long. */
const windowMs = 10 * 60_000
/** Five megabytes. While so many are remembered, further readers are not counted: a flood gains nothing by it. */
const mostRemembered = 50_000
/** Of one address, behind which a whole office or a village may read: sixty at once, then six a minute. */
const perAddress = { capacity: 60, refillPerSecond: 0.1 }

/**
 * Remembers, in memory alone, who read what in the last ten minutes: as a hash under a secret that lives for a day, so that
 * nobody can tell later who it was.
 */
export function createRecentReaders(random: World['random'], most = mostRemembered) {
  const countedAt = new Map<string, number>()
  const budget = createBudget(perAddress)
  let secret = { day: '', key: '' }

  function rotate(day: string) {
    if (secret.day === day) return
    secret = { day, key: random(32).toString('base64') }
    countedAt.clear()
  }

  function forgetBefore(time: number) {
    for (const [reading, at] of countedAt) {
      if (at > time) return
      countedAt.delete(reading)
    }
  }

  return {
    /** Whether this reading counts. `day` is the day in the office. */
    isNew({ address, headers }: Visit, articleId: number, { now, day }: { now: string; day: string }): boolean {
      rotate(day)
      const at = Date.parse(now)
      forgetBefore(at - windowMs)
      const group = addressGroup(address)
      const reader = hash('sha256', `${secret.key}\n${group}\n${headers['user-agent']}`, 'base64url')
      const reading = `${reader.slice(0, 16)} ${articleId}`
      if (countedAt.has(reading) || countedAt.size >= most || budget.spend(group, 1, now) > 0) return false
      countedAt.set(reading, at)
      return true
    },
  }
}
