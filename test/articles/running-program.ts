import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeAfterTest } from '../support/close-after-test.ts'
import { root } from '../support/sources.ts'

export type RunningProgram = {
  origin: string
  /** As a power cut would: nothing is finished, nobody is asked. */
  kill(): Promise<void>
}

/** The real program in a process of its own, once it answers. */
export async function startProgram(settings: Record<string, string>): Promise<RunningProgram> {
  const { PATH } = process.env
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: { PATH, LOG_LEVEL: 'error', ...settings } })
  const kill = () => ended(child)
  closeAfterTest(kill)
  await greeting(child)
  return { origin: `http://127.0.0.1:${settings['PORT']}`, kill }
}

function greeting(child: ChildProcess): Promise<void> {
  let heard = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (piece) => {
      heard += piece
      if (/\n\n$/.test(heard)) resolve()
    })
    child.stderr?.on('data', (piece) => {
      heard += piece
    })
    child.once('close', () => reject(new Error(`the program ended: ${heard}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
