import { once } from 'node:events'
import { get, request } from 'node:http'
import type { TestPortal } from '../support/test-portal.ts'

export type Reader = { agent?: string; address?: string; headers?: Record<string, string>; method?: string }

/** As a browser asks when somebody opens a page; `fetch` of Node would say that no person does. */
export async function read(portal: TestPortal, path: string, reader: Reader = {}): Promise<number> {
  const { agent = 'Mozilla/5.0 (Linux; Android 9) Firefox/130.0', address, headers = {}, method = 'GET' } = reader
  const asked = (method === 'GET' ? get : request)(portal.origin + path, {
    method,
    headers: {
      'user-agent': agent,
      accept: 'text/html,*/*;q=0.8',
      ...(address ? { 'x-forwarded-for': address } : {}),
      ...headers,
    },
  })
  asked.end()
  const [answer] = await once(asked, 'response')
  answer.resume()
  await once(answer, 'end')
  return answer.statusCode
}

/** As many people as that, each with a device of her own. */
export async function readBy(portal: TestPortal, count: number, path: string): Promise<void> {
  for (let place = 0; place < count; place++)
    await read(portal, path, { agent: `Mozilla/5.0 Firefox/130.0 device ${place}` })
}
