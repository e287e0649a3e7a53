import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { validateXML } from 'xmllint-wasm'

/** An element as a strict parser reads it. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Directly in it. */
  text: string
}

/** The root. Throws at the first thing that is not well-formed, characters that XML forbids included. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const here = () => open.at(-1) ?? top
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const)
    const element = { name, attributes: Object.fromEntries(values), children: [], text: '' }
    here().children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => {
    here().text += piece
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const [root] = top.children
  if (!root) throw new Error('no root')
  return root
}

/** Everything below with that name, in order. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

/** The text of its only child with that name; null without one. */
export function textOf(element: XmlElement, name: string): string | null {
  const found = element.children.filter((child) => child.name === name)
  if (found.length > 1) throw new Error(`${found.length} times ${name}`)
  return found[0]?.text ?? null
}

const schemas = ['urlset.xsd', 'image.xsd', 'news.xsd'].map((fileName) => ({
  fileName,
  contents: readFileSync(join(import.meta.dirname, 'schemas', fileName), 'utf8'),
}))

/** One sentence for every rule of sitemaps that it breaks, by libxml2. */
export async function sitemapFaults(text: string): Promise<string[]> {
  const [schema, ...others] = schemas
  if (!schema) return ['no schema']
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: text }],
    schema: [schema],
    preload: others,
  })
  return errors.map(({ message }) => message)
}
