import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { quickFolder } from './support/quick-folder.ts'
import { browserFiles, engineFiles, houseFiles, roomFiles, writeGroups } from './support/test-files.ts'

/**
 * `npm test`: everything, cheapest first, stopping at the first part that fails. `node test/run.ts check` is the part
 * that needs no portal. The output ends with the summary of node's own test runner.
 */
const root = resolve(import.meta.dirname, '..')
const tools = join(root, 'node_modules', '.bin')
/** This spares all processes but the first the compiling of our code. */
const compileCache = join(root, 'node_modules', '.cache', 'node')
/** A test that hangs is a failure with a name, not a build that never ends. */
const longestTestMs = 600_000
const { PATH } = process.env

/** Whatever tests write, they write here. */
const scratch = mkdtempSync(join(quickFolder(), 'cong-tin-run-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }))

type Part = { name: string; run: () => Promise<number> }

/** What runs in the browser knows other things than what runs on Node. */
const projects = ['.', 'src/editor']
const types: Part = { name: 'types', run: checkTypes }
const lint: Part = { name: 'lint', run: () => program(join(tools, 'biome'), ['check', '--diagnostic-level=warn']) }
const check: Part[] = [types, lint, { name: 'house and text', run: () => tests(houseFiles) }]
const everything: Part[] = [
  types,
  lint,
  { name: 'house, text and rooms on SQLite', run: () => tests([...houseFiles, ...roomFiles]) },
  { name: 'rooms on PostgreSQL', run: onPostgres },
  { name: 'browser', run: () => tests(browserFiles) },
]

const running = new Set<ChildProcess>()
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

for (const part of process.argv[2] === 'check' ? check : everything) {
  const began = performance.now()
  console.log(`\n── ${part.name}`)
  const exitCode = await part.run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (isStopped) process.exit(130)
  if (exitCode !== 0) {
    console.error(`\n✖ ${part.name} failed after ${seconds} s; what comes after it did not run`)
    process.exit(exitCode)
  }
  // The runner's own summary tells how long the last part took, and stays the last thing printed.
  if (part !== everything.at(-1) && part !== check.at(-1)) console.log(`✔ ${part.name}: ${seconds} s`)
}

async function checkTypes(): Promise<number> {
  for (const project of projects) {
    const exitCode = await program(join(tools, 'tsc'), ['--noEmit', '-p', project])
    if (exitCode !== 0) return exitCode
  }
  return 0
}

function tests(chosen: string[], engine: Record<string, string> = { TEST_ENGINE: 'sqlite' }): Promise<number> {
  const groups = writeGroups(chosen, mkdtempSync(join(scratch, 'groups-')))
  return program(process.execPath, ['--test', '--test-concurrency=2', `--test-timeout=${longestTestMs}`, ...groups], {
    ...engine,
    TMPDIR: scratch,
    TEST_TEMPLATES: join(scratch, 'templates'),
  })
}

async function onPostgres(): Promise<number> {
  const { TEST_POSTGRES_URL } = process.env
  if (TEST_POSTGRES_URL) return tests(engineFiles, { TEST_ENGINE: 'postgres' })
  const server = start(process.execPath, ['test/support/postgres-server.ts'], {}, ['pipe', 'pipe', 'inherit'])
  const url = await firstLine(server)
  if (!url) return 1
  const exitCode = await tests(engineFiles, { TEST_ENGINE: 'postgres', TEST_POSTGRES_URL: url })
  server.stdin?.end()
  await ended(server)
  return exitCode
}

function program(path: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return ended(start(path, args, env, ['ignore', 'inherit', 'inherit']))
}

function start(
  path: string,
  args: string[],
  env: Record<string, string>,
  stdio: ('ignore' | 'inherit' | 'pipe')[],
): ChildProcess {
  // What npm brought comes first: the machine's own Node may be too old for the tools.
  const child = spawn(path, args, {
    cwd: root,
    stdio,
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, PATH: `${tools}${delimiter}${PATH}`, ...env },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(error.message)
      settle(1)
    })
    child.once('exit', (code) => settle(code ?? 1))
  })
}

/** Null when the program ends without a word. */
function firstLine(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return Promise.resolve(null)
  const lines = createInterface(child.stdout)
  return new Promise((settle) => {
    lines.once('line', settle)
    lines.once('close', () => settle(null))
  })
}

/** The database server ends by itself when its input does; its folder goes with it. */
function stop() {
  isStopped = true
  for (const child of running) {
    if (child.stdin) child.stdin.end()
    else child.kill('SIGTERM')
  }
}
