import { extname } from 'node:path'

/** What of the portal lives and cannot be a file: a note stands in its place. */
export type LivingKind = 'search' | 'report' | 'data'

export type StaticAddresses = {
  /** Path and query, in one spelling, of what a page links to; null for other sites and for what no copy can hold. */
  ownAddress(written: string, page: string): string | null
  /** What the copy calls it: a query becomes steps of the path, since a file has no query. */
  shownAddress(own: string): string
  /** Where in the folder it lies. */
  fileOf(own: string, isPage: boolean): string
  livingKind(own: string): LivingKind | null
}

export type StaticPlan = {
  siteUrl: string
  searchPath: string
  dataPath: string
  /** The one feed whose address is also a folder: `/rss`. */
  wholeFeedPath: string
}

const step = /^[a-z0-9._~=-]+$/i
const pair = { name: /^[a-z-]{1,40}$/, value: /^[a-z0-9/-]{1,200}$/ }
/** The newsroom, and secret links. */
const isClosed = (path: string) => /^\/(quan-tri|xem-truoc)(\/|$)/i.test(path)

export function staticAddresses({ siteUrl, searchPath, dataPath, wholeFeedPath }: StaticPlan): StaticAddresses {
  function ownAddress(written: string, page: string): string | null {
    const url = URL.parse(written, siteUrl + page)
    if (url?.origin !== siteUrl || isClosed(url.pathname)) return null
    const path = url.pathname.replace(/(?<=.)\/$/, '')
    if (path !== '/' && !path.slice(1).split('/').every(isStep)) return null
    const living = livingKind(path)
    if (living === 'search') return searchPath
    if (living === 'data') return dataPath
    return living === null ? path + knownQuery(url.searchParams) : path
  }

  function livingKind(own: string): LivingKind | null {
    if (own === searchPath || own.startsWith(`${searchPath}/`)) return 'search'
    if (own === dataPath || own.startsWith(`${dataPath}/`)) return 'data'
    return /^\/tin-bai\/[^/]+\/bao-loi$/.test(own) ? 'report' : null
  }

  function shownAddress(own: string): string {
    if (own === wholeFeedPath) return `${wholeFeedPath}/index.xml`
    const [path = '', query = ''] = own.split('?')
    const steps = [...new URLSearchParams(query)].map(([name, value]) => `/${name}=${value.replaceAll('/', '.')}`)
    return steps.length === 0 ? path : path.replace(/\/$/, '') + steps.join('')
  }

  function fileOf(own: string, isPage: boolean): string {
    const path = shownAddress(own).slice(1)
    if (!isPage && extname(path) === '') throw new Error(`${own} is no page and has no ending`)
    if (!isPage) return path
    return path === '' ? 'index.html' : `${path}/index.html`
  }

  return { ownAddress, shownAddress, fileOf, livingKind }
}

const isStep = (text: string) => step.test(text) && !/^\.+$/.test(text)

/** Whatever else stands in a query, pages of ours take no notice of it. */
function knownQuery(query: URLSearchParams): string {
  const pairs = [...query].filter(([name, value]) => pair.name.test(name) && pair.value.test(value)).sort()
  return pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
}
