import type { Response } from 'express'
import type { PageCache } from './page-cache.ts'
import { type ReadyPage, readyPage, sendPage } from './ready-page.ts'

/** Sends a whole text that everybody may read: compressed, with its tag, and as unchanged to whoever has it. */
export function sendText(res: Response, type: string, text: string): void {
  sendPage(readyText(res, type, text), res.req, res)
}

/** The same for a text that follows from what readers see and from nothing else: it is kept until that changes. */
export async function sendKeptText(
  pages: Pick<PageCache, 'keep'>,
  res: Response,
  type: string,
  text: string,
): Promise<void> {
  const ready = readyText(res, type, text)
  await pages.keep(res.req, ready, [])
  sendPage(ready, res.req, res)
}

function readyText(res: Response, type: string, text: string): ReadyPage {
  res.type(`${type}; charset=utf-8`).vary('Accept-Encoding')
  const ready = readyPage(text, res.getHeaders())
  // They stand in the ready text, and would otherwise be sent twice.
  for (const name of res.getHeaderNames()) res.removeHeader(name)
  return ready
}
