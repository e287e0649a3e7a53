// Documents of an article: moves them among each other, and brings those that were sent in another window meanwhile. Without
// this file ticks and the field for numbers do everything but the order.
const picker = document.querySelector('[data-documents]')

if (picker) begin(picker)

function begin(picker) {
  const chosen = picker.querySelector('[data-chosen]')
  const others = picker.querySelector('[data-others]')

  for (const row of chosen.children) addMove(row)
  others.addEventListener('change', ({ target }) => {
    if (target.checked) choose(target.closest('li'))
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void bringNew()
  })

  function choose(row) {
    chosen.append(row)
    addMove(row)
    row.querySelector('input').focus()
  }

  function addMove(row) {
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'btn small', textContent: picker.dataset.moveUp })
    button.ariaLabel = `${picker.dataset.moveUp}: ${row.querySelector('span').firstChild.textContent.trim()}`
    button.addEventListener('click', () => {
      row.previousElementSibling?.before(row)
      // The first row has nowhere to go, and its button is not seen.
      const focused = row.previousElementSibling ? button : row.querySelector('input')
      focused.focus()
      // Whoever keeps unsaved text must hear of it.
      row.dispatchEvent(new Event('input', { bubbles: true }))
    })
    row.append(button)
  }

  async function bringNew() {
    const answer = await fetch(picker.dataset.choices).catch(() => null)
    if (!answer?.ok || answer.redirected) return
    const { documents } = await answer.json()
    const known = new Set([...picker.querySelectorAll('input[type=checkbox]')].map(({ value }) => value))
    const fresh = documents.filter(({ id }) => !known.has(String(id)))
    others.prepend(...fresh.map(rowFor))
  }

  function rowFor({ id, title, facts }) {
    const row = document.createElement('li')
    const [label, tick, words, small] = ['label', 'input', 'span', 'small'].map((tag) => document.createElement(tag))
    label.className = 'tick'
    Object.assign(tick, { type: 'checkbox', name: picker.dataset.documents, value: id })
    small.textContent = facts
    words.append(`${title} `, small)
    label.append(tick, words)
    row.append(label)
    return row
  }
}
