import { type NextFunction, type Request, type Response, Router } from 'express'
import { Fault, forbidden } from './faults.ts'
import type { Submitted } from './forms.ts'
import type { Desk } from './layout.ts'
import type { Permission } from './permissions.ts'

/** The person behind a request, as the database knows her at this very request. */
export type StaffMember = {
  readonly id: number
  readonly name: string
  readonly email: string
  /** Where she may work, with everything below; null for everywhere. */
  readonly categoryIds: readonly number[] | null
  may(permission: Permission): boolean
}

/** A signed-in request. */
export type Visit = {
  staff: StaffMember
  /** Hash of the session's token, to tell this session from her others. */
  sessionHash: string
  desk: Desk
  isFormToken(token: string): boolean
}

export type StaffHandler = (req: Request, res: Response, visit: Visit) => Promise<void> | void
export type StaffRoute = { method: 'GET' | 'POST'; path: string; permission: Permission }

/** A router on which no route can stand without a permission. */
export type StaffRouter = {
  router: Router
  routes: StaffRoute[]
  get(path: string, permission: Permission, handler: StaffHandler): void
  /** A form. Its token is checked before the handler sees it. */
  post(path: string, permission: Permission, handler: StaffHandler): void
}

export const formTokenField = 'form-token'
const formTokenHeader = 'x-form-token'

export function createStaffRouter(): StaffRouter {
  const router = Router()
  const routes: StaffRoute[] = []

  return {
    router,
    routes,
    get(path, permission, handler) {
      routes.push({ method: 'GET', path, permission })
      router.get(path, (req, res) => guarded(permission, handler, req, res))
    },
    post(path, permission, handler) {
      routes.push({ method: 'POST', path, permission })
      router.post(path, (req, res) => {
        assertFormToken(req, visitOf(res))
        return guarded(permission, handler, req, res)
      })
    },
  }
}

async function guarded(permission: Permission, handler: StaffHandler, req: Request, res: Response) {
  const visit = visitOf(res)
  if (!visit.staff.may(permission)) forbidden()
  await handler(req, res, visit)
}

/** Uploads carry the token in their address, so that it is checked before a byte of the body is read. */
function assertFormToken(req: Request, visit: Visit) {
  const form = (req.body ?? {}) as Submitted
  const token = form[formTokenField] ?? req.get(formTokenHeader) ?? req.query[formTokenField]
  if (typeof token !== 'string' || !visit.isFormToken(token)) throw new Fault(403)
}

export const rememberVisit = (res: Response, visit: Visit) => {
  res.locals['visit'] = visit
}

function visitOf(res: Response): Visit {
  return (res.locals['visit'] as Visit | undefined) ?? forbidden()
}

/** Other sites cannot make a browser of our staff post here. Old browsers send neither header; the form token still stands. */
export function refuseForeignForms(siteUrl: string) {
  return (req: Request, _res: Response, next: NextFunction) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    const from = req.get('sec-fetch-site')
    const isForeign = from ? from !== 'same-origin' && from !== 'none' : isOtherOrigin(req, siteUrl)
    return isForeign ? next(new Fault(403)) : next()
  }
}

function isOtherOrigin(req: Request, siteUrl: string): boolean {
  const origin = req.get('origin')
  if (!origin) return false
  return origin !== siteUrl && (!URL.canParse(origin) || new URL(origin).host !== req.get('host'))
}
