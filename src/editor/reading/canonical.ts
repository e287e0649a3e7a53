/** Marks that are seen on letters only: a space looks the same without them. */
const markNames: Record<string, string> = { b: 'strong', i: 'em', s: 'del' }
const unseenOnSpace = new Set(['strong', 'em', 'del', 'a', 'code'])
const leaves = 'p,h2,h3,h4'
const wrappers = 'thead,tbody'
/** Nothing is seen of them without content. */
const empties = 'blockquote,aside,[lang],[data-gallery]'

/**
 * What readers see of shaped HTML, as text that can be compared: how marks lie within each other, spaces that a browser
 * does not show and empty paragraphs make no difference.
 */
export function canonical(parent: ParentNode): string {
  return [...parent.children].map(canonicalBlock).join('')
}

function canonicalBlock(element: Element): string {
  const name = element.localName
  if (element.matches(wrappers)) return canonical(element)
  if (element.hasAttribute('data-gallery') && element.childElementCount === 1) return canonical(element)
  if (element.matches(leaves)) return tagged(name, '', canonicalLine(element))
  if (name === 'pre') return `<pre>${element.textContent}</pre>`
  const inside = canonical(element)
  const attributes = canonicalAttributes(element)
  const isNothing = inside === '' && element.matches(empties)
  return isNothing ? '' : `<${name}${attributes}>${inside}</${name}>`
}

const tagged = (name: string, attributes: string, inside: string) =>
  inside === '' ? '' : `<${name}${attributes}>${inside}</${name}>`

/** What is said by default is the same as what is not said. */
function canonicalAttributes(element: Element): string {
  const said = [...element.attributes]
    .filter(({ name, value }) => !(value === '1' && ['start', 'colspan', 'rowspan'].includes(name)) && name !== 'class')
    .map(({ name, value }) => ` ${name}=${JSON.stringify(value.trim().replace(/\s+/g, ' '))}`)
  return said.sort().join('')
}

type Run = { marks: string; text: string }

function canonicalLine(element: Element): string {
  const runs = squeezed(runsOf(element, []))
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.marks === run.marks) last.text += run.text
    else joined.push({ ...run })
  }
  return joined.map(({ marks, text }) => (marks === '' ? text : `{${marks}|${text}}`)).join('')
}

function runsOf(node: Node, marks: string[]): Run[] {
  if (node.nodeType === Node.TEXT_NODE) return textRuns(node.textContent ?? '', [...new Set(marks)].sort())
  if (!(node instanceof Element)) return []
  if (node.localName === 'br') return [{ marks: '', text: '\n' }]
  const isMark = !node.matches(leaves)
  const own = isMark ? [...marks, markOf(node)] : marks
  if (isMark && node.matches('figure,div,img')) return [{ marks: 'block', text: node.outerHTML }]
  return [...node.childNodes].flatMap((child) => runsOf(child, own))
}

function textRuns(text: string, marks: string[]): Run[] {
  const onSpace = marks.filter((mark) => !unseenOnSpace.has(/^\w+/.exec(mark)?.[0] ?? '')).join()
  return text
    .split(/([ \t\r\n\f]+)/)
    .filter((part) => part !== '')
    .map((part) => (/^[ \t\r\n\f]/.test(part) ? { marks: onSpace, text: ' ' } : { marks: marks.join(), text: part }))
}

function markOf(element: Element): string {
  const name = markNames[element.localName] ?? element.localName
  const attributes = ['href', 'title', 'lang'].map((attribute) => element.getAttribute(attribute) ?? '')
  return attributes.every((value) => value === '') ? name : `${name} ${JSON.stringify(attributes)}`
}

/** One space where there are several, none at the edges of a line, no break at the edges of the paragraph. */
function squeezed(runs: Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    if (run.text === ' ' && (last === undefined || /^[ \n]$/.test(last.text))) continue
    if (run.text === '\n' && last === undefined) continue
    if (run.text === '\n' && last?.text === ' ') kept.pop()
    kept.push(run)
  }
  while (/^[ \n]$/.test(kept.at(-1)?.text ?? '')) kept.pop()
  return kept
}
