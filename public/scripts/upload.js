// Sends pictures by themselves and in parts; without this file the form sends them all at once.
import { say, sendByItself, showProgress } from './send-files.js'
import { sendInParts } from './upload-parts.js'

/** While the server works on one picture the next is on its way. */
const atOnce = 2

for (const form of document.querySelectorAll('form[data-upload]')) {
  sendByItself(form, { atOnce, send, onReceived: showPicture })
}

async function send(form, file, row) {
  const answer = await sendInParts(form.dataset.upload, new URL(form.action).searchParams, file, {
    onProgress: (bytes) => showProgress(form, row, bytes, file.size),
    onWaiting: () => say(row, form.dataset.waiting),
  })
  if (!answer) return { issue: form.dataset.notSent }
  const { picture: received, note, issue } = answer
  return { received, note, issue }
}

function showPicture(form, row, picture) {
  row.prepend(thumbnailOf(picture))
  form.dispatchEvent(new CustomEvent('picture-received', { bubbles: true, detail: picture }))
}

function thumbnailOf({ thumbnail, width, height }) {
  const image = document.createElement('img')
  Object.assign(image, { src: thumbnail, alt: '', width: 72, height: Math.round((72 * height) / width) })
  return image
}
