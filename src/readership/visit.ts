import type { IncomingHttpHeaders } from 'node:http'

/** Who asked for a page, as far as a request tells. */
export type Visit = { address: string; headers: IncomingHttpHeaders }

/**
 * Programs name themselves: robots of search engines, previews of links, monitors, libraries. Applications of Zalo and
 * Facebook, in which people read, must not fall under it.
 */
const program =
  /bot\b|bot[-/_]|crawl|spider|slurp|archiv|preview|facebookexternalhit|headless|lighthouse|pagespeed|monitor|uptime|pingdom|check|scan|fetch|feed|rss|curl|wget|libwww|python|perl|ruby|java\/|okhttp|axios|undici|node|go-http|php|scrapy|httpclient|postman|insomnia/i

/** Whether a person opened the page to read it now. */
export function isReader({ headers }: Pick<Visit, 'headers'>): boolean {
  const agent = headers['user-agent'] ?? ''
  return (
    agent.length > 10 &&
    !program.test(agent) &&
    // Every browser asks for HTML when somebody opens a page; most programs do not.
    (headers.accept ?? '').includes('text/html') &&
    !isAhead(headers) &&
    isOpening(headers)
  )
}

/** Fetched before anybody asked for it. */
const isAhead = (headers: IncomingHttpHeaders) =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/i.test(`${headers[name]}`),
  )

/** Newer browsers say what a request is for; that of a cheap phone may say nothing. */
const isOpening = (headers: IncomingHttpHeaders) =>
  (headers['sec-fetch-dest'] ?? 'document') === 'document' && (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate'
