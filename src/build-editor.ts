import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'public/scripts/built/editor.js')
/** What the editor is made of: its own room, what it shares with the renderer and with the imports, and its libraries. */
const sources = [
  'src/editor',
  'src/markdown',
  'src/text',
  'src/word-files',
  'public/scripts/upload-parts.js',
  'package-lock.json',
]

if (newestChange() > timeOf(target)) await build()

function newestChange(): number {
  return Math.max(timeOf(import.meta.filename), ...sources.map((source) => newestIn(join(root, source))))
}

/** A folder's own time tells of a file that went away. */
function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return timeOf(path)
  return Math.max(timeOf(path), ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** One module for browsers of 2022 and later. Written aside and put in place at once, since two programs may start together. */
async function build() {
  const began = new Date()
  const { buildSync } = await import('esbuild')
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['src/editor/main.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome103', 'firefox102', 'safari16.4'],
    legalComments: 'eof',
    write: false,
  })
  mkdirSync(dirname(target), { recursive: true })
  const aside = join(dirname(target), `.editor-${randomBytes(6).toString('hex')}`)
  writeFileSync(aside, outputFiles[0]?.contents ?? '')
  // What changes while this runs is not in it.
  utimesSync(aside, began, began)
  renameSync(aside, target)
}
