import { dayOf, instantOf } from '../text/dates.ts'
import type { SampleArticle } from './sample.ts'

const dayMs = 86_400_000

/** When a sample article was posted, seen from the first start; never in the future, however early that is. */
export function postedAt({ posted }: SampleArticle, now: string, timeZone: string): string {
  const day = 'on' in posted ? posted.on : dayOf(earlier(now, posted.daysAgo), timeZone)
  const moment = instantOf(`${day}T${posted.at}`, timeZone) ?? now
  return moment > now ? earlier(moment, 1) : moment
}

const earlier = (instant: string, days: number) => new Date(Date.parse(instant) - days * dayMs).toISOString()
