import { createRequire } from 'node:module'
import { mostDepth, mostElements } from '../limits.ts'
import { Unreadable } from '../refusal.ts'

/** Names carry our prefix of their namespace (`w:p`), whatever prefix the file uses. */
export type XmlElement = {
  type: 'element'
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | { type: 'text'; value: string }

type XmlReader = { readString(source: string, prefixes: Record<string, string>): Promise<XmlElement | Error> }

// The reader that mammoth brings and reads its own parts with.
const { readString } = createRequire(import.meta.url)('mammoth/lib/xml/index.js') as XmlReader

const odf = 'urn:oasis:names:tc:opendocument:xmlns:'
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  [`${odf}office:1.0`]: 'office',
  [`${odf}text:1.0`]: 'text',
  [`${odf}table:1.0`]: 'table',
  [`${odf}style:1.0`]: 'style',
  [`${odf}drawing:1.0`]: 'draw',
  [`${odf}manifest:1.0`]: 'manifest',
  [`${odf}xsl-fo-compatible:1.0`]: 'fo',
  [`${odf}svg-compatible:1.0`]: 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
}

/** The root. Throws `Unreadable`: `damaged`, `too-large`. */
export async function parseXml(source: string): Promise<XmlElement> {
  assertPlain(source)
  assertFits(source)
  const root = await readRoot(source.replace(/^\ufeff/, ''))
  if (root === null || root instanceof Error || root.type !== 'element') throw new Unreadable('damaged')
  return root
}

/** Null for what the parser stumbles over, which may be before it promises anything. */
async function readRoot(source: string): Promise<XmlElement | Error | null> {
  try {
    return await readString(source, prefixes)
  } catch {
    return null
  }
}

/** Office formats have no document type; whoever writes one wants entities to unfold or files to be fetched. */
export function assertPlain(source: string) {
  if (source.includes('<!DOCTYPE')) throw new Unreadable('damaged')
}

/** Before it is parsed: running out of memory takes seconds. Throws `Unreadable`: `too-large`, `damaged`. */
export function assertFits(source: string) {
  let [elements, depth] = [0, 0]
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    const sign = source.charAt(at + 1)
    if (sign === '/') depth--
    else {
      elements++
      const isEmpty = source.charAt(source.indexOf('>', at) - 1) === '/'
      if (!isEmpty && sign !== '!' && sign !== '?') depth++
    }
    if (elements > mostElements) throw new Unreadable('too-large')
    if (depth > mostDepth) throw new Unreadable('damaged')
  }
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => child.type === 'element')

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name)

/** The `w:val` of a child, which is how WordprocessingML writes a property. */
export const writtenIn = (element: XmlElement | undefined, name: string): string | undefined =>
  childNamed(element, name)?.attributes['w:val']

/** A property that is on by being there: `<w:b/>`, off with `w:val="0"`, undefined where it is not. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childNamed(element, name)
  return property && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '')
}
