import type { Feature } from '../feature.ts'

/**
 * The text alone, over the whole screen where the browser can; notices about what happens to it stay in sight. Nothing remembers it:
 * the next page is as usual.
 */
export const alone: Feature = {
  begin({ form, toolbar }) {
    const page = document.documentElement
    const button = toolbar.querySelector('[data-tool=alone]')

    function show(isAlone: boolean) {
      page.toggleAttribute('data-alone', isAlone)
      button?.setAttribute('aria-pressed', String(isAlone))
    }

    show(false)
    form.addEventListener('toggle-alone', () => {
      const isAlone = !page.hasAttribute('data-alone')
      show(isAlone)
      // Refused, or unknown to this browser: the text is alone in the window then.
      if (isAlone) void page.requestFullscreen?.().catch(() => {})
      else if (document.fullscreenElement) void document.exitFullscreen()
    })
    document.addEventListener('fullscreenchange', () => document.fullscreenElement === null && show(false))
    document.addEventListener('keydown', (event) => {
      const isFree = !event.defaultPrevented && document.querySelector('dialog[open]') === null
      if (event.key === 'Escape' && isFree && document.fullscreenElement === null) show(false)
    })
  },
  tools: (desk) => ({ alone: { run: () => toggleAlone(desk) } }),
}

/** For the buttons of both views. */
export const toggleAlone = ({ form }: { form: HTMLFormElement }): void => {
  form.dispatchEvent(new Event('toggle-alone'))
}
