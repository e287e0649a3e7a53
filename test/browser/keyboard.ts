import type { Page } from 'playwright-core'

const mostStops = 80

/** Presses Tab until the focus stands there, collecting places where it cannot be seen. */
export async function tabTo(page: Page, selector: string, faults: string[] = []): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    faults.push(...(await focusFaults(page)))
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`Tab does not reach ${selector}`)
}

export const focused = (page: Page, property: string) => page.evaluate(`document.activeElement.${property}`)

/** Why somebody without a mouse would not see where she is; empty when she does. */
export const focusFaults = (page: Page): Promise<string[]> => page.evaluate(`(${findFaults})()`)

/** Runs in the page. */
const findFaults = `() => {
  const element = document.activeElement
  if (element === document.body) return []
  const name = element.outerHTML.slice(0, 90)
  const bearer = element.closest('.tools label') ?? element
  const { outlineStyle, outlineWidth } = getComputedStyle(bearer)
  const box = bearer.getClientRects()[0]
  if (!box || box.width === 0) return ['nothing to see: ' + name]
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2)
  const heights = Array.from({ length: 21 }, (_, step) => box.top + 2 + (step * (box.height - 4)) / 20).filter((y) => y >= 0 && y < innerHeight)
  const isSeen = heights.some((y) => {
    const on = document.elementFromPoint(x, y)
    return on !== null && (bearer.contains(on) || on.contains(bearer))
  })
  const hasRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  return [...(hasRing ? [] : ['no ring: ' + name]), ...(isSeen ? [] : ['covered or outside the window: ' + name])]
}`
