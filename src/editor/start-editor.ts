import type { Desk, Feature, Tool } from './feature.ts'
import { createSchema } from './nodes/index.ts'
import { isUnderstood } from './reading/guard.ts'
import { createEditor } from './view/create-editor.ts'
import { found } from './view/desk.ts'
import { type FieldSync, syncField } from './view/field-sync.ts'
import { createPreview } from './view/preview.ts'
import { showPlace } from './view/show-place.ts'
import { createSourceTools, type SourceTool } from './view/source-tools.ts'
import { createToolbar } from './view/toolbar.ts'
import { createWriter, type Writer } from './writing/write-markdown.ts'

const choiceKey = 'cong-tin-editor-view'

/** Two views of one text: as it looks, and its source in the field. Which one somebody likes better is kept in her browser. */
export function startEditor(desk: Desk, features: readonly Feature[]) {
  const { form, field } = desk
  const schema = createSchema()
  const notice = found(form, '[data-not-understood]')
  const preview = createPreview(desk)
  let rich: Rich | null = null
  let isRich = false

  const source: Tool & SourceTool = { run: switchView, isPressed: () => !isRich }
  const tools: Record<string, Tool> = {
    ...Object.assign({}, ...features.map((feature) => feature.tools?.(desk))),
    source,
  }
  const sourceTools: Record<string, SourceTool> = { ...createSourceTools(desk), preview, source }
  const toolbar = createToolbar({ bar: desk.toolbar, tools, sourceTools, leave: focusText })

  for (const feature of features) feature.begin?.(desk)
  found(form, '#toolbar-help').hidden = false
  const wasHere = document.activeElement === field
  if (keptChoice() === 'source' || !showRich()) showSource()
  else if (wasHere) selectPlace(field.selectionStart, field.selectionEnd)
  field.addEventListener('input', () => isRich && followField())
  field.addEventListener(
    'show-place',
    (event) => isRich && select(event as CustomEvent<{ start: number; end: number }>),
  )
  form.addEventListener('keydown', shortcut)
  document.addEventListener('click', ({ target }) => isRich && leadHere(target as Element))
  for (const kind of ['submit', 'pagehide', 'visibilitychange']) addEventListener(kind, flush, { capture: true })

  function switchView() {
    if (isRich) showSource()
    else if (!showRich()) return notice.focus()
    keepChoice(isRich ? 'rich' : 'source')
    focusText()
  }

  /** False, and said so, where the editor would lose something. */
  function showRich(): boolean {
    const isLost = !isUnderstood(field.value, schema)
    notice.hidden = !isLost
    if (isLost) return false
    if (rich) rich.sync.follow()
    else rich = openRich()
    isRich = true
    draw()
    return true
  }

  function showSource() {
    flush()
    isRich = false
    draw()
  }

  function draw() {
    form.dataset['view'] = isRich ? 'rich' : 'source'
    field.hidden = isRich
    if (rich) rich.holder.hidden = !isRich
    const help = document.getElementById(`${field.id}-help`)
    if (help) help.hidden = isRich
    preview.allow(!isRich)
    toolbar.serve(isRich && rich ? rich.editor : null)
    found(desk.toolbar, '[data-tool=source]').setAttribute('aria-pressed', String(!isRich))
  }

  function openRich(): Rich {
    const { editor, holder } = createEditor(desk, features)
    const writer = createWriter()
    const sync = syncField(editor, field, writer)
    editor.on('transaction', toolbar.refresh)
    editor.view.dom.addEventListener('focusout', sync.flush)
    return { editor, holder, writer, sync }
  }

  /** Somebody else wrote into the field: the text doctor, or autosave gives back what was typed. */
  function followField() {
    if (!rich?.sync.isBehind()) return
    if (isUnderstood(field.value, schema)) return rich.sync.follow()
    notice.hidden = false
    isRich = false
    draw()
  }

  function flush() {
    if (isRich) rich?.sync.flush()
  }

  function focusText() {
    if (isRich && rich) rich.editor.view.focus()
    else field.focus()
  }

  function select(event: CustomEvent<{ start: number; end: number }>) {
    event.preventDefault()
    rich?.sync.flush()
    selectPlace(event.detail.start, event.detail.end)
  }

  function selectPlace(start: number, end: number) {
    if (rich) showPlace(rich.editor, rich.writer, field.value, start, end)
  }

  function shortcut(event: KeyboardEvent) {
    const isInText = event.target === field || rich?.holder.contains(event.target as Node)
    if (event.altKey && event.key === 'F10' && isInText) toolbar.focus()
    else if (event.target === field && isCommand(event)) sourceTools[shortcuts[event.key.toLowerCase()] ?? '']?.run()
    else return
    event.preventDefault()
  }

  /** The label of the field and links to it lead to what stands in its place. */
  function leadHere(target: Element) {
    if (target.closest(`label[for="${field.id}"],a[href="#${field.id}"]:not([data-quote])`)) focusText()
  }
}

type Rich = { sync: FieldSync; writer: Writer } & ReturnType<typeof createEditor>

const shortcuts: Record<string, string | undefined> = { b: 'bold', i: 'italic', k: 'link' }
const isCommand = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() in shortcuts

function keptChoice(): string | null {
  try {
    return localStorage.getItem(choiceKey)
  } catch {
    return null
  }
}

function keepChoice(view: 'rich' | 'source') {
  try {
    localStorage.setItem(choiceKey, view)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
