import { type Finding, findOwnPage, findRedirect } from './find-redirect.ts'
import { addressFromText } from './legacy-address.ts'
import type { Trial } from './list-page.ts'

/** What a reader with this link gets. */
export async function tryAddress(finding: Finding, typed: string): Promise<Trial> {
  const address = addressFromText(typed)
  if (!address) return { kind: 'unreadable', path: null }
  const own = address.path === '/' && address.parameters.length > 0 ? null : await findOwnPage(finding, address)
  if (own !== null) return { kind: 'page', path: own }
  const path = await findRedirect(finding, address)
  if (path !== null) return { kind: 'redirect', path }
  if (address.path === '/') return { kind: 'page', path: '/' }
  return { kind: 'nothing', path: null }
}
