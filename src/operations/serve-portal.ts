import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { accountWords, inviteFirstAdministrator } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { createPortal, type Portal } from '../portal.ts'
import type { World } from '../site/world.ts'
import { type Duty, firstWorker } from './duty.ts'
import { createHealth } from './health.ts'
import { handOver, listen, shut } from './listening.ts'
import { createMetricsDoor, isLocal } from './metrics-door.ts'
import { readOneProcess, readWorkers } from './worker-figures.ts'

export type ServeTools = {
  config: Config
  world: World
  /** Tells the person who started the program. */
  say: (text: string) => void
}

/** A portal that answers on its ports. Both ways to end it finish what was begun. */
export type ServedPortal = {
  stop(): Promise<void>
  /** For a process whose successor answers already. */
  retire(): Promise<void>
}

/** `number`: which of the workers it is. */
export async function servePortal(tools: ServeTools, duty: Duty, number = firstWorker): Promise<ServedPortal> {
  const { config, world, say } = tools
  const portal = await createPortal(config, world)
  if (duty === 'begin' && (await portal.fillIfUntouched()))
    say('Cổng Tin: đã nạp huyện mẫu vào cổng còn trống. (loaded the sample district)')
  if (duty !== 'answer') await portal.announcements.settle()
  const servers = await openPorts(portal, config, number)
  if (duty === 'begin') await greet(tools, portal)

  const failed = (what: string) => (error: unknown) => world.log.error({ err: error }, what)
  // Readers are served meanwhile, with what the older version made.
  if (duty !== 'answer') void portal.renewOutdated().catch(failed('could not renew'))
  const catchUp = duty === 'answer' ? portal.catchUpHere : portal.catchUp
  const minutes = everyMinute(() => catchUp().catch(failed('could not catch up')))
  const tell = () => void portal.announcements.deliver().catch(failed('could not tell of articles'))
  const seconds = duty === 'answer' ? undefined : setInterval(tell, 5_000)

  async function end(leave: (server: Server) => Promise<void>) {
    clearInterval(minutes)
    clearInterval(seconds)
    await Promise.all(servers.map(leave))
    await portal.close()
  }

  return { stop: () => end(shut), retire: () => end(handOver) }
}

async function openPorts(portal: Portal, config: Config, number: number): Promise<Server[]> {
  const { publicSite, staffSite, metrics } = portal
  const { workers, port, staffPort, host } = config
  const health = createHealth(portal.database, config)
  const figures = createMetricsDoor(
    metrics,
    workers > 1 ? readWorkers(metrics.ofProcess, { number, count: workers }) : readOneProcess(metrics.ofProcess),
  )
  const answer =
    (site: RequestListener, mayRead: (req: IncomingMessage) => boolean): RequestListener =>
    (req, res) =>
      health.answer(req, res) || figures.answer(req, res, mayRead) || site(req, res)

  const servers = [await listen(answer(publicSite, staffPort ? () => false : isLocal), port, host)]
  if (staffSite && staffPort)
    servers.push(
      await listen(
        answer(staffSite, () => true),
        staffPort,
        host,
      ),
    )
  return servers
}

async function greet({ config, world, say }: ServeTools, { database }: Portal): Promise<void> {
  say(
    `\n  Cổng Tin đang chạy (running):   ${config.siteUrl}\n  Phòng tin (newsroom):           ${config.staffUrl}/quan-tri`,
  )
  const firstName = accountWords[config.language].roleNames.administrator
  const invitation = await inviteFirstAdministrator({ database, world }, firstName)
  if (invitation)
    say(
      `\n  Mở đường dẫn này một lần để tạo tài khoản quản trị đầu tiên (one-time, first administrator):\n  ${config.staffUrl}${invitation}`,
    )
  say('')
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
