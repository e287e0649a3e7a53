import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

export type Column = { kind: 'integer' | 'text' | 'bytes'; isNullable: boolean }
/** Table → column → what it holds. */
export type Tables = Record<string, Record<string, Column>>

const files = globSync('src/database/{schema,*-tables}.ts', { cwd: root })

/** The tables as the row types write them down; types cannot be asked at run time, so their files are read. */
export function declaredTables(): Tables {
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
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
  throw new Error(`row types: ${type} is neither a number, nor a text, nor bytes`)
}
