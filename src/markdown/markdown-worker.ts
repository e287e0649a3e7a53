import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { Marked } from 'marked'
import { placeFigures } from './figures.ts'
import { raiseNotices } from './notices.ts'
import type { Rendering, RenderTask } from './rendering.ts'
import { sanitise } from './sanitise.ts'
import { guardLinks, keepUnits, levelHeadings, wrapTables } from './tidy.ts'
import { markdownWords } from './words.ts'

const marked = new Marked({ gfm: true, breaks: false, async: false })

/** Runs in a thread of its own, which is ended when it takes too long. */
export default function render(task: RenderTask): Rendering {
  const words = markdownWords[task.language]
  const parsed = fromHtml(marked.parse(task.markdown) as string, { fragment: true })
  // Cleaned first: whatever comes after this line is ours.
  const tree = sanitise(parsed)
  levelHeadings(tree)
  raiseNotices(tree, words)
  const { shown, missing } = placeFigures(tree, task, words)
  wrapTables(tree, words.table)
  guardLinks(tree)
  keepUnits(tree)
  return { html: toHtml(tree), shown, missing }
}
