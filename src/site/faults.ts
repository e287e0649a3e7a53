export type FaultStatus = 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503

/** Something a person can meet and should be told in plain words; anything else that is thrown is a bug. */
export class Fault extends Error {
  readonly status: FaultStatus
  /** Since when (ISO 8601 UTC), for what is gone. */
  readonly since: string | null

  constructor(status: FaultStatus, since: string | null = null) {
    super(`fault ${status}`)
    this.status = status
    this.since = since
  }
}

export function notFound(): never {
  throw new Fault(404)
}

/** It was here and was taken away on purpose. */
export function gone(since: string): never {
  throw new Fault(410, since)
}

export function forbidden(): never {
  throw new Fault(403)
}

/** Somebody else saved first, or the thing is no longer in the state that the form assumed. */
export function conflict(): never {
  throw new Fault(409)
}

export function malformed(): never {
  throw new Fault(400)
}
