import { isIPv6 } from 'node:net'

/** The address as one of many: a household of IPv6 owns a whole network, so its /56 counts as one. */
export function addressGroup(address: string): string {
  if (/^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address)) return address.slice('::ffff:'.length)
  if (!isIPv6(address)) return address
  const [head = ''] = address.toLowerCase().split('::')
  const [a, b, c, d] = [...head.split(':'), '0', '0', '0', '0'].map((group) => group.padStart(4, '0'))
  return `${a}:${b}:${c}:${d?.slice(0, 2)}00::/56`
}
