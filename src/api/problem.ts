import type { ApiWords } from './words.ts'

export type ProblemStatus = 400 | 404 | 405 | 410 | 500

/** What a program asked for in vain; thrown, and answered as `application/problem+json`. */
export class Problem extends Error {
  readonly status: ProblemStatus
  /** What is wrong with this one request; null when the title says it all. */
  readonly detail: string | null

  constructor(status: ProblemStatus, detail: string | null = null) {
    super(`problem ${status}`)
    this.status = status
    this.detail = detail
  }
}

/** RFC 9457: https://www.rfc-editor.org/rfc/rfc9457 */
export type ProblemRecord = { type: 'about:blank'; title: string; status: number; detail?: string; reference?: string }

export function problemRecord({ status, detail }: Problem, words: ApiWords, reference: string | null): ProblemRecord {
  const title = words.problems[status]
  return {
    type: 'about:blank',
    title,
    status,
    ...(detail === null ? {} : { detail }),
    ...(reference === null ? {} : { reference }),
  }
}
