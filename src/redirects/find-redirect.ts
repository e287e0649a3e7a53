import { categoryReader } from '../categories/index.ts'
import type { Reader } from '../database/index.ts'
import { articleIdIn, articlePath } from '../news/index.ts'
import { addressFromText, type LegacyAddress } from './legacy-address.ts'
import { legacyAddressReader } from './legacy-address-store.ts'
import { ownPageReader } from './own-page-store.ts'
import type { OwnPages } from './own-pages.ts'
import type { Target } from './target.ts'

export type Finding = {
  database: Reader
  pages: OwnPages
  now: string
}

const mostSteps = 5

/** The present address of what this old one was, past all that lies between; null for an address that nobody knows. */
export async function findRedirect(finding: Finding, address: LegacyAddress): Promise<string | null> {
  let here = address
  let path: string | null = null
  for (let step = 0; step < mostSteps; step++) {
    const entry = await legacyAddressReader(finding.database).findFor(here)
    if (!entry) return path
    path = await pathOf(finding, entry.target)
    const next = path === null || entry.target.kind !== 'path' ? null : addressFromText(path)
    if (next === null) return path
    here = next
  }
  // A circle, which was closed by a change of addresses later on.
  return null
}

/** Null while readers cannot have it. */
export async function pathOf({ database, now }: Finding, target: Target): Promise<string | null> {
  if (target.kind === 'path') return target.path
  if (target.kind === 'category') return (await categoryReader(database).getTree()).find(target.id)?.path ?? null
  const slug = await ownPageReader(database).findSlug(target.id, now)
  return slug === null ? null : articlePath({ slug, id: target.id })
}

/** The present address of a page of ours that is meant by this spelling: capitals, doubled slashes, encoded letters. */
export async function findOwnPage(finding: Finding, { path }: LegacyAddress): Promise<string | null> {
  if (path !== '/' && finding.pages.paths.includes(path)) return path
  const id = articleIdIn(path)
  if (id !== null) return pathOf(finding, { kind: 'article', id })
  const categoryId = await categoryReader(finding.database).findIdByPath(path)
  return categoryId === null ? null : pathOf(finding, { kind: 'category', id: categoryId })
}
