/** What a request asks for. Few and known: an address must never become a label. */
export const kinds = ['made', 'search', 'data', 'file', 'staff'] as const
export type Kind = (typeof kinds)[number]

const kindOfFirstStep: Readonly<Record<string, Kind>> = {
  'quan-tri': 'staff',
  'tim-kiem': 'search',
  'tep-tinh': 'file',
  'hinh-anh': 'file',
  'tai-lieu': 'file',
  'the-chia-se': 'file',
  'favicon.ico': 'file',
  api: 'data',
  rss: 'data',
  atom: 'data',
  feed: 'data',
}

/** `url` as it stands in the request. Pages for people are whatever is nothing else. */
export function kindOf(url: string): Kind {
  const [, step = ''] = /^\/([^/?]*)/.exec(url) ?? []
  const first = step.toLowerCase()
  if (Object.hasOwn(kindOfFirstStep, first)) return kindOfFirstStep[first] ?? 'made'
  return /\.(xml|json|txt|webmanifest)$/.test(first) ? 'data' : 'made'
}
