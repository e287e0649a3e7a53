import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const imports = /^@import "([^"]+)";\n/gm
const comments = /\/\*[\s\S]*?\*\//g
const lineEnds = /\s*\n\s*/g

/** As it is sent: what it imports stands in it, so that a page asks for one file; comments and indentation stay here. */
export function readStyleSheet(path: string): string {
  const text = readFileSync(path, 'utf8')
  const whole = text.replace(imports, (_, name: string) => readStyleSheet(join(dirname(path), name)))
  return whole.replace(comments, '').replace(lineEnds, '\n').trimStart()
}
