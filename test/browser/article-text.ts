import type { Locator, Page } from 'playwright-core'

/** Where somebody writes: the text as it looks, or the field with its source. */
export const textbox = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' })

/** What the form would send, once she has left the text. */
export const markdownOf = (page: Page): Promise<string> => page.locator('#body').inputValue()

/** Puts these paragraphs in the place of all that stands there, as a person does. */
export async function rewrite(page: Page, text: string) {
  await textbox(page).focus()
  await page.keyboard.press('Control+a')
  for (const [place, paragraph] of text.split('\n\n').entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
}

/** For who likes Markdown better; before the page is opened. */
export const preferSource = (page: Page): Promise<unknown> =>
  page.addInitScript("localStorage.setItem('cong-tin-editor-view', 'source')")
