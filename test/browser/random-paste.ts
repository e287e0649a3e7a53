import fc from 'fast-check'
import type { Element, Root, RootContent } from 'hast'
import { fragmentOf } from '../support/html.ts'

const words = ['Xã', 'họp', 'dân', 'huyện', 'ĐẤT', 'Nước', 'thôn', 'mùa', 'Mưa', 'rừng']
/** Each word is told from all others by its number, so that none can get lost or come twice. */
const word = fc.tuple(fc.constantFrom(...words), fc.nat({ max: 99_999 })).map(([name, number]) => `${name}${number}`)
const gap = fc.constantFrom(
  '',
  ' ',
  '\u00a0\u00a0',
  '\n',
  '\t',
  '. ',
  ': ',
  '- ',
  '1. ',
  'a) ',
  '&amp;',
  '&lt;',
  '\u200b',
  '&shy;',
)
const said = fc.tuple(gap, word, gap).map((parts) => parts.join(' '))
const style = fc.constantFrom(
  '',
  'font-weight:700',
  'font-weight:normal;color:red',
  'font-style:italic',
  'text-align:center',
  'text-align:right',
  'mso-list:l0 level1 lfo1',
  'mso-list:l0 level2 lfo1',
  'mso-outline-level:2',
  'white-space:pre-wrap',
  'vertical-align:super',
  'text-decoration:line-through',
  'display:block',
)
const attribute = fc.oneof(
  style.map((value) => `style="${value}"`),
  fc.constantFrom(
    'onclick="stolen=1"',
    'class="MsoNormal"',
    'class="MsoTitle"',
    'class="MsoHeading7"',
    'href="https://a.vn/?utm_source=x&b=1"',
    'href="javascript:stolen=1"',
    'href="//a.vn"',
    'id="body"',
    'colspan="3"',
    'rowspan="2"',
    'rowspan="900"',
    'colspan="9999"',
    'align="right"',
    'start="4"',
    'role="heading"',
    'data-pasted="1"',
    'srcdoc="<p>x"',
    'lang="en"',
  ),
)
const kept =
  'p div span b strong i em u s sup sub a h1 h2 h3 h6 ul ol li table tr td th tbody thead blockquote pre center font section figure o:p x-y form label-x caption dl dt dd'.split(
    ' ',
  )
const empty = [
  '<br>',
  '<hr>',
  '<img src=x onerror=stolen=1 alt="a">',
  '<o:p>&nbsp;</o:p>',
  '<!--[if !vml]-->',
  '<p></p>',
  '<li>',
]

const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    said,
    fc.constantFrom(...empty),
    tie('element'),
    tie('element'),
  ),
  element: fc
    .tuple(fc.constantFrom(...kept), fc.array(attribute, { maxLength: 2 }), fc.array(tie('tree'), { maxLength: 5 }))
    .map(([tag, attributes, inside]) => `<${[tag, ...attributes].join(' ')}>${inside.join('')}</${tag}>`),
}))
const table = fc
  .array(fc.array(tree, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map(
    (rows) =>
      `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  )

export const randomPage = fc.array(fc.oneof(tree, table), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))

/** The numbered words in order of their numbers. A table may tell its rows in another order than they are written. */
export const saidIn = (html: string): string[] =>
  (html.match(new RegExp(`(?:${words.join('|')})\\d+`, 'g')) ?? []).sort()

const shapes: Record<string, string[]> = {
  h2: [],
  h3: [],
  h4: [],
  p: ['align'],
  ul: [],
  ol: ['start'],
  li: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan'],
  blockquote: [],
  img: ['dataPasted', 'alt', 'title'],
  a: ['href'],
  strong: [],
  em: [],
  s: [],
  sup: [],
  sub: [],
  br: [],
}

/** One line for whatever the white-list does not know. */
export const shapeFaults = (html: string): string[] => faultsBelow(fragmentOf(html) as Root)

function faultsBelow(node: Root | Element): string[] {
  return (node.children as RootContent[]).flatMap((child): string[] => {
    if (child.type === 'text') return []
    if (child.type !== 'element') return [child.type]
    const known = shapes[child.tagName]
    const foreign = Object.keys(child.properties).filter((name) => !known?.includes(name))
    const address = String(child.properties['href'] ?? 'tel:')
    return [
      ...(known ? [] : [child.tagName]),
      ...foreign.map((name) => `${child.tagName} ${name}`),
      ...(/^(?:https?|mailto|tel):/.test(address) ? [] : [address]),
      ...faultsBelow(child),
    ]
  })
}
