import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importsOf, root } from './sources.ts'

/** The one file of ours that asks which engine a run is about. */
export const engineDoor = 'test/support/test-database.ts'
/** More would keep one processor busy while the other has nothing left to do. */
const mostInGroup = 4

const files = (...patterns: string[]) => globSync(patterns, { cwd: root }).map(withSlashes).sort()
const withSlashes = (path: string) => path.replaceAll('\\', '/')
const roomOf = (file: string) => /^test\/([^/]+)\//.exec(file)?.[1] ?? 'house'

const isRoom = (file: string) => !/^test\/(text|support|browser)\//.test(file)
/** Needs neither a portal nor a database. */
export const houseFiles = files('test/*.test.ts', 'test/text/**/*.test.ts').filter(
  (file) => file !== 'test/permissions.test.ts',
)
export const roomFiles = files('test/*/**/*.test.ts', 'test/permissions.test.ts').filter(isRoom)
/** The rooms again, and here alone do migrations meet the other engine. */
export const engineFiles = ['test/migrations.test.ts', ...roomFiles].filter((file) => reaches(file, engineDoor))
export const browserFiles = files('test/browser/**/*.test.ts')

/** Whether what this file imports, and not for its types alone, leads there over however many files. */
export function reaches(file: string, goal: string, seen = new Set<string>()): boolean {
  if (file === goal) return true
  seen.add(file)
  return importsOf(file, readFileSync(join(root, file), 'utf8'))
    .filter(({ from, isType }) => !isType && from.startsWith('test/') && from.endsWith('.ts') && !seen.has(from))
    .some(({ from }) => reaches(from, goal, seen))
}

/**
 * Files of one room share a process: to start and to warm up costs about a second of work, more than most files have
 * tests for. The largest groups come first, so that the last ones to run are short.
 */
export function groupsOf(chosen: string[]): { room: string; files: string[] }[] {
  const rooms = Map.groupBy(chosen, roomOf)
  return [...rooms]
    .flatMap(([room, all]) => chunksOf(all).map((part) => ({ room, files: part })))
    .sort((one, other) => other.files.length - one.files.length)
}

function chunksOf(all: string[]): string[][] {
  const count = Math.ceil(all.length / mostInGroup)
  return Array.from({ length: count }, (_, chunk) => all.filter((_, place) => place % count === chunk))
}

/** Writes a program for each group; the runner takes them in the order of their names. */
export function writeGroups(chosen: string[], folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return groupsOf(chosen).map((group, place) => {
    const path = join(folder, `${String(place).padStart(3, '0')}-${group.room}.mjs`)
    writeFileSync(path, programOf(group.files))
    return path
  })
}

/**
 * No test begins before every file has named its own: else, while one of them still prepares itself, the tests so far
 * come to their end, and what the file has opened is closed.
 */
const programOf = (group: string[]) => `import { before } from 'node:test'
const named = Promise.withResolvers()
before(() => named.promise)
try {
${group.map((file) => `  await import('${pathToFileURL(resolve(root, file))}')\n`).join('')}} finally {
  named.resolve()
}
`
