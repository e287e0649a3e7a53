// An address that is shown this once, into the clipboard; without this file it is marked and copied by hand.

if ('clipboard' in navigator)
  for (const button of document.querySelectorAll('[data-copies]')) {
    const address = /** @type {HTMLInputElement} */ (document.getElementById(button.dataset.copies))
    button.hidden = false
    button.onclick = async () => {
      address.select()
      await navigator.clipboard.writeText(address.value)
      button.firstElementChild.textContent = button.dataset.copied
    }
  }
