import { extname } from 'node:path'
import type { StaticAddresses } from './static-address.ts'

export type StaticPage = {
  html: string
  /** Everything of ours that it links to, shows or loads. */
  found: string[]
}

/** Our templates and our renderer write attributes in double quotes, and `<` in no other place than before a tag. */
const tag = /<[a-z][a-z0-9-]*(?:\s+[^\s=>"']+(?:="[^"]*")?)*\s*\/?>/gi
const link = /(\s(?:href|src|srcset|poster|content)=")([^"]*)(?=")/g
const machineData = /<script type="application\/ld\+json">[\s\S]*?<\/script>/g

/** A page as it can stand in a folder: no forms that need the portal, no date of today, and links that are files. */
export function staticPage(html: string, page: string, siteUrl: string, addresses: StaticAddresses): StaticPage {
  const found: string[] = []

  const rewrite = (written: string): string => {
    if (written === '' || written.startsWith('#')) return written
    const plain = written.replaceAll('&amp;', '&').replaceAll('&#38;', '&')
    const own = addresses.ownAddress(plain, page)
    if (own === null) return written
    found.push(own)
    const shown = addresses.shownAddress(own)
    const [bare = '', fragment] = plain.split('#')
    if (shown === own && !bare.includes('?')) return written
    return (plain.startsWith(siteUrl) ? siteUrl : '') + shown + (fragment === undefined ? '' : `#${fragment}`)
  }

  const rewriteTag = (text: string) =>
    text.replace(link, (whole, before: string, value: string) => {
      if (before.includes('content=') && !value.startsWith(`${siteUrl}/`)) return whole
      return before + (before.includes('srcset=') ? inEach(value, rewrite) : rewrite(value))
    })

  const still = withoutLivingParts(html)
  for (const [data] of still.matchAll(machineData)) found.push(...filesIn(data, page, siteUrl, addresses))
  return { html: still.replace(tag, rewriteTag), found }
}

/** Forms of the display choices have no action and go on working. */
const withoutLivingParts = (html: string): string =>
  html
    .replace(/<form\b[^>]*\saction="[^>]*>[\s\S]*?<\/form>\n?/g, '')
    .replace(/(?<=<div class="strip">\s*<div class="wrap">\s*)<p class="date">[\s\S]*?<\/p>/, '')

const inEach = (srcset: string, rewrite: (written: string) => string) =>
  srcset
    .split(', ')
    .map((choice) => choice.replace(/^\S+/, rewrite))
    .join(', ')

/** Pictures that a page tells machines of and shows nobody. */
const filesIn = (data: string, page: string, siteUrl: string, addresses: StaticAddresses): string[] =>
  [...data.matchAll(/"(https?:\/\/[^"\\#?]+)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => address.startsWith(`${siteUrl}/`) && extname(new URL(address).pathname) !== '')
    .flatMap((address) => addresses.ownAddress(address, page) ?? [])

/** What files that are no pages lead to, as they write it. */
export function linksIn(type: string, text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, address = '']) => address)
  if (type === 'text/css') return all(/url\("?([^")]+)"?\)/g)
  if (type === 'text/javascript') return all(/\bimport\b[^'"\n]*['"](\.[^'"]+)['"]/g)
  if (type === 'text/plain') return all(/^Sitemap: (\S+)$/gm)
  if (type === 'application/manifest+json') return all(/"src":"([^"]+)"/g)
  if (type === 'application/xml') return all(/<(?:image:)?loc>([^<]+)<\//g).map((one) => one.replaceAll('&amp;', '&'))
  return []
}

const main = /<main[\s>][\s\S]*<\/main>/

/** The same page with only a note in it. */
export const pageWithNote = (html: string, note: string): string => html.replace(main, () => note)

/** For web servers that know nothing of our list of addresses. */
export const leadingPage = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}"><link rel="canonical" href="${address}"><a href="${address}">${address}</a>\n`
