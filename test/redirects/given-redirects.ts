import { an } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** Kept through the form, as staff do. */
export async function redirect(portal: TestPortal, old: string, target: string): Promise<void> {
  const answer = await portal.as(an).post('/quan-tri/dia-chi-cu/them', { 'old-address': old, target })
  if (answer.status !== 303) throw new Error(`${old} → ${target}: ${answer.status} ${answer.main()}`)
}

/** Waits until the job of this page is done, as somebody who looks at it again and again. */
export async function untilDone(portal: TestPortal, path: string): Promise<string> {
  for (let look = 0; look < 400; look++) {
    const answer = await portal.as(an).get(path)
    if (!answer.headers.has('refresh')) return answer.main()
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${path} goes on and on`)
}
