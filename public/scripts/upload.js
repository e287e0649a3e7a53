// Sends pictures by themselves, two at a time and in parts; without this file the form sends them all at once.
import { sendInParts } from './upload-parts.js'

for (const form of document.querySelectorAll('form[data-upload]')) enhance(form)

/** While the server works on one picture the next is on its way. */
const atOnce = 2

function enhance(form) {
  const input = form.querySelector('input[type=file]')
  const queue = { waiting: [], running: 0, received: 0, settled: 0, total: 0 }
  const take = (files) => {
    for (const file of files) enqueue(form, file, queue)
  }

  form.querySelector('button').hidden = true
  input.addEventListener('change', () => {
    take([...input.files])
    input.value = ''
  })
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    form.dataset.over = ''
  })
  form.addEventListener('dragleave', () => delete form.dataset.over)
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    delete form.dataset.over
    take([...event.dataTransfer.files])
  })
  addEventListener('beforeunload', (event) => {
    if (queue.settled < queue.total) event.preventDefault()
  })
}

function enqueue(form, file, queue) {
  const row = addRow(form, file.name)
  queue.total++
  queue.waiting.push({ file, row })
  void work(form, queue)
}

async function work(form, queue) {
  if (queue.running === atOnce || queue.waiting.length === 0) return
  const { file, row } = queue.waiting.shift()
  queue.running++
  const answer = await sendIfSmall(form, file, row)
  queue.running--
  queue.settled++
  if (answer.picture) queue.received++
  settle(form, row, answer)
  tell(form, queue)
  leaveWhenDone(form, queue)
  await work(form, queue)
}

/** Gives `{ picture, note }`, or `{ issue }` with a sentence for people. */
async function sendIfSmall(form, file, row) {
  if (file.size > Number(form.dataset.maxBytes)) return { issue: form.dataset.tooLarge }
  say(row, form.dataset.sending)
  const answer = await sendInParts(form.dataset.upload, new URL(form.action).searchParams, file, {
    onProgress: (bytes) => showProgress(form, row, bytes, file.size),
    onWaiting: () => say(row, form.dataset.waiting),
  })
  return answer ?? { issue: form.dataset.notSent }
}

function addRow(form, name) {
  const list = form.querySelector('.sent')
  const row = document.createElement('li')
  const progress = document.createElement('progress')
  progress.value = 0
  progress.ariaLabel = name
  row.append(labelled('b', name), progress, labelled('small', ''))
  list.hidden = false
  list.prepend(row)
  return row
}

/** Once everything is there, nobody knows how long the work on it takes. */
function showProgress(form, row, bytes, size) {
  const progress = row.querySelector('progress')
  say(row, bytes < size ? form.dataset.sending : form.dataset.checking)
  if (bytes >= size) return progress.removeAttribute('value')
  progress.max = size
  progress.value = bytes
}

function say(row, text) {
  row.querySelector('small').textContent = text
}

function settle(form, row, { picture, note, issue }) {
  row.querySelector('progress').remove()
  say(row, issue ?? note ?? form.dataset.arrived)
  row.dataset.state = stateOf({ picture, note })
  if (!picture) return
  row.querySelector('b').replaceWith(linkTo(picture))
  row.prepend(thumbnailOf(picture))
  form.dispatchEvent(new CustomEvent('picture-received', { bubbles: true, detail: picture }))
}

function stateOf({ picture, note }) {
  if (!picture) return 'bad'
  return note ? 'known' : 'ok'
}

/** One line for screen readers, instead of every step of every file. */
function tell(form, { received, total }) {
  const status = form.querySelector('[role=status]')
  status.textContent = form.dataset.progress.replace('{received}', received).replace('{total}', total)
}

/** To the page that shows them, unless a sentence about one of them waits to be read. */
function leaveWhenDone(form, { received, settled, total }) {
  const isRead = form.querySelector('.sent :is([data-state=bad], [data-state=known])') === null
  if (form.dataset.then && settled === total && received === total && isRead)
    location.assign(`${form.dataset.then}?xong=${total}`)
}

function linkTo({ name, path }) {
  const link = labelled('a', name)
  link.href = path
  return link
}

function thumbnailOf({ thumbnail, width, height }) {
  const image = document.createElement('img')
  Object.assign(image, { src: thumbnail, alt: '', width: 72, height: Math.round((72 * height) / width) })
  return image
}

function labelled(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
