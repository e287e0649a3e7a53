import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { canonical } from '../reading/canonical.ts'
import { readHtml } from '../reading/read-markdown.ts'
import type { Style } from './escape.ts'
import { joinBlocks, writeBlock } from './write-block.ts'
import { writeHtml } from './write-html.ts'

export type Writer = {
  /** The document as Markdown; a block that did not change is not written anew. */
  write(document: Node): string
  /** The blocks as they are written, in order; those that say nothing are empty. */
  writeEach(document: Node): string[]
  /** Blocks that came from Markdown stay as they were written there. */
  remember(sources: Map<Node, string>): void
}

/** From what is nicest to read to what is safest. */
const styles: Style[] = [
  { hasTags: false, escapesAll: false, isOneLine: false, isInTable: false },
  { hasTags: true, escapesAll: false, isOneLine: false, isInTable: false },
  { hasTags: true, escapesAll: true, isOneLine: false, isInTable: false },
]

/** Documents share what did not change, so each block is written once for as long as it is the same. */
export function createWriter(): Writer {
  const known = new WeakMap<Node, string>()

  function writeOnce(block: Node): string {
    const written = known.get(block) ?? writeSafely(block)
    known.set(block, written)
    return written
  }

  const writeEach = (document: Node) => document.children.map(writeOnce)
  return {
    writeEach,
    write: (document) => joinBlocks(writeEach(document)),
    remember: (sources) => {
      for (const [block, written] of sources) known.set(block, written)
    },
  }
}

/** Read back before it is used: what would not come back the same is written more carefully, in the end in HTML. */
export function writeSafely(block: Node): string {
  const wanted = canonicalOf(block)
  for (const style of styles) {
    const written = writeBlock(block, style)
    if (canonical(readHtml(written)) === wanted) return written
  }
  return writeHtml(block)
}

/** What readers would see of a block. */
export function canonicalOf(block: Node): string {
  const holder = document.createElement('div')
  holder.append(DOMSerializer.fromSchema(block.type.schema).serializeNode(block))
  return canonical(holder)
}
