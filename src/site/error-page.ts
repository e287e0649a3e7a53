import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Config } from '../config.ts'
import { shortDate } from '../text/dates.ts'
import { Fault, notFound } from './faults.ts'
import type { ErrorPage } from './layout.ts'
import type { PageCache } from './page-cache.ts'
import type { Show } from './show.ts'
import { type SiteWords, siteWords } from './words.ts'
import type { World } from './world.ts'

type ErrorTools = {
  config: Pick<Config, 'language' | 'timeZone'>
  world: World
  show: Show
  pages: Pick<PageCache, 'answerWithLast'>
}
type Verdict = { status: number; since: string | null; reference: string | null }

/** For an address that is a secret: whatever goes wrong there, the log does not tell where. */
export const keepOutOfLog = (res: Response): void => {
  res.locals['isSecretAddress'] = true
}

/** The only place where an error becomes an answer. */
export function createErrorPages({ config, world, show, pages }: ErrorTools): {
  unknownAddress: RequestHandler
  error: ErrorRequestHandler
} {
  const words = siteWords[config.language]

  async function answer(error: unknown, req: Request, res: Response) {
    const path = res.locals['isSecretAddress'] ? null : req.path
    if (hasLeft(error)) return void world.log.debug({ path }, 'reader left')
    const verdict = judge(error)
    if (verdict.reference)
      world.log.error({ err: error, reference: verdict.reference, method: req.method, path }, 'bug')
    if (res.headersSent) return void res.destroy()
    // What was true a moment ago serves a reader better than an apology.
    if (verdict.reference && pages.answerWithLast(req, res)) return
    try {
      await show(res, 'site/error', errorPage(verdict, req.path, words, config.timeZone), verdict.status)
    } catch (second) {
      world.log.error({ err: second, reference: verdict.reference }, 'error page failed')
      res
        .status(verdict.status)
        .type('html')
        .end(plainPage(verdict, words, config.language))
    }
  }

  function judge(error: unknown): Verdict {
    if (error instanceof Fault) return { status: error.status, since: error.since, reference: null }
    const status = (error as { status?: unknown }).status
    if (typeof status === 'number' && status >= 400 && status < 500) return { status, since: null, reference: null }
    return { status: 500, since: null, reference: world.random(4).toString('hex') }
  }

  return {
    unknownAddress: () => notFound(),
    error: (error, req, res, _next) => void answer(error, req, res),
  }
}

/** The reader closed the connection before sending everything: nobody is there to be answered. */
const hasLeft = (error: unknown) => (error as { type?: string }).type === 'request.aborted'

function errorPage({ status, since, reference }: Verdict, path: string, words: SiteWords, timeZone: string): ErrorPage {
  const { title, text } = wordsFor(status, words)
  return {
    head: { title, description: text, path: null, kind: 'website', picture: null },
    place: null,
    title,
    text,
    since: since && words.since(shortDate(since, timeZone)),
    code: words.code(status),
    reference: reference && words.reference(reference),
    lookFor: status === 404 ? wordsOf(path) : null,
    suggestions: [
      { name: words.home, path: '/' },
      { name: words.contact, path: '/lien-he' },
    ],
  }
}

function wordsFor(status: number, words: SiteWords): { title: string; text: string } {
  const errors: Record<number, { title: string; text: string }> = words.errors
  return errors[status] ?? words.errors[status < 500 ? 400 : 500]
}

/** What an address that is not ours any more was about: its last step without number, ending and hyphens. */
function wordsOf(path: string): string {
  const [last = ''] = path.split('/').filter(Boolean).slice(-1)
  return decodeLeniently(last)
    .replace(/\.[a-z]{2,5}$/i, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .join(' ')
    .slice(0, 100)
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** For when the page itself cannot be drawn, as with the database closed. */
function plainPage({ status, reference }: Verdict, words: SiteWords, language: string): string {
  const { title, text } = wordsFor(status, words)
  const mention = reference ? `<p>${words.reference(reference)}</p>` : ''
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p>${mention}<p>${words.code(status)}</p></html>`
}
