import type { Browser, Page } from 'playwright-core'
import { complaintsOf, openPage } from '../support/browser.ts'
import { huong } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** What a clipboard or a drag holds; a file as base64. */
export type Clipboard = {
  html?: string
  text?: string
  rtf?: string
  files?: { name: string; type: string; base64: string }[]
}
export type PastingPage = {
  page: Page
  complaints: string[]
  /** Pressed with Shift, a paste is plain. */
  paste(clipboard: Clipboard, wish?: { isPlain?: boolean }): Promise<void>
  drop(clipboard: Clipboard): Promise<void>
  /** False where the paste is taken over, and the browser puts nothing in itself. */
  pasteIntoSource(clipboard: Clipboard): Promise<boolean>
  /** What the form would send now. */
  markdown(): Promise<string>
  said(): Promise<string>
}

/** The editor on the page of a new article, and a clipboard of our own: that of a machine is not for tests. */
export async function openPasting(browser: Browser, portal: TestPortal): Promise<PastingPage> {
  const page = await openPage(browser, portal, { as: huong })
  const complaints = complaintsOf(page, portal)
  await page.goto('/quan-tri/bai-viet/moi')
  await page.evaluate(hands)
  await page.locator('.ProseMirror').focus()
  return {
    page,
    complaints,
    paste: (clipboard, { isPlain = false } = {}) =>
      page.evaluate(([clipboard, isPlain]) => hand.paste(clipboard, isPlain), [clipboard, isPlain] as const),
    drop: (clipboard) => page.evaluate((clipboard) => hand.drop(clipboard), clipboard),
    pasteIntoSource: (clipboard) => page.evaluate((clipboard) => hand.pasteIntoSource(clipboard), clipboard),
    markdown: () => page.evaluate(() => hand.markdown()),
    said: async () => (await page.locator('[data-paste-line] [role=status]').textContent()) ?? '',
  }
}

declare const hand: {
  paste(clipboard: Clipboard, isPlain: boolean): void
  drop(clipboard: Clipboard): void
  pasteIntoSource(clipboard: Clipboard): boolean
  markdown(): string
}

const hands = `(() => {
  const text = document.querySelector('.ProseMirror')
  const source = document.querySelector('#body')

  function transferOf({ html, text, rtf, files = [] }) {
    const transfer = new DataTransfer()
    if (html !== undefined) transfer.setData('text/html', html)
    if (text !== undefined) transfer.setData('text/plain', text)
    if (rtf !== undefined) transfer.setData('text/rtf', rtf)
    for (const { name, type, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }
  const pasteOf = (clipboard) =>
    new ClipboardEvent('paste', { clipboardData: transferOf(clipboard), bubbles: true, cancelable: true })
  const keyOf = (kind, shiftKey) => new KeyboardEvent(kind, { key: 'v', keyCode: 86, ctrlKey: true, shiftKey, bubbles: true })

  globalThis.hand = {
    paste(clipboard, isPlain) {
      text.dispatchEvent(keyOf('keydown', isPlain))
      text.dispatchEvent(pasteOf(clipboard))
      text.dispatchEvent(keyOf('keyup', false))
    },
    drop(clipboard) {
      text.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { left, top } = text.firstElementChild.getBoundingClientRect()
      const place = { clientX: left + 1, clientY: top + 1 }
      text.dispatchEvent(new DragEvent('drop', { dataTransfer: transferOf(clipboard), ...place, bubbles: true, cancelable: true }))
    },
    pasteIntoSource: (clipboard) => source.dispatchEvent(pasteOf(clipboard)),
    markdown() {
      text.dispatchEvent(new FocusEvent('focusout'))
      return source.value
    },
  }
})()`
