import { allowed } from '../../markdown/allowed.ts'

const names = new Set(allowed.tagNames)
const withContent = new Set(allowed.strip)

/** Takes away what the renderer takes away, by the same list; the content of what is not allowed stays, as there. */
export function cleanHtml(parent: ParentNode) {
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === Node.TEXT_NODE) continue
    if (!(node instanceof Element) || withContent.has(node.localName)) node.remove()
    else cleanElement(node)
  }
}

function cleanElement(element: Element) {
  for (const { name, value } of [...element.attributes]) {
    if (!mayKeep(element.localName, name, value)) element.removeAttribute(name)
  }
  cleanHtml(element)
  if (!names.has(element.localName) || isLost(element) || saysNothing(element))
    element.replaceWith(...element.childNodes)
}

function mayKeep(element: string, attribute: string, value: string): boolean {
  const rule = allowed.attributes?.[element]?.find((one) => nameOf(one).toLowerCase() === attribute)
  if (rule === undefined) return false
  if (Array.isArray(rule) && !rule.slice(1).some((one) => one instanceof RegExp && one.test(value))) return false
  return attribute !== 'href' || isSafe(value)
}

type Rule = NonNullable<NonNullable<typeof allowed.attributes>[string]>[number]
const nameOf = (rule: Rule): string => (Array.isArray(rule) ? rule[0] : rule)

/** An address without a protocol leads to this portal. */
function isSafe(address: string): boolean {
  const protocol = /^([^/?#:]*):/.exec(address)?.[1]
  return protocol === undefined || (allowed.protocols?.['href'] ?? []).includes(protocol.toLowerCase())
}

/** A cell outside a table. */
function isLost(element: Element): boolean {
  const wanted = allowed.ancestors?.[element.localName]
  return wanted !== undefined && element.parentElement?.closest(wanted.join()) === null
}

/** Without its attribute such an element changes nothing that readers get. */
function saysNothing(element: Element): boolean {
  const wanted = { a: 'href', abbr: 'title', div: 'lang', span: 'lang' }[element.localName]
  return wanted !== undefined && !element.hasAttribute(wanted)
}
