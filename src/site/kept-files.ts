import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from './faults.ts'

/** Files that can be made again at any time: made when first asked for, kept in a folder that does not grow for ever. */
export type KeptFiles = {
  readonly folder: string
  /** Makes the file of this name unless it is there. Throws a 503 fault while too many others wait to be made. */
  keep(name: string, make: () => Promise<Uint8Array>): Promise<void>
}

type Limits = { most: number; mostWaiting: number }

/** Several processes may share the folder: a file is whole as soon as it has its name. */
export function keptFiles(folder: string, { most, mostWaiting }: Limits): KeptFiles {
  const beingMade = new Map<string, Promise<void>>()
  const roomFor = Math.ceil(most / 10)
  let sinceSweep = roomFor

  async function keep(name: string, make: () => Promise<Uint8Array>): Promise<void> {
    if (await isThere(join(folder, name))) return
    if (beingMade.has(name)) return beingMade.get(name)
    if (beingMade.size >= mostWaiting) throw new Fault(503)
    const making = write(name, make).finally(() => beingMade.delete(name))
    beingMade.set(name, making)
    return making
  }

  async function write(name: string, make: () => Promise<Uint8Array>) {
    const bytes = await make()
    await mkdir(folder, { recursive: true })
    if (++sinceSweep >= roomFor) await sweep()
    const growing = join(folder, `${randomUUID()}.tmp`)
    await writeFile(growing, bytes)
    await rename(growing, join(folder, name))
  }

  /** The oldest go, so many that the next ones have room. */
  async function sweep() {
    sinceSweep = 0
    const names = await readdir(folder)
    const tooMany = names.length + roomFor - most
    if (tooMany <= 0) return
    const dated = await Promise.all(names.map(async (name) => ({ name, age: await changedAt(join(folder, name)) })))
    const oldest = dated.sort((a, b) => a.age - b.age).slice(0, tooMany)
    for (const { name } of oldest) await rm(join(folder, name), { force: true })
  }

  return { folder, keep }
}

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    // Another process was quicker to remove it.
    () => 0,
  )

const isThere = async (path: string) => (await changedAt(path)) > 0
