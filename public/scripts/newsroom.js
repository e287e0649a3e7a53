// Small comforts of the newsroom; every page works without this file.

/** A pressed button of a form says so and cannot be pressed twice. */
addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  if (form.method !== 'post' || event.defaultPrevented || event.submitter?.formTarget === '_blank') return
  // After the browser has collected the form, or the pressed button's own value would be missing.
  setTimeout(() => {
    for (const button of form.querySelectorAll('button:not([type=button])')) button.toggleAttribute('disabled', true)
  })
})

// Coming back with the back button must not show dead buttons.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('form[method=post] button[disabled]:not([data-keep-disabled])')) {
    button.removeAttribute('disabled')
  }
})
