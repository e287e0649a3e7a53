// The editor's shortcut for saving, its warning before leaving, and the picture dialog. The form works without this file; the text
// itself is the work of `src/editor/`, which asks for pictures with the event `choose-picture` on the dialog.

const form = document.querySelector('form[data-editor]')
const dialog = document.querySelector('dialog.picker')

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

// Pictures: a dialog over the library.
const shelf = dialog.querySelector('.picker-shelf')
const search = dialog.querySelector('input[type=search]')
const closing = dialog.querySelector('[data-close]')
const notChosen = closing.textContent
let onChosen = () => {}
let choosesMany = false
let waiting

dialog.addEventListener('choose-picture', ({ detail }) => choosePicture(detail.then, detail.many))

function choosePicture(then, many = false) {
  onChosen = then
  choosesMany = many
  closing.textContent = many ? closing.dataset.done : notChosen
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
  button.addEventListener('click', () => take(picture, button))
  const item = document.createElement('li')
  item.append(button)
  return item
}

/** Where several may be chosen, a chosen one is marked and cannot be taken twice by a slip. */
function take(picture, button) {
  if (button.getAttribute('aria-pressed') === 'true') return
  if (choosesMany) button.setAttribute('aria-pressed', 'true')
  else dialog.close()
  onChosen(picture)
}

search.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(fillShelf, 300)
})
closing.addEventListener('click', () => dialog.close())
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
