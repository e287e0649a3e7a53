// What stands in a form, as text that can be kept and put back. The form's token is no part of it.

export function typedText(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== 'form-token')
  return new URLSearchParams(fields).toString()
}

export const typedFields = (form) => Object.fromEntries(new URLSearchParams(typedText(form)))

/** Where the form stands, and not what was written in it. */
const places = ['version', 'baseEditionId', 'formKey']

export function showsTheSame(form, fields) {
  const shown = typedFields(form)
  const names = [...Object.keys(shown), ...Object.keys(fields)].filter((name) => !places.includes(name))
  return names.every((name) => squeezed(shown[name]) === squeezed(fields[name]))
}

/** What the server shows it has made normal: the same words, other spaces. */
const squeezed = (text) => (text ?? '').replace(/\s+/g, ' ').trim().normalize('NFC')

export function fill(form, fields) {
  for (const control of form.elements) {
    const { name, type } = control
    if (name === '' || name === 'form-token') continue
    if (type === 'checkbox') control.checked = name in fields
    else if (type === 'radio') control.checked = name in fields ? control.value === fields[name] : control.checked
    else if (name in fields) setValue(control, fields[name])
  }
}

/** What listens to the field hears of it as if somebody had typed. */
function setValue(control, value) {
  if (control.value === value) return
  const isMissing = control.tagName === 'SELECT' && ![...control.options].some((option) => option.value === value)
  if (isMissing) control.append(new Option(value, value))
  control.value = value
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
}
