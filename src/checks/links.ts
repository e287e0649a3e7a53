/** Where a link leads. Paths are lower case, without query, hash and last slash; hosts lower case, without `www.` */
export type Target =
  | { kind: 'inside'; path: string }
  | { kind: 'outside'; host: string }
  | { kind: 'contact' }
  | { kind: 'nowhere' }

/** An article stands there, so that an address without its first slash is read as a browser reads it. */
const base = new URL('https://portal.invalid/tin-bai/')
const nowhere: Target = { kind: 'nowhere' }

export function targetOf(href: string | null, siteHosts: readonly string[]): Target {
  const address = (href ?? '').trim()
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base.href)) return nowhere
  const url = new URL(address, base)
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { kind: 'contact' }
  if (url.hostname === '') return nowhere
  const isOurs = url.hostname === base.hostname || siteHosts.some((host) => isHost(url, host))
  return isOurs
    ? { kind: 'inside', path: url.pathname.toLowerCase().replace(/\/$/, '') || '/' }
    : { kind: 'outside', host: shortHost(url.hostname) }
}

const isHost = ({ host, hostname }: URL, name: string) => [host, hostname].includes(name.toLowerCase())

export const shortHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

/** Offices of the state; everybody may link to them. */
const stateHosts = ['gov.vn', 'chinhphu.vn', 'quochoi.vn']

/** Whether the office has linked to that host before, or it belongs to the state. */
export function isFamiliarHost(host: string, knownHosts: readonly string[]): boolean {
  return [...stateHosts, ...knownHosts.map(shortHost)].some((known) => host === known || host.endsWith(`.${known}`))
}
