import { isIP } from 'node:net'

export type Language = 'vi' | 'en'
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

export type Config = Readonly<{
  port: number
  host: string
  /** Canonical origin without a trailing slash, such as `https://dakpo.gialai.gov.vn`. */
  siteUrl: string
  databaseUrl: string
  databaseReadUrl: string | null
  /** Folder of received pictures and documents. */
  uploads: string
  /** When set, staff pages answer on this port only. */
  staffPort: number | null
  /** Origin of the newsroom: the site's own, or its host with the port for staff. */
  staffUrl: string
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  trustProxy: readonly string[]
  timeZone: string
  language: Language
  logLevel: LogLevel
  /** A copy for trying things out, which no search engine may keep. */
  isStaging: boolean
  /** Megabytes for public pages that are kept ready; 0 keeps none. */
  pageCacheMegabytes: number
  /** Processes that answer; 1 is this one alone. */
  workers: number
  /** Whole addresses that are told of articles. They may hold secrets. */
  webhooks: readonly string[]
  /** Bytes that sign what they are told: one secret for all of them, or one for each, in their order. */
  webhookSecret: readonly Buffer[]
  /** A host name; or, for trying it out on one machine, an origin of this machine. */
  indexnowHost: string
  /** Search engines are told of articles when it is set. Everybody may know it. */
  indexnowKey: string | null
}>

export const settingNames = [
  'PORT',
  'HOST',
  'SITE_URL',
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'UPLOADS',
  'STAFF_PORT',
  'TRUST_PROXY',
  'TIME_ZONE',
  'LANGUAGE',
  'LOG_LEVEL',
  'STAGING',
  'PAGE_CACHE_MB',
  'WORKERS',
  'WEBHOOKS',
  'WEBHOOK_SECRET',
  'INDEXNOW_HOST',
  'INDEXNOW_KEY',
] as const

/** What stands in them is never repeated in a message. */
const secretSettings: readonly string[] = ['WEBHOOKS', 'WEBHOOK_SECRET']

type SettingName = (typeof settingNames)[number]
type Environment = Readonly<Record<string, string | undefined>>

/** Throws one `ConfigFault` that lists every malformed setting. */
export function readConfig(env: Environment): Config {
  const faults: string[] = []
  const setting = <T>(name: SettingName, standard: string, read: (text: string) => T | Wrong): T => {
    const text = env[name]?.trim() || standard
    const value = read(text)
    const shown = secretSettings.includes(name) ? '…' : text
    if (value instanceof Wrong) faults.push(`${name}=${shown}: ${value.advice}`)
    // A wrong value never leaves this function: the faults are thrown below.
    return value as T
  }

  const port = setting('PORT', '3000', readPort)
  const config = {
    port,
    host: setting('HOST', '127.0.0.1', readHost),
    siteUrl: setting('SITE_URL', `http://localhost:${Number.isInteger(port) ? port : ''}`, readOrigin),
    databaseUrl: setting('DATABASE_URL', 'sqlite:./data/portal.db', readDatabaseUrl),
    databaseReadUrl: setting('DATABASE_READ_URL', '', optional(readPostgresUrl)),
    uploads: setting('UPLOADS', './uploads', (text) => text),
    staffPort: setting('STAFF_PORT', '', optional(readPort)),
    trustProxy: setting('TRUST_PROXY', '', readAddresses),
    timeZone: setting('TIME_ZONE', 'Asia/Ho_Chi_Minh', readTimeZone),
    language: setting('LANGUAGE', 'vi', oneOf<Language>('vi', 'en')),
    logLevel: setting('LOG_LEVEL', 'info', oneOf<LogLevel>('silent', 'error', 'warn', 'info', 'debug')),
    isStaging: setting('STAGING', '0', oneOf('0', '1')) === '1',
    pageCacheMegabytes: setting('PAGE_CACHE_MB', '64', readMegabytes),
    workers: setting('WORKERS', '1', readWorkers),
    webhooks: setting('WEBHOOKS', '', readWebhooks),
    webhookSecret: setting('WEBHOOK_SECRET', '', readSecrets),
    indexnowHost: setting('INDEXNOW_HOST', 'api.indexnow.org', readIndexNowHost),
    indexnowKey: setting('INDEXNOW_KEY', '', optional(readIndexNowKey)),
  }

  if (faults.length === 0 && config.staffPort === config.port) faults.push('STAFF_PORT: must differ from PORT')
  if (faults.length === 0 && config.databaseReadUrl && config.databaseUrl.startsWith('sqlite:')) {
    faults.push('DATABASE_READ_URL: only together with a postgres:// DATABASE_URL')
  }
  if (faults.length === 0 && !isSecretEnough(config)) {
    faults.push(
      'WEBHOOK_SECRET: one for all WEBHOOKS, or one for each; make one by: echo whsec_$(openssl rand -base64 32)',
    )
  }
  if (faults.length > 0) throw new ConfigFault(faults)
  return Object.freeze({ ...config, staffUrl: staffOrigin(config.siteUrl, config.staffPort) })
}

