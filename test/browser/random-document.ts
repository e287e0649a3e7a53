import fc from 'fast-check'

type Json = {
  type: string
  attrs?: object
  content?: Json[]
  text?: string
  marks?: { type: string; attrs?: object }[]
}

const bits = [
  'Xã Cư An',
  'Điều 1.',
  'ƀơi',
  '“ngoặc”',
  '5',
  '1.',
  '12)',
  '-',
  '+',
  '#',
  '##',
  '>',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '](',
  '(a)',
  '![',
  '!',
  '<',
  '<b>',
  '</',
  '&',
  '&amp;',
  '\\',
  '|',
  '---',
  '===',
  ':',
  '"',
  "'",
  '/',
  'https://a.vn/b_c',
  'www.a.vn',
  'a@b.vn',
  '[!NOTE]x',
  '[x]',
  '\u00a0',
  '😊',
  '–',
  '.',
  ',',
  'a_b',
  '2*3',
  '$',
  '%',
  '^',
  '{',
  '}',
  '=',
]
const words = fc
  .array(fc.tuple(fc.constantFrom(...bits), fc.constantFrom('', ' ')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([bit, gap]) => bit + gap).join(''))
  .map((text) => text.trim() || 'chữ')

const address = fc.constantFrom(
  'https://a.vn/',
  'https://a.vn/b_(c)?d=1&e=%20',
  '/tin-bai/x-1',
  'mailto:a@b.vn',
  'http://a.vn/*b*',
)
const plain = (type: string) => fc.constant({ type })
const mark = fc.oneof(
  plain('bold'),
  plain('italic'),
  plain('strike'),
  plain('code'),
  plain('superscript'),
  plain('highlight'),
  plain('inserted'),
  fc.record({
    type: fc.constant('link'),
    attrs: fc.record({ href: address, title: fc.constantFrom(null, 'Tên "x" <b>') }),
  }),
  fc.record({ type: fc.constant('language'), attrs: fc.record({ lang: fc.constantFrom('jra', 'bdq', 'en') }) }),
  fc.record({
    type: fc.constant('abbreviation'),
    attrs: fc.record({ title: fc.constantFrom('Ủy ban "nhân dân"', 'a < b & c') }),
  }),
)
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 })
const text = fc.record({ type: fc.constant('text'), text: words, marks })
const spaced = text.chain((node) => fc.constantFrom('', ' ').map((gap) => ({ ...node, text: gap + node.text + gap })))
const line: fc.Arbitrary<Json[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: spaced }, { weight: 1, arbitrary: plain('hardBreak') }),
  {
    maxLength: 5,
  },
)
const block = (type: string, content: fc.Arbitrary<Json[]>, attrs: fc.Arbitrary<object> = fc.constant({})) =>
  fc.record({ type: fc.constant(type), attrs, content }) as fc.Arbitrary<Json>

const paragraph = block('paragraph', line)
const label = fc.oneof(words, fc.constant(''))
const picture = fc.record({
  type: fc.constant('picture'),
  attrs: fc.record({ src: fc.constantFrom('anh:1', 'anh:23'), alt: label, caption: label }),
})
const video = fc
  .record({
    type: fc.constant('video'),
    attrs: fc.record({
      href: fc.constantFrom('https://www.youtube.com/watch?v=aqz-KE_bpKQ', 'https://vimeo.com/76979871'),
      title: label,
      src: fc.constantFrom('', 'anh:7'),
      alt: label,
      caption: label,
    }),
  })
  .map(({ type, attrs }) => ({ type, attrs: attrs.src === '' ? { ...attrs, alt: '', caption: '' } : attrs }))
const leaf = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  block('heading', line, fc.record({ level: fc.constant(2) })),
  block(
    'codeBlock',
    words.map((code) => [{ type: 'text', text: `${code}\n\n  ${code}` }]),
  ),
  plain('horizontalRule') as fc.Arbitrary<Json>,
  picture,
  block('gallery', fc.array(picture, { minLength: 2, maxLength: 3 })),
  video,
)

const { blocks } = fc.letrec<{ blocks: Json[]; node: Json; item: Json; table: Json }>((tie) => ({
  blocks: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'blocks', withCrossShrink: true },
    leaf,
    block('bulletList', fc.array(tie('item'), { minLength: 1, maxLength: 3 })),
    block(
      'orderedList',
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      fc.record({ start: fc.constantFrom(1, 3) }),
    ),
    block('blockquote', tie('blocks')),
    block('notice', tie('blocks'), fc.record({ kind: fc.constantFrom('note', 'important', 'warning') })),
    block('passage', tie('blocks'), fc.record({ lang: fc.constantFrom('jra', 'en') })),
    tie('table'),
  ),
  item: block('listItem', tie('blocks')),
  table: fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.constantFrom(null, 'center'),
      fc.boolean(),
    )
    .chain(([columns, rows, hasHead, align, isPlain]) => {
      const content = isPlain ? paragraph.map((only) => [only]) : tie('blocks')
      const cell = (type: string) => block(type, content, fc.constant({ align }))
      const row = (type: string) => block('tableRow', fc.array(cell(type), { minLength: columns, maxLength: columns }))
      const body = fc.array(row('tableCell'), { minLength: rows, maxLength: rows })
      const head = fc.array(row('tableHeader'), { minLength: 1, maxLength: 1 })
      return block('table', hasHead ? fc.tuple(head, body).map(([first, rest]) => [...first, ...rest]) : body)
    }),
}))

/** Any document that the schema of the editor allows, in its JSON; headings of one level, since the renderer levels them. */
export const anyDocument: fc.Arbitrary<Json> = blocks.map((content) => ({ type: 'doc', content }))
