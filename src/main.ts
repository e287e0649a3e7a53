import { createServer, type Server } from 'node:http'
import { enableCompileCache } from 'node:module'

const oldestNode = 24

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(
    `Cổng Tin cần Node ${oldestNode} trở lên, máy này chạy Node ${process.versions.node}. Hãy chạy bằng “npm start”. ` +
      `(Cổng Tin needs Node ${oldestNode} or newer; “npm start” brings its own.)`,
  )
  process.exit(1)
}

// The second start finds the code compiled.
enableCompileCache()

// Imported only now: on an older Node these files could not even be read.
const { accountWords, inviteFirstAdministrator } = await import('./accounts/index.ts')
const { ConfigFault, readConfig } = await import('./config.ts')
const { DatabaseUnusable } = await import('./database/index.ts')
const { createPortal } = await import('./portal.ts')
const { realWorld } = await import('./site/world.ts')

const longestStopMs = 10_000

try {
  await serve()
} catch (error) {
  if (!(error instanceof ConfigFault || error instanceof DatabaseUnusable)) throw error
  console.error(error.message)
  process.exit(1)
}

async function serve() {
  const config = readConfig(process.env)
  const world = realWorld(config.logLevel)
  const portal = await createPortal(config, world)
  if (await portal.fillIfUntouched())
    console.log('Cổng Tin: đã nạp huyện mẫu vào cổng còn trống. (loaded the sample district)')

  const servers = [await listen(createServer(portal.publicSite), config.port, config.host)]
  if (portal.staffSite && config.staffPort)
    servers.push(await listen(createServer(portal.staffSite), config.staffPort, config.host))

  console.log(
    `\n  Cổng Tin đang chạy (running):   ${config.siteUrl}\n  Phòng tin (newsroom):           ${config.staffUrl}/quan-tri`,
  )
  const firstName = accountWords[config.language].roleNames.administrator
  const invitation = await inviteFirstAdministrator({ database: portal.database, world }, firstName)
  if (invitation)
    console.log(
      `\n  Mở đường dẫn này một lần để tạo tài khoản quản trị đầu tiên (one-time, first administrator):\n  ${config.staffUrl}${invitation}`,
    )
  console.log('')

  // Readers are served meanwhile, with what the older version made.
  void portal.renewOutdated().catch((error: unknown) => world.log.error({ err: error }, 'could not renew'))
  const minutes = everyMinute(() =>
    portal.catchUp().catch((error: unknown) => world.log.error({ err: error }, 'could not catch up')),
  )

  const stop = () => {
    clearInterval(minutes)
    void stopCleanly(servers, portal.close)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** At once, then each minute; a run that takes longer is not joined by another. */
function everyMinute(work: () => Promise<void>) {
  let isRunning = false
  const run = async () => {
    if (isRunning) return
    isRunning = true
    await work()
    isRunning = false
  }
  void run()
  return setInterval(() => void run(), 60_000)
}

/** Slow senders are cut off: an idle socket costs, and a portal in a storm has many visitors. */
function listen(server: Server, port: number, host: string): Promise<Server> {
  server.headersTimeout = 10_000
  // A photo from a phone on a slow line takes minutes.
  server.requestTimeout = 300_000
  server.keepAliveTimeout = 5_000
  return new Promise((resolve) => {
    server.once('error', (error) => {
      console.error(`Không mở được cổng mạng ${port} (cannot listen on port ${port}): ${error.message}`)
      process.exit(1)
    })
    server.listen(port, host, () => resolve(server))
  })
}

/** Finishes what was begun, then closes the database. */
async function stopCleanly(servers: Server[], close: () => Promise<void>) {
  const forced = setTimeout(() => process.exit(1), longestStopMs)
  forced.unref()
  await Promise.all(servers.map(closeServer))
  await close()
  process.exit(0)
}

function closeServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
