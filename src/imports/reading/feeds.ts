import { type OldArticle, type OldPicture, type OldThing, problem } from '../old-article.ts'
import { readOldDate } from '../old-date.ts'
import { mistakeProblems, type SourceFile } from './source-file.ts'
import { elementsNamed, textIn, type XmlElement } from './xml-recorder.ts'

/** Entries of RSS (0.9 to 2.0) and Atom, whichever the file is. */
export async function* readFeed(file: SourceFile): AsyncGenerator<OldThing> {
  let number = 0
  for await (const record of file.records()) {
    if (record.kind === 'lost') {
      number++
      yield { unread: { file: file.name, number, line: record.line }, problems: [problem(record.why, record.what)] }
      continue
    }
    const { element, line, mistakes } = record
    if (element.name === 'link') addHost(element, file.hosts)
    if (element.name !== 'item' && element.name !== 'entry') continue
    number++
    const read = element.name === 'item' ? ofRss(element, file.timeZone) : ofAtom(element, file.timeZone)
    yield {
      article: {
        ...read,
        place: { file: file.name, number, line },
        key: read.key || read.address || read.title,
        hasLines: false,
        isDraft: false,
        problems: mistakeProblems(mistakes),
      },
    }
  }
}

type Read = Omit<OldArticle, 'place' | 'hasLines' | 'isDraft' | 'problems'>

function addHost({ text, attributes }: XmlElement, hosts: Set<string>) {
  const address = text.trim() || (attributes['href'] ?? '')
  if (attributes['rel'] !== 'self' && URL.canParse(address)) hosts.add(new URL(address).hostname)
}

function ofRss(item: XmlElement, timeZone: string): Read {
  const whole = textIn(item, 'content:encoded')
  const description = textIn(item, 'description')
  const guid = elementsNamed(item, 'guid')[0]
  const isAddress = guid?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(guid?.text.trim() ?? '')
  return {
    key: guid?.text.trim() ?? '',
    address: textIn(item, 'link') || (isAddress ? (guid?.text.trim() ?? null) : null),
    title: textIn(item, 'title'),
    lead: whole === '' ? '' : description,
    body: whole || description,
    publishedAt: readOldDate(textIn(item, 'pubDate') || textIn(item, 'dc:date'), null, timeZone),
    author: textIn(item, 'dc:creator') || nameIn(textIn(item, 'author')),
    tags: [],
    categories: elementsNamed(item, 'category').map(({ text }) => [{ name: text.trim(), slug: '' }]),
    cover: pictureOf(item),
    attachments: elementsNamed(item, 'enclosure')
      .filter(({ attributes }) => !isPicture(attributes['type']))
      .map(({ attributes }) => attributes['url'] ?? ''),
  }
}

function ofAtom(entry: XmlElement, timeZone: string): Read {
  const links = elementsNamed(entry, 'link')
  const [author] = elementsNamed(entry, 'author')
  const written = textIn(entry, 'published') || textIn(entry, 'issued') || textIn(entry, 'updated')
  const content = htmlOf(elementsNamed(entry, 'content')[0])
  const summary = htmlOf(elementsNamed(entry, 'summary')[0])
  return {
    key: textIn(entry, 'id'),
    address:
      links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')?.attributes['href'] ?? null,
    title: textIn(entry, 'title'),
    lead: content === '' ? '' : summary,
    body: content || summary,
    publishedAt: readOldDate(written, null, timeZone),
    author: author ? textIn(author, 'name') : '',
    tags: [],
    categories: elementsNamed(entry, 'category').map(({ attributes }) => [
      { name: attributes['label'] || attributes['term'] || '', slug: attributes['term'] ?? '' },
    ]),
    cover: pictureOf(entry),
    attachments: links
      .filter(({ attributes }) => attributes['rel'] === 'enclosure' && !isPicture(attributes['type']))
      .map(({ attributes }) => attributes['href'] ?? ''),
  }
}

/** Plain words of Atom are no HTML. */
function htmlOf(element: XmlElement | undefined): string {
  if (!element) return ''
  if (element.markup !== null) return element.markup
  const isHtml = /html/.test(element.attributes['type'] ?? '')
  return isHtml ? element.text : element.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** "lan@xa.gov.vn (Lan Hương)": the name, never the address. */
const nameIn = (author: string): string => /\(([^()]+)\)/.exec(author)?.[1] ?? (author.includes('@') ? '' : author)

const isPicture = (type: string | undefined) => /^image\//.test(type ?? '')

function pictureOf(item: XmlElement): OldPicture | null {
  const inGroup = elementsNamed(item, 'media:group').flatMap((group) => elementsNamed(group, 'media:content'))
  const candidates = [
    ...elementsNamed(item, 'enclosure', 'media:content'),
    ...inGroup,
    ...elementsNamed(item, 'link').filter(({ attributes }) => attributes['rel'] === 'enclosure'),
  ].filter(({ attributes }) => isPicture(attributes['type']) || attributes['medium'] === 'image')
  const [first] = [...candidates, ...elementsNamed(item, 'media:thumbnail')]
  const address = first?.attributes['url'] ?? first?.attributes['href']
  return address ? { addresses: [address], alternativeText: '', caption: '' } : null
}
