import { Mark, markInputRule } from '@tiptap/core'

const simple = (name: string, tag: string) =>
  Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] })

export const Subscript = simple('subscript', 'sub').extend({ excludes: 'superscript' })
export const Superscript = simple('superscript', 'sup').extend({ excludes: 'subscript' })
export const Highlight = simple('highlight', 'mark')
export const Inserted = simple('inserted', 'ins')

/** Other marks may lie on code, as they may in Markdown. */
export const Code = simple('code', 'code').extend({
  addInputRules() {
    return [markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: this.type })]
  },
})

/** No `target` and no `rel`: those are for the renderer to say. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

export const Abbreviation = Mark.create({
  name: 'abbreviation',
  addAttributes: () => ({ title: { default: '' } }),
  parseHTML: () => [{ tag: 'abbr[title]' }],
  renderHTML: ({ HTMLAttributes }) => ['abbr', HTMLAttributes, 0],
})

/** Words in another language within a sentence. */
export const Language = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: 'en' } }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})
