import { foldPath } from './legacy-address.ts'

/** Where an old address leads. By its number an article stays right when its title changes. */
export type Target = { kind: 'article'; id: number } | { kind: 'category'; id: number } | { kind: 'path'; path: string }

export type TargetFlaw = 'outside' | 'malformed'

const longest = 1_000
/** An own sign of ours stands for any host, so that what `URL` makes of a text can be seen. */
const anyHost = 'http://host.invalid'

/** What a person or a file says: a path, an address of this site, or the number of an article. Categories come later. */
export function readTarget(text: string, siteUrl: string): Target | TargetFlaw {
  const typed = text.trim()
  if (/^[1-9]\d{0,8}$/.test(typed)) return { kind: 'article', id: Number(typed) }
  if (typed === '' || typed.length > longest) return 'malformed'
  const path = withoutOwnHost(typed, siteUrl)
  if (path === null || isElsewhere(path)) return 'outside'
  if (!path.startsWith('/')) return 'malformed'
  return ownTarget(path)
}

/** Null for an address of another site. */
function withoutOwnHost(typed: string, siteUrl: string): string | null {
  if (!/^[a-z][a-z\d+.-]*:/i.test(typed)) return typed
  if (!URL.canParse(typed)) return null
  const url = new URL(typed)
  return url.origin === siteUrl && url.username === '' && url.password === '' ? `${url.pathname}${url.search}` : null
}

/** Browsers take `\` for `/`, drop tabs and line breaks, and read a host behind two slashes. */
const isElsewhere = (path: string) => /^[\s/\\]*[/\\]{2}|[\\\p{Cc}]/u.test(path) || /^\/+(%2f|%5c)/i.test(path)

function ownTarget(path: string): Target | TargetFlaw {
  if (!URL.canParse(path, anyHost)) return 'malformed'
  const url = new URL(path, anyHost)
  if (url.origin !== anyHost || isElsewhere(url.pathname)) return 'outside'
  if (/%([01][\da-f]|7f)/i.test(url.pathname + url.search)) return 'malformed'
  const folded = foldPath(Buffer.from(url.pathname))
  // The newsroom is nobody's old news, and a link to it may do something there.
  if (/^\/quan-tri(?![a-z\d-])/.test(folded)) return 'outside'
  const [, article] = /^\/tin-bai\/(?:[^/]*-)?([1-9]\d{0,8})$/.exec(folded) ?? []
  return article ? { kind: 'article', id: Number(article) } : { kind: 'path', path: url.pathname + url.search }
}

export const isSameTarget = (a: Target, b: Target): boolean =>
  a.kind === b.kind && (a.kind === 'path' ? b.kind === 'path' && a.path === b.path : b.kind !== 'path' && a.id === b.id)
