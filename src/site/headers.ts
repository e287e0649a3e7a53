import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** No inline code, nothing from another host, no frame (but see `allowFrames`): for readers and staff alike, except where noted. */
export function safeHeaders(siteUrl: string): RequestHandler {
  const isSecure = siteUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        // Staff pages send pictures and ask for previews in the background.
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
}

/** Lets the page of this one answer put pages of those origins into frames. */
export function allowFrames(res: Response, origins: readonly string[]) {
  res.set('Content-Security-Policy', `${res.get('Content-Security-Policy')};frame-src ${origins.join(' ')}`)
}

/** Staff pages are nobody else's: never stored, never indexed. */
export function privateHeaders(_req: Request, res: Response, next: NextFunction) {
  res.set('Cache-Control', 'no-store')
  res.set('X-Robots-Tag', 'noindex, nofollow')
  next()
}
