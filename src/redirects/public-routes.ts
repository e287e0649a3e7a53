import { type ErrorRequestHandler, type NextFunction, type Request, type Response, Router } from 'express'
import { Fault } from '../site/faults.ts'
import { pageAddress, pageNumber, pageParameter } from '../site/pagination.ts'
import { type Finding, findOwnPage, findRedirect } from './find-redirect.ts'
import type { RedirectRoom } from './index.ts'
import { addressFromRequest } from './legacy-address.ts'
import { legacyAddressReader } from './legacy-address-store.ts'

/** Browsers keep a 301 for ever unless they are told otherwise, and staff may correct where an address leads. */
const forTenMinutes = 'public, max-age=600, s-maxage=30'

export function redirectPublicRoutes({ database, world, pages, homeMemory, missed }: RedirectRoom) {
  const router = Router()
  router.get('/', answerOldHome)

  const finding = (): Finding => ({ database: database.read, pages, now: world.clock.now() })

  /** Before the home page, which takes no notice of a query. */
  async function answerOldHome(req: Request, res: Response, next: NextFunction) {
    const address = homeMemory.mayBeOld(req.originalUrl) ? addressFromRequest(req.originalUrl) : null
    if (!address || address.parameters.length === 0) return next()
    homeMemory.learn(await legacyAddressReader(database.read).listShapes('/'))
    const path = await findRedirect(finding(), address)
    if (path === null) return next()
    redirect(res, path)
  }

  /** After all pages, so that a page of ours always wins. */
  async function answerMissing(error: unknown, req: Request, res: Response, next: NextFunction) {
    if (!isMissing(error) || (req.method !== 'GET' && req.method !== 'HEAD')) return next(error)
    const address = addressFromRequest(req.originalUrl)
    if (!address) return next(error)
    const own = await findOwnPage(finding(), address)
    if (own !== null && own !== req.path)
      return redirect(res, pageAddress(own, {}, pageNumber(req.query[pageParameter]) ?? 1))
    const path = await findRedirect(finding(), address)
    if (path !== null && path !== req.path) return redirect(res, path)
    // An address that is a secret is nobody's to read, least of all a mistyped one.
    if (req.method === 'GET' && !res.locals['isSecretAddress']) missed.note(address, req.headers)
    next(error)
  }

  return {
    home: router,
    missing: ((error, req, res, next) => answerMissing(error, req, res, next)) as ErrorRequestHandler,
  }
}

function redirect(res: Response, path: string) {
  res.set('Cache-Control', forTenMinutes).redirect(301, path)
}

/** Bytes that are no UTF-8 are malformed to Express; old portals wrote such addresses. */
const isMissing = (error: unknown): boolean =>
  error instanceof Fault ? error.status === 404 : error instanceof URIError
