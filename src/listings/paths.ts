const roots = { tag: '/tu-khoa', author: '/tac-gia' } as const

/** The page of a tag or of an author. */
export const labelPath = ({ kind, slug }: { kind: 'tag' | 'author'; slug: string }): string => `${roots[kind]}/${slug}`

/** The tag or author whose page has this path; null for every other page. */
export function labelIn(path: string): { kind: 'tag' | 'author'; slug: string } | null {
  for (const kind of ['tag', 'author'] as const) {
    const slug = path.startsWith(`${roots[kind]}/`) ? path.slice(roots[kind].length + 1) : ''
    if (/^[a-z0-9-]+$/.test(slug)) return { kind, slug }
  }
  return null
}
