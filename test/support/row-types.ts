import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

export type Column = { kind: 'integer' | 'text' | 'bytes'; isNullable: boolean }
/** Table → column → what it holds. */
export type Tables = Record<string, Record<string, Column>>

/** The tables as `src/database/schema.ts` writes them down; types cannot be asked at run time, so the file is read. */
export function declaredTables(): Tables {
  const text = readFileSync(join(root, 'src/database/schema.ts'), 'utf8')
  const types = new Map(
    [...text.matchAll(/^export type (\w+) = \{([\s\S]*?)\}/gm)].map((found) => [
      found[1] ?? '',
      membersOf(found[2] ?? ''),
    ]),
  )
  const tables = types.get('Schema') ?? {}
  return Object.fromEntries(
    Object.entries(tables).map(([table, type]) => [
      table,
      Object.fromEntries(Object.entries(types.get(type) ?? {}).map(([name, kind]) => [name, columnOf(kind)])),
    ]),
  )
}

function membersOf(body: string): Record<string, string> {
  const members = body.matchAll(/(\w+): ([^;\n]+)/g)
  return Object.fromEntries([...members].map((found) => [found[1] ?? '', (found[2] ?? '').trim()]))
}

function columnOf(type: string): Column {
  const isNullable = / \| null$/.test(type)
  const plain = type.replace(/ \| null$|^Generated<|>$/g, '')
  if (plain === 'number') return { kind: 'integer', isNullable }
  if (plain === 'string') return { kind: 'text', isNullable }
  if (plain === 'Buffer') return { kind: 'bytes', isNullable }
  throw new Error(`src/database/schema.ts: ${type} is neither a number, nor a text, nor bytes`)
}