function staffOrigin(siteUrl: string, staffPort: number | null): string {
  if (staffPort === null) return siteUrl
  const url = new URL(siteUrl)
  url.port = String(staffPort)
  return url.origin
}

export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(`Cấu hình chưa đúng (wrong settings):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  }
}

class Wrong {
  readonly advice: string

  constructor(advice: string) {
    this.advice = advice
  }
}

const optional =
  <T>(read: (text: string) => T | Wrong) =>
  (text: string): T | null | Wrong =>
    text === '' ? null : read(text)

const oneOf =
  <T extends string>(...choices: T[]) =>
  (text: string): T | Wrong =>
    choices.find((choice) => choice === text) ?? new Wrong(`one of ${choices.join(', ')}`)

function readPort(text: string): number | Wrong {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65535 ? port : new Wrong('a port from 1 to 65535')
}

function readMegabytes(text: string): number | Wrong {
  return /^\d{1,5}$/.test(text) ? Number(text) : new Wrong('a number of megabytes, 0 for none')
}

function readWorkers(text: string): number | Wrong {
  const count = Number(text)
  return /^\d{1,2}$/.test(text) && count >= 1 && count <= 64 ? count : new Wrong('a number from 1 to 64')
}

function readHost(text: string): string | Wrong {
  return isIP(text) || /^[a-z0-9.-]+$/i.test(text) ? text : new Wrong('an address or host name to listen on')
}

function readOrigin(text: string): string | Wrong {
  const advice = new Wrong('an origin such as https://dakpo.gialai.gov.vn, without a path')
  if (!URL.canParse(text)) return advice
  const url = new URL(text)
  const isOrigin = /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  return isOrigin ? url.origin : advice
}

function readDatabaseUrl(text: string): string | Wrong {
  if (/^sqlite:.+/.test(text)) return text
  const url = readPostgresUrl(text)
  return url instanceof Wrong ? new Wrong('sqlite:./data/portal.db or postgres://…') : url
}

function readPostgresUrl(text: string): string | Wrong {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? text : new Wrong('postgres://user:password@host/name')
}

/** An address list only: believing every proxy would let a stranger choose the address that is throttled. */
function readAddresses(text: string): string[] | Wrong {
  const addresses = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const isKnown = (address: string) =>
    ['loopback', 'linklocal', 'uniquelocal'].includes(address) || isIP(address.split('/')[0] ?? '') > 0
  return addresses.every(isKnown) ? addresses : new Wrong('addresses or networks, such as 127.0.0.1, 10.0.0.0/8')
}

function readTimeZone(text: string): string | Wrong {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
  } catch {
    return new Wrong('a zone name such as Asia/Ho_Chi_Minh')
  }
}

const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean)
const mostWebhooks = 10

/** What is signed may still be read on its way, so only this machine is told without TLS. */
function readWebhooks(text: string): string[] | Wrong {
  const addresses = listed(text)
  const isRight = addresses.every(isWebhook) && new Set(addresses).size === addresses.length
  return isRight && addresses.length <= mostWebhooks
    ? addresses
    : new Wrong(
        `at most ${mostWebhooks} different https:// addresses with commas between them, without user, password and #`,
      )
}

function isWebhook(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
  return isPrivate && !username && !password && !hash
}

const isThisMachine = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** As Standard Webhooks writes them: base64 of 24 to 64 bytes. */
function readSecrets(text: string): Buffer[] | Wrong {
  const secrets = listed(text).map((one) => {
    const [, letters = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(one) ?? []
    return Buffer.from(letters, 'base64')
  })
  return secrets.every(({ length }) => length >= 24 && length <= 64)
    ? secrets
    : new Wrong('whsec_ and 24 to 64 bytes in base64; make one by: echo whsec_$(openssl rand -base64 32)')
}

function isSecretEnough({ webhooks, webhookSecret }: Pick<Config, 'webhooks' | 'webhookSecret'>): boolean {
  return webhooks.length === 0 || webhookSecret.length === 1 || webhookSecret.length === webhooks.length
}

function readIndexNowHost(text: string): string | Wrong {
  const isHost = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) && !isIP(text)
  const isLocal = /^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/.test(text)
  return isHost || isLocal ? text : new Wrong('a host name such as api.indexnow.org')
}

function readIndexNowKey(text: string): string | Wrong {
  return /^[a-zA-Z0-9-]{8,128}$/.test(text) ? text : new Wrong('8 to 128 letters without marks, digits and -')
}
