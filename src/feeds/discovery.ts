import { labelIn } from '../listings/index.ts'
import { correctionsPath, homePath } from '../news/index.ts'
import type { FeedLink, MenuNode, PublicPage } from '../site/layout.ts'
import { feedTypes, formatNames } from './feed.ts'
import { feedFormats, feedPath } from './paths.ts'
import type { FeedWords } from './words.ts'

type Place = { path: string; name: string }
type DiscoveryParts = { menu: readonly MenuNode[]; agency: { shortName: string }; words: FeedWords }

/** What the head of a page tells programs to follow: everything that is new, and what is new around this page. */
export function feedLinks(parts: DiscoveryParts, page: PublicPage): FeedLink[] {
  const { agency, words } = parts
  const here = placeOf(page, parts)
  const places = [{ path: homePath, name: words.newest }, ...(here ? [here] : [])]
  return places.flatMap(({ path, name }) => linksTo(path, words.title(name, agency.shortName)))
}

/** Tags and authors are in no menu: their pages are called after them. */
function placeOf({ head, place }: PublicPage, { menu, words }: DiscoveryParts): Place | null {
  if (place === correctionsPath) return { path: place, name: words.corrections }
  if (head.path !== null && head.title !== null && labelIn(head.path)) return { path: head.path, name: head.title }
  const name = nameOf(menu, place)
  return place === null || name === null ? null : { path: place, name }
}

const linksTo = (pagePath: string, name: string): FeedLink[] =>
  feedFormats.map((format) => ({
    type: feedTypes[format],
    title: `${name} (${formatNames[format]})`,
    path: feedPath(format, pagePath),
  }))

function nameOf(nodes: readonly MenuNode[], path: string | null): string | null {
  for (const node of nodes) {
    const name = node.path === path ? node.name : nameOf(node.children, path)
    if (name !== null) return name
  }
  return null
}
