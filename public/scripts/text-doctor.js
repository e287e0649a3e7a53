// The text doctor beside the article's fields. The form works without this file.
//
// It asks the address in the form's data-doctor, as the live preview asks its own, with the form's token and the texts of
// lead, body and title, and gets { findings: [{ field, start, end, found, proposed, sentence, write }] }: positions in the
// field's value, proposed and write null where only the author knows. What it finds goes into the list of
// [data-doctor-findings], a part of the page that says in data-show and data-nothing what its buttons and its silence mean.

const form = document.querySelector('form[data-doctor]')
const panel = document.querySelector('[data-doctor-findings]')
const fieldNames = ['lead', 'body', 'title']

if (form && panel) begin(form, panel)

function begin(form, panel) {
  const list = panel.querySelector('ul')
  const status = panel.querySelector('[role=status]')
  const fields = Object.fromEntries(fieldNames.map((name) => [name, form.elements[name]]))
  let waiting
  let asked

  panel.hidden = false
  form.addEventListener('input', ({ target }) => {
    if (!fieldNames.includes(target.name)) return
    clearTimeout(waiting)
    waiting = setTimeout(ask, 800)
  })
  void ask()

  async function ask() {
    asked?.abort()
    asked = new AbortController()
    const texts = fieldNames.map((name) => [name, fields[name].value])
    const body = new URLSearchParams([['form-token', form.elements['form-token'].value], ...texts])
    try {
      const answer = await fetch(form.dataset.doctor, { method: 'POST', body, signal: asked.signal })
      if (answer.ok && !answer.redirected) show((await answer.json()).findings)
    } catch (error) {
      if (error.name !== 'AbortError') show([])
    }
  }

  function show(findings) {
    const place = [...list.children].findIndex((item) => item.contains(document.activeElement))
    list.replaceChildren(...findings.map(itemFor))
    if (place >= 0) list.children[Math.min(place, findings.length - 1)]?.querySelector('button').focus()
    const silence = findings.length === 0 ? panel.dataset.nothing : ''
    if (status.textContent !== silence) status.textContent = silence
  }

  function itemFor(finding) {
    const item = document.createElement('li')
    const sentence = document.createElement('p')
    sentence.textContent = finding.sentence
    const acts = document.createElement('div')
    acts.className = 'acts'
    acts.append(button(panel.dataset.show, () => select(finding)))
    if (finding.proposed !== null) acts.append(button(finding.write, () => write(finding, item)))
    item.append(sentence, acts)
    return item
  }

  /** False when the author has changed the place since. */
  function select({ field, start, end, found }) {
    const area = fields[field]
    if (area.value.slice(start, end) !== found) {
      void ask()
      return false
    }
    area.focus()
    area.setSelectionRange(start, end)
    return true
  }

  /** Types as a person would and stays in the field, so that the browser's own undo takes it back. */
  function write(finding, item) {
    if (!select(finding)) return
    const { field, start, end, proposed } = finding
    const isTyped = document.execCommand(proposed === '' ? 'delete' : 'insertText', false, proposed)
    if (!isTyped) {
      fields[field].setRangeText(proposed, start, end, 'end')
      fields[field].dispatchEvent(new Event('input', { bubbles: true }))
    }
    item.remove()
    clearTimeout(waiting)
    void ask()
  }
}

function button(label, press) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'btn small'
  element.textContent = label
  element.addEventListener('click', press)
  return element
}
