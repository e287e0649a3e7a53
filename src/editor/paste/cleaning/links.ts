/** What follows readers from page to page, and says nothing of the page. */
const trackers =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|zarsrc|mibextid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|__\w+__.*)$/i
const mostSteps = 3

/** The address as an article may carry it; null where it leads to no page, letter box or telephone. */
export function articleAddress(written: string): string | null {
  let address = parsed(written)
  for (let step = 0; step < mostSteps && address; step++) {
    const behind = behindRedirect(address)
    if (behind === null) break
    address = parsed(behind)
  }
  if (!address || !/^(?:https?|mailto|tel):$/.test(address.protocol)) return null
  return /^https?:$/.test(address.protocol) ? withoutTrackers(address) : address.href
}

function parsed(written: string): URL | null {
  try {
    return new URL(written.trim())
  } catch {
    return null
  }
}

/** Facebook, Zalo and Google lead every reader through a page of theirs. */
function behindRedirect({ hostname, pathname, searchParams }: URL): string | null {
  if (/(?:^|\.)facebook\.com$/.test(hostname) && pathname === '/l.php') return searchParams.get('u')
  if (/^(?:www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url')
  if (/(?:^|\.)youtube\.com$/.test(hostname) && pathname === '/redirect') return searchParams.get('q')
  return null
}

function withoutTrackers(address: URL): string {
  const followed = [...address.searchParams.keys()].filter((name) => trackers.test(name))
  for (const name of followed) address.searchParams.delete(name)
  return address.href
}
