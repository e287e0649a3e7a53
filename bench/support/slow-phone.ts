import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

/** A line and a processor. `latencyMs` goes on top of each request, since Chromium knows no round trips. */
export type Phone = { name: string; latencyMs: number; slowdown: number }

export type Kind = 'page' | 'styles' | 'scripts' | 'fonts' | 'pictures' | 'other'

/** Milliseconds since the reader pressed the link; bytes as they come over the line, headers included. */
export type Visit = {
  firstPaintMs: number
  largestPaintMs: number
  /** What was painted last as the largest. */
  largest: string
  /** Of the whole load and of a walk to the end of the page, all added up. */
  shift: number
  requests: number
  bytes: Record<Kind, number>
}

/** What Lighthouse calls Slow 4G; `down` and `up` in bits a second. */
const line = { down: 1_600_000, up: 750_000 }
const screen = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const kinds: Record<string, Kind> = {
  Document: 'page',
  Stylesheet: 'styles',
  Script: 'scripts',
  Font: 'fonts',
  Image: 'pictures',
}
const watchPaints = `{
  globalThis.seen = { largestPaintMs: 0, largest: '', shift: 0 }
  const watch = (type, look) => new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({ type, buffered: true })
  watch('largest-contentful-paint', ({ startTime, element }) => {
    seen.largestPaintMs = startTime
    seen.largest = element?.localName ?? ''
  })
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
}`
const walkDown = `(async () => {
  for (let place = 0; place < document.body.scrollHeight; place += 400) {
    scrollTo(0, place)
    await new Promise((drawn) => setTimeout(drawn, 100))
  }
})()`

/** Nothing of earlier visits is kept. */
export async function visit(browser: Browser, address: string, phone: Phone): Promise<Visit> {
  const context = await browser.newContext({ ...screen, locale: 'vi-VN' })
  try {
    return await look(context, address, phone)
  } finally {
    await context.close()
  }
}

async function look(context: BrowserContext, address: string, phone: Phone): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const traffic = await count(session)
  await slowDown(session, phone)
  await page.addInitScript(watchPaints)
  await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 })
  const { requests, bytes } = structuredClone(traffic)
  const painted = (await page.evaluate('seen')) as Pick<Visit, 'largestPaintMs' | 'largest'>
  const firstPaintMs = await firstPaint(page)
  await page.evaluate(walkDown)
  await page.waitForLoadState('networkidle')
  const { shift } = (await page.evaluate('seen')) as Pick<Visit, 'shift'>
  const { largestPaintMs, largest } = painted
  return { firstPaintMs, largestPaintMs, largest, shift, requests, bytes }
}

async function slowDown(session: CDPSession, { latencyMs, slowdown }: Phone) {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: line.down / 8,
    uploadThroughput: line.up / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Grows with every answer that arrives. */
async function count(session: CDPSession): Promise<Pick<Visit, 'requests' | 'bytes'>> {
  const traffic = { requests: 0, bytes: { page: 0, styles: 0, scripts: 0, fonts: 0, pictures: 0, other: 0 } }
  const kindOf = new Map<string, Kind>()
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => {
    kindOf.set(requestId, kinds[type] ?? 'other')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.requests += 1
    traffic.bytes[kindOf.get(requestId) ?? 'other'] += encodedDataLength
  })
  return traffic
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN") as Promise<number>
}
