import type { Answer, Failure } from './verdict.ts'

export type Message = { body: string; headers: Record<string, string> }

export const patienceMs = 10_000

/** Sends it to this address and to no other: redirects are not followed, and of the answer only its head is read. */
export async function post(
  address: string,
  { body, headers }: Message,
  { signal, longestMs }: { signal: AbortSignal; longestMs: number },
): Promise<Answer> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Cong-Tin', ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
    })
    await answer.body?.cancel().catch(() => {})
    return { status: answer.status, retryAfter: answer.headers.get('retry-after') }
  } catch (error) {
    signal.throwIfAborted()
    return { failure: failureOf(error) }
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout'
  const code = codeOf(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-host'
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|SSL/.test(code)) return 'certificate'
  return /TIMEOUT|ETIMEDOUT/.test(code) ? 'timeout' : 'unreachable'
}

/** `fetch` says what happened in the cause of its error, or in the cause of that. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
