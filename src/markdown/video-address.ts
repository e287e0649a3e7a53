/** A video on another site. `player` plays it inside a page of ours; null where that would tell too much about our readers. */
export type Video = { site: string; player: string | null }

type Reader = (address: URL) => Video | null

const youTubePlayer = 'https://www.youtube-nocookie.com'
const vimeoPlayer = 'https://player.vimeo.com'

/** Whom an article page may give a frame to. */
export const playerOrigins: readonly string[] = [youTubePlayer, vimeoPlayer]

/** Whether the HTML of a body holds a video that can be played in it. */
export const holdsPlayer = (html: string): boolean => html.includes('<figure class="video" data-player="')

/** Names of hosts without `www.` and `m.`; a map, since every object would know a host called `constructor`. */
const readers = new Map<string, Reader>([
  ['youtube.com', (address) => youTube(youTubeId(address), address)],
  ['youtube-nocookie.com', (address) => youTube(youTubeId(address), address)],
  ['youtu.be', (address) => youTube(address.pathname.slice(1), address)],
  ['vimeo.com', vimeo],
  ['player.vimeo.com', vimeo],
  ['facebook.com', facebook],
  ['fb.watch', ({ pathname }) => outside('Facebook', /^\/[\w-]+\/?$/.test(pathname))],
  ['vtv.vn', ({ pathname }) => outside('VTV', /^\/video\/[\w-]+\.htm$/.test(pathname))],
])

/** The video that an address leads to; null unless it is one of a site that we know, exactly. */
export function videoAt(address: string): Video | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.username !== '' || url.password !== '' || url.port !== '') return null
  return readers.get(url.hostname.replace(/^(?:www|m)\./, ''))?.(url) ?? null
}

function youTubeId({ pathname, searchParams }: URL): string | null {
  if (pathname === '/watch') return searchParams.get('v')
  return /^\/(?:shorts|live|embed)\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null
}

function youTube(id: string | null, { searchParams }: URL): Video | null {
  if (id === null || !/^[\w-]{11}$/.test(id)) return null
  const start = /^(\d{1,5})s?$/.exec(searchParams.get('t') ?? '')?.[1]
  return { site: 'YouTube', player: `${youTubePlayer}/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}` }
}

/** `dnt`: Vimeo keeps no record of who watched. The second part of a path opens what is not listed. */
function vimeo({ pathname, searchParams }: URL): Video | null {
  const [, id, inPath] = /^\/(?:video\/)?(\d{5,12})(?:\/([0-9a-f]{6,16}))?\/?$/.exec(pathname) ?? []
  if (!id) return null
  const key = inPath ?? /^[0-9a-f]{6,16}$/.exec(searchParams.get('h') ?? '')?.[0]
  return { site: 'Vimeo', player: `${vimeoPlayer}/video/${id}?autoplay=1&dnt=1${key ? `&h=${key}` : ''}` }
}

function facebook({ pathname, searchParams }: URL): Video | null {
  const isWatched = /^\/watch\/?$/.test(pathname) && /^\d+$/.test(searchParams.get('v') ?? '')
  return outside('Facebook', isWatched || /^\/(?:reel|[\w.-]+\/videos(?:\/[\w.-]+)?)\/\d+\/?$/.test(pathname))
}

const outside = (site: string, isVideo: boolean): Video | null => (isVideo ? { site, player: null } : null)
