import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { Marked } from 'marked'
import { placeFigures } from './figures.ts'
import type { Rendering, RenderTask } from './rendering.ts'
import { sanitise } from './sanitise.ts'
import { guardLinks, keepUnits, levelHeadings, wrapTables } from './tidy.ts'
import { markdownWords } from './words.ts'

const marked = new Marked({ gfm: true, breaks: false, async: false })

/** Runs in a thread of its own, which is ended when it takes too long. */
export default function render(task: RenderTask): Rendering {
  const parsed = fromHtml(marked.parse(task.markdown) as string, { fragment: true })
  // Cleaned first: whatever comes after this line is ours.
  const tree = sanitise(parsed) as Root
  levelHeadings(tree)
  const { shown, missing } = placeFigures(tree, task)
  wrapTables(tree, markdownWords[task.language].table)
  guardLinks(tree)
  keepUnits(tree)
  return { html: toHtml(tree), shown, missing }
}
