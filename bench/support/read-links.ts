import { Tokenizer, TokenizerMode } from 'parse5'
import { SaxesParser } from 'saxes'

export type ReadPage = {
  /** Everything that it links to, shows or loads, as it is written there. */
  links: string[]
  title: string
  canonical: string | null
  /** Search engines may keep it. */
  isIndexed: boolean
  /** The addresses that are names in it, for links with a fragment. */
  names: Set<string>
}

const loading = ['href', 'src', 'poster']
/** What stands in these is no markup. */
const textModes: Record<string, number> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
}

/** By the tokenizer of the parser that the portal uses: no tree is needed, and it is three times as fast. */
export function readPage(html: string): ReadPage {
  const page: ReadPage = { links: [], title: '', canonical: null, isIndexed: true, names: new Set() }
  let inTitle = false
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName, attrs }) {
        readTag(page, tagName, new Map(attrs.map(({ name, value }) => [name, value])))
        inTitle = tagName === 'title' && page.title === ''
        const mode = textModes[tagName]
        if (mode === undefined) return
        tokenizer.state = mode
        tokenizer.lastStartTagName = tagName
      },
      onEndTag() {
        inTitle = false
      },
      onCharacter({ chars }) {
        if (inTitle) page.title += chars
      },
      onWhitespaceCharacter({ chars }) {
        if (inTitle) page.title += chars
      },
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onParseError: null,
    },
  )
  tokenizer.write(html, true)
  return page
}

function readTag(page: ReadPage, tag: string, attributes: ReadonlyMap<string, string>) {
  for (const name of loading) if (attributes.has(name)) page.links.push(attributes.get(name) ?? '')
  page.links.push(...addressesOfSet(attributes.get('srcset') ?? ''))
  const id = attributes.get('id')
  if (id !== undefined) page.names.add(id)
  if (tag === 'link' && attributes.get('rel') === 'canonical') page.canonical = attributes.get('href') ?? null
  if (tag === 'meta' && attributes.get('name') === 'robots' && attributes.get('content')?.includes('noindex'))
    page.isIndexed = false
}

const addressesOfSet = (set: string): string[] =>
  set === '' ? [] : set.split(/,\s+/).map((choice) => choice.trim().split(/\s/)[0] ?? '')

/** Of a sitemap, RSS or Atom. */
export function linksInXml(xml: string): string[] {
  const links: string[] = []
  const parser = new SaxesParser()
  let text = ''
  parser.on('opentag', ({ attributes }) => {
    text = ''
    for (const name of ['href', 'url']) if (typeof attributes[name] === 'string') links.push(attributes[name])
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (['loc', 'image:loc', 'link', 'comments'].includes(name) && text.trim() !== '') links.push(text.trim())
    text = ''
  })
  parser.write(xml).close()
  return links
}

export function linksInFeed(json: string): string[] {
  const links: string[] = []
  JSON.parse(json, (name, value) => {
    if (/url$|^image$|^icon$|^favicon$/.test(name) && typeof value === 'string') links.push(value)
    return value
  })
  return links
}

export const linksInStyle = (css: string): string[] =>
  [...css.matchAll(/url\("?([^")]+)"?\)/g)].flatMap(([, address = '']) =>
    address.startsWith('data:') ? [] : [address],
  )
