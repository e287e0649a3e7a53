// What every form shares that sends its files by itself: choosing and dropping, a row for each file, a queue, and when to
// leave. Such a form works without script, too: it then sends all files at once.
//
// `send(form, file, row)` gives `{ received, note }`, `received` with a name and a path, or `{ issue }` with a sentence for
// people; it never fails. `onReceived(form, row, received)` may show more of it.

export function sendByItself(form, { atOnce, send, onReceived = () => {} }) {
  const input = form.querySelector('input[type=file]')
  const queue = { waiting: [], running: 0, received: 0, settled: 0, total: 0 }
  const take = (files) => {
    for (const file of files) enqueue(file)
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

  function enqueue(file) {
    queue.total++
    queue.waiting.push({ file, row: addRow(form, file.name) })
    void work()
  }

  async function work() {
    if (queue.running === atOnce || queue.waiting.length === 0) return
    const { file, row } = queue.waiting.shift()
    queue.running++
    const answer = await sendIfSmall(file, row)
    queue.running--
    queue.settled++
    if (answer.received) queue.received++
    settle(form, row, answer)
    if (answer.received) onReceived(form, row, answer.received)
    tell(form, queue)
    leaveWhenDone(form, queue)
    await work()
  }

  async function sendIfSmall(file, row) {
    if (file.size > Number(form.dataset.maxBytes)) return { issue: form.dataset.tooLarge }
    say(row, form.dataset.sending)
    return send(form, file, row)
  }
}

export function say(row, text) {
  row.querySelector('small').textContent = text
}

/** Once everything is there, nobody knows how long the work on it takes. */
export function showProgress(form, row, bytes, size) {
  const progress = row.querySelector('progress')
  say(row, bytes < size ? form.dataset.sending : form.dataset.checking)
  if (bytes >= size) return progress.removeAttribute('value')
  progress.max = size
  progress.value = bytes
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

function settle(form, row, { received, note, issue }) {
  row.querySelector('progress').remove()
  say(row, issue ?? note ?? form.dataset.arrived)
  row.dataset.state = stateOf({ received, note })
  if (received) row.querySelector('b').replaceWith(linkTo(received))
}

function stateOf({ received, note }) {
  if (!received) return 'bad'
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

function labelled(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
