import type { Schema } from '@tiptap/pm/model'
import { joinBlocks } from '../writing/write-block.ts'
import { writeSafely } from '../writing/write-markdown.ts'
import { canonical } from './canonical.ts'
import { readHtml, readMarkdown } from './read-markdown.ts'

/** Whether readers would see the same if every block of it were written anew. */
export function isUnderstood(markdown: string, schema: Schema): boolean {
  const again = joinBlocks(readMarkdown(markdown, schema).children.map(writeSafely))
  return canonical(readHtml(again)) === canonical(readHtml(markdown))
}
