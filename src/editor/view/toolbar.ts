import type { Editor } from '@tiptap/core'
import type { Tool } from '../feature.ts'
import type { SourceTool } from './source-tools.ts'

export type Toolbar = {
  /** In the view of the text as it looks; null goes back to the source. */
  serve(editor: Editor | null): void
  refresh(): void
  focus(): void
}

export type ToolbarWish = {
  bar: HTMLElement
  tools: Record<string, Tool>
  sourceTools: Record<string, SourceTool>
  /** Back to the text. */
  leave(): void
}

/** One stop for the Tab key; arrows move inside, as toolbars do. Buttons without a meaning in this view are not there. */
export function createToolbar({ bar, tools, sourceTools, leave }: ToolbarWish): Toolbar {
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button[data-tool]')]
  let served: Editor | null = null
  let isAsked = false
  let stop = buttons[0]

  bar.hidden = false
  bar.addEventListener('mousedown', keepSelection)
  bar.addEventListener('click', ({ target }) =>
    press((target as Element).closest<HTMLButtonElement>('button[data-tool]')),
  )
  bar.addEventListener('keydown', walk)
  bar.addEventListener('focusin', ({ target }) => {
    if (buttons.includes(target as HTMLButtonElement)) setStop(target as HTMLButtonElement)
  })

  function press(button: HTMLButtonElement | null) {
    const name = button?.dataset['tool'] ?? ''
    if (button?.getAttribute('aria-disabled') === 'true') return
    if (!served || !tools[name]) return sourceTools[name]?.run()
    // Before the tool runs, so that a dialog gives the focus back to the text.
    served.view.focus()
    tools[name].run(served)
  }

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape') return leave()
    const there = buttons.filter(isThere)
    const here = there.indexOf(document.activeElement as HTMLButtonElement)
    const next = {
      ArrowRight: there[(here + 1) % there.length],
      ArrowLeft: there[(here - 1 + there.length) % there.length],
      Home: there[0],
      End: there.at(-1),
    }[event.key]
    if (here < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  function setStop(button: HTMLButtonElement | undefined) {
    stop = button
    for (const one of buttons) one.tabIndex = one === button ? 0 : -1
  }

  function serve(editor: Editor | null) {
    served = editor
    draw()
  }

  /** Once a frame, however fast somebody types. */
  function refresh() {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      draw()
    })
  }

  function draw() {
    for (const group of bar.querySelectorAll<HTMLElement>('[data-when]'))
      group.hidden = served === null || !served.isActive(group.dataset['when'] ?? '')
    for (const button of buttons) {
      const name = button.dataset['tool'] ?? ''
      button.hidden = served ? !(name in tools) : !(name in sourceTools)
      drawState(button, served && tools[name], served)
    }
    if (!stop || !isThere(stop)) setStop(buttons.find(isThere))
    else setStop(stop)
  }

  return { serve, refresh, focus: () => stop?.focus() }
}

/** The mouse does not take the focus out of the text. */
function keepSelection(event: MouseEvent) {
  if ((event.target as Element).closest('button')) event.preventDefault()
}

const isThere = (button: HTMLButtonElement) => !button.hidden && button.closest('[hidden]') === null

/** Unusable buttons stay where they are and can be reached, so that nobody loses her place. */
function drawState(button: HTMLButtonElement, tool: Tool | null | undefined, editor: Editor | null) {
  if (tool?.isPressed && editor) button.setAttribute('aria-pressed', String(tool.isPressed(editor)))
  if (editor) button.setAttribute('aria-disabled', String(tool?.isUsable?.(editor) === false))
  else button.removeAttribute('aria-disabled')
}
