// A file goes out in parts, and goes on where it stopped: after a lost line by itself, after a reload when it is chosen again.

const leastBytes = 64 * 1024
/** What web servers in front of us let through without being told. */
const mostBytes = 1024 * 1024
const quickMs = 2_000
const longestPauseMs = 30_000
/** The line is good but the server is not: that is not waited for without end. */
const mostServerFaults = 5

/**
 * Gives the server's own answer, `{ picture, note }` or `{ issue }`; null when something else answers, as when the session has
 * ended. Waits for the network as long as it takes.
 */
export async function sendInParts(path, formToken, file, { onProgress, onWaiting }) {
  const address = `${path}/${nameOf(file)}`
  let received = 0
  let partBytes = leastBytes * 4
  let failures = 0
  let serverFaults = 0
  for (;;) {
    const begun = performance.now()
    const part = file.slice(received, received + partBytes)
    const query = new URLSearchParams({
      ...Object.fromEntries(formToken),
      offset: received,
      size: file.size,
      name: file.name,
    })
    const answer = await post(`${address}?${query}`, part, (bytes) => onProgress(received + bytes))
    if (answer === 'stranger') return null
    if (answer !== 'lost' && answer !== 'fault') {
      if (answer.received === undefined) return answer
      failures = 0
      received = answer.received
      if (performance.now() - begun < quickMs) partBytes = Math.min(mostBytes, partBytes * 2)
      continue
    }
    if (answer === 'fault' && ++serverFaults === mostServerFaults) return null
    onWaiting()
    partBytes = Math.max(leastBytes, partBytes / 2)
    await pause(failures++)
    received = (await ask(address)) ?? received
  }
}

/** `lost` when the line broke, `fault` when the server is in trouble, `stranger` when it was not our own answer. */
function post(address, part, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded))
    request.addEventListener('loadend', () => resolve(answerOf(request)))
    request.send(part)
  })
}

function answerOf(request) {
  if (request.status === 0) return 'lost'
  if (request.status >= 500) return 'fault'
  const isOurs = request.getResponseHeader('Content-Type')?.startsWith('application/json')
  return isOurs ? JSON.parse(request.responseText) : 'stranger'
}

/** How much has arrived; null when nobody can tell. */
async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } })
    return (await answer.json()).received ?? null
  } catch {
    return null
  }
}

/** Ever longer, but no longer than until the network is back. */
function pause(failures) {
  return new Promise((resolve) => {
    const timer = setTimeout(goOn, Math.min(longestPauseMs, 1_000 * 2 ** failures))
    addEventListener('online', goOn)

    function goOn() {
      clearTimeout(timer)
      removeEventListener('online', goOn)
      resolve()
    }
  })
}

/** The same file has the same name again: 32 hexadecimal digits, which only tell the files of one person apart. */
function nameOf({ name, size, lastModified }) {
  const letters = new TextEncoder().encode(`${name}|${size}|${lastModified}`)
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => hex(mix(seed, letters))).join('')
}

const mix = (seed, letters) => letters.reduce((hash, letter) => Math.imul(hash ^ letter, 0x01000193), seed) >>> 0
const hex = (number) => number.toString(16).padStart(8, '0')
