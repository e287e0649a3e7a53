import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export type Import = { from: string; isType: boolean; line: number }
/** A file of ours; paths are relative to the root, with forward slashes. */
export type Source = { path: string; text: string; imports: Import[] }

/** Every file below `folder` whose name ends so, in order. */
export function listFiles(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}

export function readSources(folder: string, ending = '.ts'): Source[] {
  return listFiles(folder, ending).map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
}

/** What a file imports and passes on. What is relative becomes a path from the root. */
export function importsOf(path: string, text: string): Import[] {
  const statements = /^(import|export)\s+(type\s+)?([^'"`;]*?\sfrom\s+)?'([^']+)'/gm
  const calls = /\bimport\('([^']+)'\)/g
  return [
    ...[...text.matchAll(statements)].map((found) => ({
      from: resolved(path, found[4] ?? ''),
      isType: found[2] !== undefined || hasOnlyTypes(found[3] ?? ''),
      line: lineAt(text, found.index),
    })),
    ...[...text.matchAll(calls)].map((found) => ({
      from: resolved(path, found[1] ?? ''),
      isType: false,
      line: lineAt(text, found.index),
    })),
  ]
}

/** `{ type A, type B } from` brings nothing that runs. */
function hasOnlyTypes(clause: string): boolean {
  const names = /^\{([\s\S]*)\}/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  return names
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => /^type\s/.test(name.trim()))
}

function resolved(path: string, from: string): string {
  return from.startsWith('.') ? relative(root, resolve(root, dirname(path), from)).replaceAll('\\', '/') : from
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
