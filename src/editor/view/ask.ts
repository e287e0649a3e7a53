/** What was answered in a dialog with `<form method="dialog">`; null when it was closed without an answer. */
export function answerOf(dialog: HTMLDialogElement): Promise<FormData | null> {
  const form = dialog.querySelector('form')
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((tell) => {
    dialog.addEventListener('close', () => tell(dialog.returnValue === 'done' && form ? new FormData(form) : null), {
      once: true,
    })
  })
}
