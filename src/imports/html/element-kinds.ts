import type { Element, ElementContent, RootContent } from 'hast'

/** Gone with everything inside: code, other languages, what is filled in or pressed, what a page only draws. */
const dropped = new Set(
  'script style head title meta link base template noscript noembed noframes svg math canvas select option datalist textarea button input label output progress meter map area nav'.split(
    ' ',
  ),
)
const embedded = new Set('iframe frame object embed applet audio video'.split(' '))
const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export type Node = RootContent | ElementContent

export const isElement = (node: Node): node is Element => node.type === 'element'
export const isDroppedWhole = ({ tagName }: Element): boolean => dropped.has(tagName)
export const isEmbedded = ({ tagName }: Element): boolean => embedded.has(tagName)
export const isBlock = ({ tagName }: Element): boolean => blocks.has(tagName)
export const isList = ({ tagName }: Element): boolean => /^(?:ul|ol|menu|dir)$/.test(tagName)

/** One attribute as it was written; empty without it. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null || value === false ? '' : String(value)
}

/** What the style of an element says, by property, in small letters. */
export function styleOf(element: Element): Map<string, string> {
  const declarations = attributeOf(element, 'style').split(';')
  return new Map(
    declarations.flatMap((declaration): [string, string][] => {
      const [property = '', ...value] = declaration.split(':')
      return value.length > 0 ? [[property.trim().toLowerCase(), value.join(':').trim().toLowerCase()]] : []
    }),
  )
}

/** The words of an element and everything inside, spaces as they stand. */
export function wordsInside(node: Node): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsInside).join('') : ''
}
