import { Node } from '@tiptap/pm/model'
import { createSchema } from './nodes/index.ts'
import { canonical } from './reading/canonical.ts'
import { isUnderstood } from './reading/guard.ts'
import { readHtml, readMarkdown, readWithSources } from './reading/read-markdown.ts'
import { joinBlocks } from './writing/write-block.ts'
import { canonicalOf, createWriter, writeSafely } from './writing/write-markdown.ts'

/** For tests in a browser; no part of what the newsroom loads. */
const schema = createSchema()

const parts = {
  canonical: (markdown: string) => canonical(readHtml(markdown)),
  isUnderstood: (markdown: string) => isUnderstood(markdown, schema),
  /** Written anew, block by block. */
  rewrite: (markdown: string) => joinBlocks(readMarkdown(markdown, schema).children.map(writeSafely)),
  /** Written as the editor does when nothing was touched. */
  keep(markdown: string) {
    const { document, sources } = readWithSources(markdown, schema)
    const writer = createWriter()
    writer.remember(sources)
    return writer.write(document)
  },
  read: (markdown: string) => readMarkdown(markdown, schema).toJSON() as unknown,
  /** A document, what it is written as, and whether that says the same. */
  check(json: unknown) {
    const document = Node.fromJSON(schema, json as Parameters<typeof Node.fromJSON>[1])
    document.check()
    const markdown = joinBlocks(document.children.map(writeSafely))
    const wanted = document.children.map(canonicalOf).join('')
    return { markdown, wanted, got: canonical(readHtml(markdown)) }
  },
}

Object.assign(window, { editorParts: parts })
