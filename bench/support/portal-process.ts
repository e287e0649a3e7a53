import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const started = 'quan-tri'

export type PortalProcess = {
  origin: string
  pid: number
  folder: string
  child: ChildProcess
  stop: () => Promise<void>
}

/**
 * The whole portal as a process of its own, in a new folder with the sample district, pinned to `core`; `settings` as in
 * the README. Settles when it greets, that is, when it answers. `stop` ends it and deletes the folder.
 */
export async function startPortalProcess(port: number, core: string, settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cong-tin-bench-'))
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: `sqlite:${join(folder, 'portal.db')}`,
      UPLOADS: join(folder, 'uploads'),
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await greeting(child)
  const pid = child.pid ?? 0
  pin(pid, core)
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin: `http://127.0.0.1:${port}`, pid, folder, child, stop } satisfies PortalProcess
}

function greeting(child: ChildProcess): Promise<void> {
  return new Promise((settle, fail) => {
    child.once('exit', (code) => fail(new Error(`the portal ended with ${code} before it answered`)))
    child.stdout?.on('data', (text) => String(text).includes(started) && settle())
  })
}

/** Where the system can: without it, servers and load share the cores and ratios are noisier. */
export function pin(pid: number, core: string) {
  spawnSync('taskset', ['-acp', core, String(pid)])
}
