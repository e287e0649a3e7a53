/**
 * An element with everything inside. `markup` is its content as HTML, where it says that it holds XHTML; it is null where its
 * words stand in `text`.
 */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  elements: XmlElement[]
  markup: string | null
}

export type XmlMistake = { line: number; what: string; isStructural: boolean }
export type LostWhy = 'broken' | 'cut-off' | 'too-large'
export type XmlRecord =
  | { kind: 'record'; element: XmlElement; line: number; mistakes: XmlMistake[] }
  | { kind: 'lost'; line: number; why: LostWhy; what: string }

const mostMistakes = 5
const itemNames = ['item', 'entry']
/** What stands beside the items of a feed and is of use. */
const sideNames = ['wp:category', 'wp:author', 'wp:base_site_url', 'link']

type Open = { record: XmlElement; stack: XmlElement[]; line: number; mistakes: XmlMistake[] }

/** Gathers what a parser says to whole records; what stands outside of them is forgotten at once. */
export function createRecorder(line: () => number) {
  let open: Open | null = null
  let ready: XmlRecord[] = []

  return { begin, end, addText, note, lose, take, isOpen: () => open !== null }

  function begin(name: string, attributes: Record<string, string>) {
    const element: XmlElement = { name, attributes, text: '', elements: [], markup: null }
    // An item stands in no other: the end of the one before is missing.
    if (open && itemNames.includes(name) && itemNames.includes(open.record.name)) lose('broken', `<${name}>`)
    if (open) return addInside(open, element)
    if (![...itemNames, ...sideNames].includes(name)) return
    open = { record: element, stack: [element], line: line(), mistakes: [] }
  }

  function end(name: string) {
    const element = open?.stack.pop()
    if (!open || !element) return
    const parent = open.stack.at(-1)
    if (parent && parent.markup !== null) parent.markup += `${element.markup ?? ''}</${name}>`
    if (parent) return
    ready.push({ kind: 'record', element, line: open.line, mistakes: open.mistakes })
    open = null
  }

  function addText(words: string) {
    const element = open?.stack.at(-1)
    if (!element) return
    if (element.markup === null) element.text += words
    else element.markup += escapeHtml(words)
  }

  function note(message: string) {
    if (!open || open.mistakes.length >= mostMistakes) return
    const what = message.replace(/^(?:undefined:)?\d*:?\d*:\s*/, '')
    open.mistakes.push({ line: line(), what, isStructural: /clos|tag|unexpected end/i.test(what) })
  }

  /** What is open, or stands here, cannot be read. */
  function lose(why: LostWhy, what: string) {
    ready.push({ kind: 'lost', line: open?.line ?? line(), why, what })
    open = null
  }

  function take(): XmlRecord[] {
    const taken = ready
    ready = []
    return taken
  }
}

function addInside({ stack }: Open, element: XmlElement) {
  const parent = stack.at(-1)
  if (parent && parent.markup !== null) {
    parent.markup += `<${element.name}${attributesOf(element.attributes)}>`
    element.markup = ''
  } else {
    parent?.elements.push(element)
    if (element.attributes['type'] === 'xhtml') element.markup = ''
  }
  stack.push(element)
}

const escapeHtml = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const attributesOf = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
    .join('')

/** The words of the first element of that name; empty without one. */
export const textIn = ({ elements }: XmlElement, name: string): string =>
  elements.find((each) => each.name === name)?.text.trim() ?? ''

export const elementsNamed = ({ elements }: XmlElement, ...names: string[]): XmlElement[] =>
  elements.filter((each) => names.includes(each.name))
