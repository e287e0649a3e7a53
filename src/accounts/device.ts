/** Most browsers also claim to be Chrome or Safari: the more telling name comes first. */
const browsers = {
  Edg: 'Edge',
  EdgA: 'Edge',
  EdgiOS: 'Edge',
  OPR: 'Opera',
  coc_coc_browser: 'Cốc Cốc',
  SamsungBrowser: 'Samsung Internet',
  FxiOS: 'Firefox',
  Firefox: 'Firefox',
  CriOS: 'Chrome',
  Chrome: 'Chrome',
  Safari: 'Safari',
}

/** Android also claims to be Linux, and an iPhone to be like a Mac. */
const systems = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'Windows',
  'Mac OS X': 'Mac',
  CrOS: 'ChromeOS',
  Linux: 'Linux',
}

/**
 * Enough to recognise one's own device in what a browser says of itself, such as “Chrome trên Android”; `on` is the
 * word between. What is not known is told as it stands, cut short.
 */
export function deviceName(agent: string, on: string): string {
  const browser = Object.entries(browsers).find(([sign]) => agent.includes(`${sign}/`))?.[1]
  const system = Object.entries(systems).find(([sign]) => agent.includes(sign))?.[1]
  return [browser, system].filter(Boolean).join(` ${on} `) || agent.slice(0, 40)
}
