import { foldPath, type LegacyAddress, type Parameter } from './legacy-address.ts'

/** An address that a reader asked for in vain, without anything that could tell who she is. */
export type Missed = { key: string; address: string; referrer: string }

const mostLetters = 300

/** What machines try everywhere, and what browsers ask for by themselves: nobody followed a link there. */
const attacks =
  /\/(wp-|xmlrpc|phpmyadmin|pma\/|myadmin|adminer|cgi-bin|vendor\/|actuator|solr\/|hnap1|boaform|owa\/|autodiscover|ecp\/|shell|eval-stdin|telescope|_ignition|server-status|manager\/html|\.(env|git|svn|hg|ds_store|aws|ssh|vscode|htaccess|htpasswd|well-known))/
const files = /\.(env|sql|bak|old|orig|swp|ini|conf|log|ya?ml|toml|pem|key|zip|rar|7z|t?gz|tar|sh|exe|map|db)$/
const browsers = /\/(apple-touch-icon|browserconfig\.xml|favicon|ads\.txt|app-ads\.txt|mstile|sw\.js|service-worker)/
const tricks = /\.\.|[<>"'`{}|^$\\]|\/\/|(union|select|sleep|concat|script|passwd|etc)[\s(/]|\ufffd/

/** Null for what is not worth a line. `referrer` is the header as it came. */
export function missedAddress(address: LegacyAddress, referrer: string | undefined): Missed | null {
  const { path } = address
  if (path.length > mostLetters || isNoise(path)) return null
  const named = address.parameters.filter(isHarmless).map(({ name, value }) => `${name}=${value}`)
  const whole = named.length === 0 ? path : `${path}?${named.join('&')}`
  return whole.length > mostLetters ? null : { key: whole, address: whole, referrer: hostOf(referrer) }
}

export const isNoise = (path: string): boolean =>
  [attacks, files, browsers, tricks].some((signs) => signs.test(path)) || isJunk(path)

/** Neither words nor numbers of a page: half of it are other signs, or one step is longer than any word. */
function isJunk(path: string): boolean {
  const letters = path.match(/[\p{L}\p{M}\p{N}/.,\s_-]/gu)?.length ?? 0
  return letters < path.length * 0.8 || /[a-z\d+=]{60,}/.test(path)
}

/** A short number, perhaps behind a word: it names an article, not a person. */
const isHarmless = ({ name, value }: Parameter) => /^\w{1,20}$/.test(name) && /^[a-z]{0,12}\d{1,8}$/i.test(value)

/** Where the link stands, not on which page: that may be somebody's own. */
function hostOf(referrer: string | undefined): string {
  if (!referrer || !URL.canParse(referrer)) return ''
  const { hostname } = new URL(referrer)
  return hostname.length > 100 ? '' : hostname
}

/** The words of an address, for looking for what it was about: its longest step without number and ending. */
export function wordsOfAddress(address: string): string {
  const [path = ''] = address.split('?')
  const steps = foldPath(Buffer.from(path))
    .split('/')
    .map((step) =>
      step
        .replace(/\.[a-z]{2,5}$/, '')
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .filter((word) => /\p{L}/u.test(word)),
    )
  return (steps.sort((a, b) => b.length - a.length)[0] ?? []).slice(0, 12).join(' ')
}
