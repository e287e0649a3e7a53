import { type Extensions, getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { Gallery, Item, Notice, Passage, Picture, Video } from './blocks.ts'
import { Abbreviation, Code, Highlight, Inserted, Language, Link, Subscript, Superscript } from './marks.ts'
import { Cell, HeaderCell, Row, Table } from './tables.ts'

/** Everything that a body may hold: what Markdown knows and the constructs of `src/markdown/`. */
export const constructs: Extensions = [
  StarterKit.configure({ heading: { levels: [2, 3, 4] }, code: false, link: false, underline: false, listItem: false }),
  Item,
  Link,
  Language,
  Abbreviation,
  Highlight,
  Inserted,
  Subscript,
  Superscript,
  Code,
  Picture,
  Gallery,
  Video,
  Notice,
  Passage,
  Table,
  Row,
  Cell,
  HeaderCell,
]

export const createSchema = () => getSchema(constructs)
