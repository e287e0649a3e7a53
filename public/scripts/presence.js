// Says who else has this article open, and whether somebody saved it meanwhile.
// Without this file there stands what the server knew when it sent the page.

const box = document.querySelector('[data-presence]')
const others = box.querySelector('[data-others]')
const newer = box.querySelector('[data-newer]')
const beatMs = 20_000
let timer

const formToken = () => document.querySelector('[name="form-token"]').value

/** The version is read at every beat, because a save without a new page changes it. */
function fields() {
  return new URLSearchParams({
    'form-token': formToken(),
    version: document.querySelector('form[data-editor] [name=version]')?.value ?? '',
    seenTo: document.querySelector('[data-newest-comment]')?.dataset.newestComment ?? '',
  })
}

function begin() {
  clearInterval(timer)
  if (document.visibilityState !== 'visible') return
  timer = setInterval(beat, beatMs)
  void beat()
}

async function beat() {
  const answer = await ask()
  say(others, answer?.sentence ?? '')
  say(newer, answer?.newer?.sentence ?? '')
  if (!answer) return
  for (const form of document.querySelectorAll('[data-mark-seen]')) form.hidden = true
}

/** Null when nobody can tell: the line is down, or she was signed out in another window. */
async function ask() {
  try {
    const answer = await fetch(box.dataset.presence, { method: 'POST', body: fields() })
    if (answer.ok && !answer.redirected) return await answer.json()
    clearInterval(timer)
    return null
  } catch {
    return null
  }
}

/** Only what changed is written, or a screen reader would repeat it every twenty seconds. */
function say(line, text) {
  if (line.textContent !== text) line.textContent = text
}

document.addEventListener('visibilitychange', begin)
// A page that comes back out of the browser's memory runs no script from its start.
addEventListener('pageshow', (event) => event.persisted && begin())
addEventListener('pagehide', () => {
  clearInterval(timer)
  navigator.sendBeacon(box.dataset.leave, new URLSearchParams({ 'form-token': formToken() }))
})
begin()
