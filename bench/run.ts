import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run bench`: what readers feel, one measurement after another, each written into `README.md` between its own two
 * comments as soon as it is there. `npm run bench -- pages misses` runs only those. About an hour in all, on a machine that
 * does nothing else; it stops by itself.
 */
const readers = ['pages', 'misses', 'archive', 'workers', 'storm', 'slow-network'] as const
const readme = join(import.meta.dirname, 'README.md')

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !readers.some((bench) => bench === name))
if (unknown.length > 0) throw new Error(`no such measurement: ${unknown.join(', ')}; there are ${readers.join(', ')}`)

for (const name of readers.filter((bench) => chosen.length === 0 || chosen.includes(bench))) {
  console.log(`\n── ${name}\n`)
  const printed = await run(name)
  writeDown(name, printed.filter((line) => line.startsWith('|')).join('\n'))
}

/** The lines that it printed; they are shown as they come. */
function run(name: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part) => {
    process.stdout.write(part)
    text += part
  })
  return new Promise((settle, fail) => {
    child.once('exit', (code) =>
      code === 0 ? settle(text.split('\n')) : fail(new Error(`${name} ended with ${code}`)),
    )
  })
}

function writeDown(name: string, table: string) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const text = readFileSync(readme, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}: ${begin} … ${end}`)
  const machine = `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.versions.node}`
  const made = `${begin}\n${table}\n\n${new Date().toISOString().slice(0, 10)}, ${machine}.\n${end}`
  writeFileSync(readme, text.slice(0, from) + made + text.slice(to + end.length))
}
