// The article editor's toolbar, shortcuts, live preview and picture dialog. The form works without this file.

const form = document.querySelector('form[data-editor]')
const body = form.querySelector('#body')
const toolbar = form.querySelector('.toolbar')
const dialog = document.querySelector('dialog.picker')

/** Types as a person would, so that the browser's own undo takes it back. */
function type(text, selectFrom, selectTo) {
  const start = body.selectionStart
  body.focus()
  if (!document.execCommand('insertText', false, text)) body.setRangeText(text, start, body.selectionEnd, 'end')
  if (selectFrom !== undefined) body.setSelectionRange(start + selectFrom, start + selectTo)
  body.dispatchEvent(new Event('input', { bubbles: true }))
}

const selected = () => body.value.slice(body.selectionStart, body.selectionEnd)

function surround(sign) {
  const text = selected()
  type(`${sign}${text}${sign}`, sign.length, sign.length + text.length)
}

/** Puts a sign before each of the lines that are selected, even in part. */
function beginLines(signOf) {
  const from = body.value.lastIndexOf('\n', body.selectionStart - 1) + 1
  const to = body.value.indexOf('\n', body.selectionEnd)
  body.setSelectionRange(from, to < 0 ? body.value.length : to)
  const lines = selected()
    .split('\n')
    .map((line, place) => signOf(place) + line.replace(/^(#{1,6} |[-*] |\d+\. |> )/, ''))
  type(lines.join('\n'))
}

/** A block of its own, with an empty line on either side. */
function insertBlock(text, selectFrom, selectTo) {
  const before = body.value.slice(0, body.selectionStart)
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  type(`${lead}${text}\n\n`, lead.length + selectFrom, lead.length + selectTo)
}

const tools = {
  heading: () => beginLines(() => '## '),
  subheading: () => beginLines(() => '### '),
  bold: () => surround('**'),
  italic: () => surround('*'),
  link: () => {
    const text = selected()
    const address = 'https://'
    type(`[${text}](${address})`, text.length + 3, text.length + 3 + address.length)
  },
  list: () => beginLines(() => '- '),
  numbers: () => beginLines((place) => `${place + 1}. `),
  quote: () => beginLines(() => '> '),
  table: () => insertBlock('| Cột 1 | Cột 2 |\n| --- | --- |\n| ô | ô |', 2, 7),
  picture: () =>
    choosePicture((picture) => {
      const description = picture.alternativeText
      insertBlock(`![${description}](anh:${picture.id})`, 2, 2 + description.length)
    }),
  preview: togglePreview,
}

// One stop for the Tab key; arrows move inside, as toolbars do.
const buttons = [...toolbar.querySelectorAll('button')]
toolbar.hidden = false
buttons.forEach((button, place) => {
  button.tabIndex = place === 0 ? 0 : -1
  button.addEventListener('click', () => tools[button.dataset.tool]())
})
toolbar.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (event.key === 'Escape') body.focus()
  if (!step) return
  event.preventDefault()
  const here = buttons.indexOf(document.activeElement)
  const next = buttons[(here + step + buttons.length) % buttons.length]
  buttons[here].tabIndex = -1
  next.tabIndex = 0
  next.focus()
})

body.addEventListener('keydown', (event) => {
  if (event.altKey && event.key === 'F10') {
    event.preventDefault()
    buttons.find((button) => button.tabIndex === 0).focus()
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
  const tool = { b: 'bold', i: 'italic', k: 'link' }[event.key.toLowerCase()]
  if (!tool) return
  event.preventDefault()
  tools[tool]()
})

form.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
  event.preventDefault()
  const save = form.querySelector('.inspector [data-save]')
  if (save) form.requestSubmit(save)
})

// What is typed and not yet saved is not lost by a slip. `autosave.js` says when it lies on the server: nobody is asked then,
// since the editor gives it back.
let isChanged = document.querySelector('[role=alert], [data-pending]') !== null
form.addEventListener('input', () => {
  isChanged = true
})
form.addEventListener('submit', (event) => {
  if (event.submitter?.formTarget !== '_blank') isChanged = false
})
addEventListener('beforeunload', (event) => {
  if (isChanged && !('kept' in form.dataset)) event.preventDefault()
})

// The preview beside the text, made by the same renderer as the page.
const preview = form.querySelector('.live-preview')
const sheet = preview.querySelector('.sheet')
const previewButton = toolbar.querySelector('[data-tool=preview]')
let waiting
let asked

function togglePreview() {
  preview.hidden = !preview.hidden
  previewButton.setAttribute('aria-pressed', String(!preview.hidden))
  form.toggleAttribute('data-previewing', !preview.hidden)
  if (!preview.hidden) void drawPreview()
}

async function drawPreview() {
  asked?.abort()
  asked = new AbortController()
  const fields = new URLSearchParams({ 'form-token': form.elements['form-token'].value, body: body.value })
  try {
    const answer = await fetch(form.dataset.preview, { method: 'POST', body: fields, signal: asked.signal })
    if (answer.ok && !answer.redirected) sheet.innerHTML = await answer.text()
  } catch (error) {
    if (error.name !== 'AbortError') sheet.textContent = ''
  }
}

body.addEventListener('input', () => {
  if (preview.hidden) return
  clearTimeout(waiting)
  waiting = setTimeout(drawPreview, 500)
})
if (matchMedia('(min-width: 75rem)').matches) togglePreview()

// Pictures: a dialog over the library.
const shelf = dialog.querySelector('.picker-shelf')
const search = dialog.querySelector('input[type=search]')
let onChosen = () => {}

function choosePicture(then) {
  onChosen = then
  dialog.showModal()
  void fillShelf()
}

async function fillShelf() {
  const address = `${dialog.dataset.picker}?${new URLSearchParams({ q: search.value })}`
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!answer.ok || answer.redirected) return
  const { pictures } = await answer.json()
  shelf.replaceChildren(...pictures.map(pictureButton))
}

function pictureButton(picture) {
  const button = document.createElement('button')
  button.type = 'button'
  const image = new Image()
  image.src = picture.thumbnail
  image.alt = ''
  const name = document.createElement('span')
  name.textContent = picture.alternativeText || picture.name
  button.append(image, name)
  button.addEventListener('click', () => take(picture))
  const item = document.createElement('li')
  item.append(button)
  return item
}

function take(picture) {
  dialog.close()
  onChosen(picture)
}

search.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(fillShelf, 300)
})
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close())
dialog.addEventListener('picture-received', () => void fillShelf())

// The cover: the dialog fills the plain list that the form sends.
const cover = form.querySelector('#coverPictureId')
const coverPicture = form.querySelector('.cover-picture')
const chooseCover = form.querySelector('[data-choose-cover]')
chooseCover.hidden = false
chooseCover.addEventListener('click', () => choosePicture(showCover))
cover.addEventListener('change', () => coverPicture.replaceChildren())

function showCover(picture) {
  const known = [...cover.options].find((option) => option.value === String(picture.id))
  if (!known) cover.append(new Option(picture.name, picture.id))
  cover.value = String(picture.id)
  const image = new Image()
  image.src = picture.thumbnail
  image.alt = ''
  coverPicture.replaceChildren(image)
  form.querySelector('#coverAlternative').value = picture.alternativeText
  form.querySelector('[name=coverDecorative]').checked = picture.isDecorative
  cover.dispatchEvent(new Event('input', { bubbles: true }))
}
