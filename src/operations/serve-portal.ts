import type { Server } from 'node:http'
import { accountWords, inviteFirstAdministrator } from '../accounts/index.ts'
import type { Config } from '../config.ts'
import { createPortal, type Portal } from '../portal.ts'
import type { World } from '../site/world.ts'
import type { Duty } from './duty.ts'
import { createHealth } from './health.ts'
import { handOver, listen, shut } from './listening.ts'

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

export async function servePortal(tools: ServeTools, duty: Duty): Promise<ServedPortal> {
  const { config, world, say } = tools
  const portal = await createPortal(config, world)
  if (duty === 'begin' && (await portal.fillIfUntouched()))
    say('Cổng Tin: đã nạp huyện mẫu vào cổng còn trống. (loaded the sample district)')
  const servers = await openPorts(portal, config)
  if (duty === 'begin') await greet(tools, portal)

  const failed = (what: string) => (error: unknown) => world.log.error({ err: error }, what)
  // Readers are served meanwhile, with what the older version made.
  if (duty !== 'answer') void portal.renewOutdated().catch(failed('could not renew'))
  const catchUp = duty === 'answer' ? portal.catchUpHere : portal.catchUp
  const minutes = everyMinute(() => catchUp().catch(failed('could not catch up')))

  async function end(leave: (server: Server) => Promise<void>) {
    clearInterval(minutes)
    await Promise.all(servers.map(leave))
    await portal.close()
  }

  return { stop: () => end(shut), retire: () => end(handOver) }
}

async function openPorts(portal: Portal, config: Config): Promise<Server[]> {
  const health = createHealth(portal.database, config)
  const { publicSite, staffSite } = portal
  const servers = [
    await listen((req, res) => health.answer(req, res) || publicSite(req, res), config.port, config.host),
  ]
  if (staffSite && config.staffPort)
    servers.push(
      await listen((req, res) => health.answer(req, res) || staffSite(req, res), config.staffPort, config.host),
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
