// Sends documents one by one, each with its own progress; without this file the form sends them all at once.
import { sendByItself, showProgress } from './send-files.js'

/** The server reads one document at a time. */
const atOnce = 1

for (const form of document.querySelectorAll('form[data-documents-upload]')) sendByItself(form, { atOnce, send })

function send(form, file, row) {
  const body = new FormData()
  body.append(form.querySelector('input[type=file]').name, file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => showProgress(form, row, loaded, total))
    request.addEventListener('loadend', () => resolve(answerOf(request) ?? { issue: form.dataset.notSent }))
    request.send(body)
  })
}

/** Null when something other than our own answer arrived, as when the session has ended. */
function answerOf(request) {
  if (!request.getResponseHeader('Content-Type')?.startsWith('application/json')) return null
  const { document: received, note, issue } = JSON.parse(request.responseText)
  return { received, note, issue }
}
