import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import BetterSqlite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { readConfig } from '../src/config.ts'
import { createPortal } from '../src/portal.ts'
import { realWorld } from '../src/site/world.ts'
import { noteQueries } from '../test/support/note-queries.ts'
import { type Rows, templateOf } from './support/page-template.ts'

/**
 * The least that a page can cost which is made anew from the database: the same statements, prepared, and a template literal
 * that writes the same bytes, on bare `node:http`. It learns both from the portal itself, in the folder that `DATABASE_URL` names.
 */
const paths = process.argv.slice(2)
const config = readConfig({ ...process.env, PAGE_CACHE_MB: '0', LOG_LEVEL: 'silent' })
const file = new BetterSqlite(config.databaseUrl.replace('sqlite:', ''), { readonly: true })
const pages = new Map<string, { html: string; make: () => string; headers: string[] }>()
await learn()

const server = createServer(answer).listen(0, '127.0.0.1', () => {
  process.send?.({
    port: (server.address() as AddressInfo).port,
    pages: [...pages].map(([path, { html }]) => [path, html]),
  })
})

function answer(req: IncomingMessage, res: ServerResponse) {
  const page = pages.get(req.url ?? '')
  if (!page) return void res.writeHead(404).end()
  const body = Buffer.from(page.make())
  res.writeHead(200, [...page.headers, 'Content-Length', String(body.length)])
  res.end(body)
}

async function learn() {
  const portal = await createPortal(config, realWorld('silent'))
  const noted = noteQueries(portal.database.read)
  const learning = createServer(portal.publicSite).listen(0, '127.0.0.1')
  await new Promise((done) => learning.once('listening', done))
  const origin = `http://127.0.0.1:${(learning.address() as AddressInfo).port}`
  for (const path of paths) {
    // The second time, what all pages share is known.
    await (await fetch(origin + path)).text()
    noted.taken()
    const response = await fetch(origin + path)
    const html = await response.text()
    pages.set(path, { html, make: maker(html, noted.taken()), headers: keptOf(response.headers) })
  }
  learning.close()
  learning.closeAllConnections()
  await portal.close()
}

/** But for what `node:http` adds by itself, or the length says. */
function keptOf(headers: Headers): string[] {
  return [...headers].filter(([name]) => !/^(content-length|date|connection|keep-alive)$/.test(name)).flat()
}

function maker(html: string, queries: CompiledQuery[]): () => string {
  const statements = queries.map(({ sql, parameters }) => ({ statement: file.prepare(sql), parameters }))
  const read = () => statements.map(({ statement, parameters }) => statement.all(parameters) as Rows)
  const { fill } = templateOf(html, read())
  if (fill(read()) !== html) throw new Error('the template does not write the page')
  return () => fill(read())
}
