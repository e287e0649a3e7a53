// Sends documents one by one, each with its own progress; without this file the form sends them all at once.
for (const form of document.querySelectorAll('form[data-documents-upload]')) enhance(form)

function enhance(form) {
  const input = form.querySelector('input[type=file]')
  const tally = { received: 0, settled: 0, total: 0, last: Promise.resolve() }
  const take = (files) => {
    for (const file of files) enqueue(form, file, tally)
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
    if (tally.settled < tally.total) event.preventDefault()
  })
}

/** One after the other: the server reads one document at a time. */
function enqueue(form, file, tally) {
  const row = addRow(form, file.name)
  tally.total++
  tally.last = tally.last.then(async () => {
    const answer = await sendIfSmall(form, file, row)
    tally.settled++
    if (answer.document) tally.received++
    settle(form, row, answer)
    tell(form, tally)
    leaveWhenDone(form, tally)
  })
}

async function sendIfSmall(form, file, row) {
  if (file.size > Number(form.dataset.maxBytes)) return { issue: form.dataset.tooLarge }
  return send(form, file, row)
}

/** Never fails: gives `{ document, note }`, or `{ issue }` with a sentence for people. */
function send(form, file, row) {
  const body = new FormData()
  body.append(form.querySelector('input[type=file]').name, file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', (event) => showProgress(row, event))
    request.upload.addEventListener('load', () => showWork(form, row))
    request.addEventListener('loadend', () => resolve(answerOf(request) ?? { issue: form.dataset.notSent }))
    say(row, form.dataset.sending)
    request.send(body)
  })
}

/** Null when something other than our own answer arrived, as when the session has ended. */
function answerOf(request) {
  if (!request.getResponseHeader('Content-Type')?.startsWith('application/json')) return null
  return JSON.parse(request.responseText)
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

function showProgress(row, { loaded, total }) {
  row.querySelector('progress').max = total
  row.querySelector('progress').value = loaded
}

function showWork(form, row) {
  row.querySelector('progress').removeAttribute('value')
  say(row, form.dataset.checking)
}

function say(row, text) {
  row.querySelector('small').textContent = text
}

function settle(form, row, { document: received, note, issue }) {
  row.querySelector('progress').remove()
  say(row, issue ?? note ?? form.dataset.arrived)
  row.dataset.state = received ? (note ? 'known' : 'ok') : 'bad'
  if (received) row.querySelector('b').replaceWith(linkTo(received))
}

/** One line for screen readers, instead of every step of every file. */
function tell(form, { received, total }) {
  const status = form.querySelector('[role=status]')
  status.textContent = form.dataset.progress.replace('{received}', received).replace('{total}', total)
}

/** To the list, unless a sentence about one of them waits to be read. */
function leaveWhenDone(form, { received, settled, total }) {
  const isRead = form.querySelector('.sent :is([data-state=bad], [data-state=known])') === null
  if (settled === total && received === total && isRead) location.assign(`${form.dataset.whenDone}?xong=${total}`)
}

function linkTo({ name, path }) {
  const link = labelled('a', name)
  link.href = path
  return link
}

function labelled(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
