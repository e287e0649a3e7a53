// Runs before every npm script, on whatever Node the machine has: so only old syntax and nothing from node_modules.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = join(root, 'package-lock.json')
// npm writes this file last, so its time tells that an installation was finished.
const installed = join(root, 'node_modules', '.package-lock.json')

function isComplete() {
  if (!existsSync(installed) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false
  return statSync(installed).mtimeMs >= statSync(wanted).mtimeMs
}

if (!isComplete()) {
  console.log('Cổng Tin: đang cài các thư viện, chỉ một lần này… (installing libraries, once)')
  const npm = process.env.npm_execpath
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const answer = npm
    ? spawnSync(process.execPath, [npm, ...quiet], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', quiet, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (answer.status !== 0) {
    console.error('Cổng Tin: chưa cài được thư viện, xem lỗi của npm ở trên. (npm could not install; see above)')
    process.exit(answer.status || 1)
  }
}

// The editor of the newsroom is made from its sources whenever they changed, by the Node that npm brought.
const made = spawnSync(join(root, 'node_modules', '.bin', 'node'), [join('src', 'build-editor.ts')], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (made.status !== 0) process.exit(made.status || 1)
