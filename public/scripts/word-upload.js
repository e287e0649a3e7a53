// Opens a Word file as soon as it is chosen, or dropped anywhere on the page; without this file the form sends it.

const form = document.querySelector('form[data-word-upload]')
const input = form.querySelector('input[type=file]')
const status = form.querySelector('[role=status]')
const button = form.querySelector('button')
/** Pictures and the rest belong to others on the page, such as the editor. */
const isOurs = (file) => /\.(docx?|docm|dotx?|odt|ott|rtf|txt)$/i.test(file.name)
let isSending = false

button.addEventListener('click', (event) => {
  if (input.files.length > 0) return
  event.preventDefault()
  input.click()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const [file] = input.files
  if (file) open(file)
})
input.addEventListener('change', () => {
  const [file] = input.files
  if (file) open(file)
})

// Before anything else on the page sees it.
addEventListener('dragover', markPlace, { capture: true })
addEventListener('dragleave', unmark, { capture: true })
addEventListener('drop', take, { capture: true })

/** Until it is dropped, nothing but the kind of a file is known, and of many files not even that. */
function markPlace(event) {
  const files = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
  if (files.length !== 1 || files[0].type.startsWith('image/')) return
  event.preventDefault()
  form.dataset.over = ''
}

function unmark(event) {
  if (event.relatedTarget === null || event.type === 'drop') delete form.dataset.over
}

function take(event) {
  unmark(event)
  const [file, ...others] = event.dataTransfer?.files ?? []
  if (!file || others.length > 0 || !(isOurs(file) || form.contains(event.target))) return
  event.preventDefault()
  event.stopPropagation()
  form.scrollIntoView({ block: 'nearest' })
  open(file)
}

function open(file) {
  if (isSending) return
  if (file.size > Number(form.dataset.maxBytes)) return refuse(form.dataset.tooLarge)
  isSending = true
  button.disabled = true
  say(form.dataset.sending)
  const body = new FormData()
  body.append(input.name, file)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'application/json')
  request.upload.addEventListener('load', () => say(form.dataset.reading))
  request.addEventListener('loadend', () => settle(answerOf(request)))
  request.send(body)
}

/** Null when something other than our own answer arrived, as when the session has ended. */
function answerOf(request) {
  const isOurs = request.getResponseHeader('Content-Type')?.startsWith('application/json')
  return isOurs ? JSON.parse(request.responseText) : null
}

function settle(answer) {
  isSending = false
  button.disabled = false
  if (answer?.path) return location.assign(answer.path)
  refuse(answer?.issue ?? form.dataset.notSent)
}

function refuse(sentence) {
  input.value = ''
  say(sentence, 'bad')
}

function say(sentence, state = '') {
  status.textContent = sentence
  status.dataset.state = state
  input.ariaInvalid = String(state === 'bad')
}
