/** As it was meant: `gialai.gov.vn` leads to https, `a@b.vn` to a letter. */
export function addressFrom(typed: string): string {
  const address = typed.trim()
  if (address === '' || /^(?:https?:|mailto:|tel:|[/#?])/i.test(address)) return encodeSpaces(address)
  if (/^[^\s/@]+@[^\s/@]+$/.test(address)) return `mailto:${address}`
  return /^[+\d][\d .]{5,}$/.test(address) ? `tel:${address.replace(/[ .]/g, '')}` : `https://${encodeSpaces(address)}`
}

const encodeSpaces = (address: string) => address.replace(/[\s<>]/g, (sign) => encodeURIComponent(sign))

/** Whether it may stand in a link; empty takes the link away. */
export function isAddress(address: string): boolean {
  if (address === '' || /^[/#?]/.test(address)) return true
  if (/^tel:/i.test(address)) return /^tel:\+?\d[\d.-]{2,}$/i.test(address)
  if (/^mailto:/i.test(address)) return /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(address)
  const host = parsed(address)?.hostname ?? ''
  return host.includes('.') || host === 'localhost'
}

/** An address of this portal is kept as a path, so that it outlives a change of its name. */
export function withoutOwnSite(address: string, site: string): string {
  const url = parsed(address)
  if (!url || url.origin !== parsed(site)?.origin) return address
  return url.pathname + url.search + url.hash
}

function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
