import type { Element } from 'hast'
import { elementsIn, pageOf, textIn } from './html.ts'

/** A statement of a page in the words of schema.org, as a search engine reads it. */
export type ReadStatement = { '@type': string; [name: string]: unknown }

/** What a page says to machines. */
export function machineDataIn(html: string) {
  const elements = elementsIn(pageOf(html))
  const scripts = elements.filter((element) => attribute(element, 'type') === 'application/ld+json')
  const statements = scripts.flatMap(
    (script) => (JSON.parse(textIn(script)) as { '@graph': ReadStatement[] })['@graph'],
  )
  return {
    statements,
    statement: (type: string): ReadStatement | null => statements.find((each) => each['@type'] === type) ?? null,
    /** Every `content` of metas with this name or property. */
    metas: (name: string): string[] =>
      elements
        .filter((element) => [attribute(element, 'name'), attribute(element, 'property')].includes(name))
        .map((element) => attribute(element, 'content')),
    canonical:
      elements
        .filter((element) => attribute(element, 'rel') === 'canonical')
        .map(({ properties }) => properties['href'])[0] ?? null,
  }
}

/** What a reader sees of it, with spaces as people type them. */
export function seenIn(html: string) {
  const elements = elementsIn(pageOf(html))
  const main = elements.find(({ tagName }) => tagName === 'main')
  const inside = main ? elementsIn(main) : []
  const all = (tagName: string) => inside.filter((element) => element.tagName === tagName)
  const withClass = (name: string) => inside.filter((element) => attribute(element, 'class').split(' ').includes(name))
  return {
    text: main ? plain(textIn(main)) : '',
    heading: plain(all('h1').map(textIn).join('')),
    crumbs: plainLinks(inside.filter((element) => attribute(element, 'class') === 'crumbs')),
    moments: all('time').map((element) => attribute(element, 'dateTime')),
    dates: withClass('dates')
      .flatMap(elementsIn)
      .map((element) => attribute(element, 'dateTime'))
      .filter(Boolean),
    pictures: all('img').map((element) => attribute(element, 'src')),
    foot: plain(
      elements
        .filter(({ tagName }) => tagName === 'footer')
        .map(textIn)
        .join(' '),
    ),
    letterhead: plain(
      elements
        .filter((element) => attribute(element, 'class') === 'brand')
        .map(textIn)
        .join(' '),
    ),
  }
}

function plainLinks(navs: Element[]) {
  return navs
    .flatMap(elementsIn)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => ({ name: plain(textIn(link)), path: attribute(link, 'href') }))
}

/** Typed spaces instead of those that hold numbers and units together. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function attribute({ properties }: Element, name: string): string {
  const value = properties[name === 'class' ? 'className' : name]
  return Array.isArray(value) ? value.join(' ') : String(value ?? '')
}
