// How the editor speaks with the server while somebody types: it never fails, and it outlives the session.
//
// The server answers { kind, at, sentence }. Where nothing of ours answered there is only a kind: `down`, `signed-out`,
// `other-person` when somebody else signed in meanwhile, `refused` for anything else.

const patienceMs = 20_000
/** Browsers send no more than this on behalf of a page that is going away. */
const mostWhenLeaving = 60_000

export function createLine({ dataset }) {
  /** `text` is the form as it would be sent, without its token. */
  const send = (text) => post(dataset.autosave, text)

  async function post(address, text) {
    const answer = await postOnce(address, text)
    if (answer.status !== 403) return answer
    const session = await ask(dataset.session)
    if (session.kind !== 'signed-in') return session
    if (String(session.staffId) !== dataset.staff) return { kind: 'other-person' }
    // Signed in anew, as the same person: every form of this page has the token of a session that is gone.
    if (session.formToken === formToken()) return answer
    renewTokens(session.formToken)
    return postOnce(address, text)
  }

  return { send, post }
}

function postOnce(address, text) {
  const body = new URLSearchParams(`${text}&${new URLSearchParams({ 'form-token': formToken() })}`)
  const headers = { Accept: 'application/json' }
  const keepalive = document.visibilityState === 'hidden' && String(body).length < mostWhenLeaving
  return ask(address, { method: 'POST', headers, body, keepalive })
}

async function ask(address, wish = {}) {
  try {
    // Whoever has no session is led to the sign-in page.
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...wish })
    if (answer.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (answer.status >= 500 || answer.status === 429) return { kind: 'down' }
    const isOurs = answer.headers.get('Content-Type')?.startsWith('application/json')
    const kind = answer.status === 413 ? 'too-large' : 'refused'
    return { kind, ...(isOurs ? await answer.json() : {}), status: answer.status }
  } catch {
    return { kind: 'down' }
  }
}

const formToken = () => document.querySelector('[name="form-token"]').value

function renewTokens(token) {
  for (const input of document.querySelectorAll('[name="form-token"]')) input.value = token
  for (const form of document.querySelectorAll('form[action*="form-token="]')) {
    const address = new URL(form.action)
    address.searchParams.set('form-token', token)
    form.action = address
  }
}
