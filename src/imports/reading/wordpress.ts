import { fold } from '../../text/fold.ts'
import { readableWordPress } from '../html/wordpress-text.ts'
import {
  type OldArticle,
  type OldCategory,
  type OldPicture,
  type OldThing,
  type Problem,
  problem,
} from '../old-article.ts'
import { readOldDate } from '../old-date.ts'
import { ownCopy } from '../own-copy.ts'
import { mistakeProblems, type SourceFile } from './source-file.ts'
import { elementsNamed, textIn, type XmlElement, type XmlRecord } from './xml-recorder.ts'

/** What texts of WordPress refer to, by its number or name. */
type Known = {
  pictures: Map<string, OldPicture>
  categories: Map<string, { name: string; parent: string }>
  authors: Map<string, string>
}

const texts = ['post', 'page']
const longestCaption = 500
const mostLevels = 6

/**
 * An export of WordPress (WXR). It is read twice: pictures often stand behind the texts that show them, and only their addresses
 * are kept in between.
 */
export async function* readWordPress(file: SourceFile): AsyncGenerator<OldThing> {
  const known: Known = { pictures: new Map(), categories: new Map(), authors: new Map() }
  for await (const record of file.records()) gather(record, known, file.hosts)
  let number = 0
  for await (const record of file.records()) {
    if (record.kind === 'lost') {
      number++
      yield { unread: { file: file.name, number, line: record.line }, problems: [problem(record.why, record.what)] }
    } else if (record.element.name === 'item') {
      number++
      const kind = textIn(record.element, 'wp:post_type')
      const status = textIn(record.element, 'wp:status')
      if (!texts.includes(kind) || ['trash', 'auto-draft', 'inherit'].includes(status)) continue
      yield { article: articleOf(record, { file: file.name, number, line: record.line }, known, file.timeZone) }
    }
  }
}

function gather(record: XmlRecord, { pictures, categories, authors }: Known, hosts: Set<string>) {
  if (record.kind === 'lost') return
  const { element } = record
  if (element.name === 'wp:category') {
    categories.set(textIn(element, 'wp:category_nicename'), {
      name: textIn(element, 'wp:cat_name'),
      parent: textIn(element, 'wp:category_parent'),
    })
  } else if (element.name === 'wp:author') {
    authors.set(textIn(element, 'wp:author_login'), textIn(element, 'wp:author_display_name'))
  } else if (['wp:base_site_url', 'link'].includes(element.name) && URL.canParse(element.text.trim())) {
    hosts.add(new URL(element.text.trim()).hostname)
  } else if (textIn(element, 'wp:post_type') === 'attachment') {
    const address = textIn(element, 'wp:attachment_url') || textIn(element, 'guid')
    pictures.set(ownCopy(textIn(element, 'wp:post_id')), {
      addresses: [ownCopy(address)],
      alternativeText: ownCopy(metaOf(element, '_wp_attachment_image_alt').slice(0, longestCaption)),
      caption: ownCopy(textIn(element, 'excerpt:encoded').slice(0, longestCaption)),
    })
  }
}

function articleOf(
  { element, mistakes }: Extract<XmlRecord, { kind: 'record' }>,
  place: OldArticle['place'],
  { pictures, categories, authors }: Known,
  timeZone: string,
): OldArticle {
  const pictureOf = (id: string) => pictures.get(id)?.addresses[0] ?? null
  const text = readableWordPress(textIn(element, 'content:encoded'), pictureOf)
  const placed = categoriesOf(element, categories)
  const login = textIn(element, 'dc:creator')
  return {
    place,
    key: textIn(element, 'guid') || textIn(element, 'link') || `post ${textIn(element, 'wp:post_id')}`,
    address: textIn(element, 'link') || null,
    title: textIn(element, 'title'),
    lead: textIn(element, 'excerpt:encoded'),
    body: text.html,
    hasLines: text.hasLines,
    publishedAt: dateOf(element, timeZone),
    author: authors.get(login) || (isAccount(login) ? '' : login),
    tags: elementsNamed(element, 'category')
      .filter(({ attributes }) => attributes['domain'] === 'post_tag')
      .map((tag) => tag.text.trim()),
    categories: placed.categories,
    cover: pictures.get(metaOf(element, '_thumbnail_id')) ?? null,
    attachments: [],
    isDraft: textIn(element, 'wp:status') !== 'publish' || textIn(element, 'wp:post_password') !== '',
    problems: [
      ...mistakeProblems(mistakes),
      ...text.left.map((name) => problem('shortcode', name)),
      ...placed.problems,
    ],
  }
}

/** What was known of the moment in UTC first: the other date is told by a clock that somebody may have set wrongly. */
function dateOf(element: XmlElement, timeZone: string): string | null {
  const inUtc = textIn(element, 'wp:post_date_gmt')
  const known = readOldDate(inUtc, null, 'UTC') ?? readOldDate(textIn(element, 'wp:post_date'), null, timeZone)
  return known ?? readOldDate(textIn(element, 'pubDate'), null, timeZone)
}

const isAccount = (login: string) => /^(?:admin|administrator|root|quantri|editor)\d*$/.test(fold(login))

function metaOf(element: XmlElement, key: string): string {
  const meta = elementsNamed(element, 'wp:postmeta').find((each) => textIn(each, 'wp:meta_key') === key)
  return meta ? textIn(meta, 'wp:meta_value') : ''
}

function categoriesOf(
  element: XmlElement,
  known: Known['categories'],
): { categories: OldCategory[]; problems: Problem[] } {
  const problems: Problem[] = []
  const own = elementsNamed(element, 'category').filter(({ attributes }) => attributes['domain'] === 'category')
  const categories = own.map(({ attributes, text }) => {
    const slug = attributes['nicename'] ?? ''
    const lineage = lineageOf(slug, known)
    if (lineage === 'loop') problems.push(problem('category-loop', text.trim()))
    return Array.isArray(lineage) && lineage.length > 0 ? lineage : [{ name: text.trim(), slug }]
  })
  // What nobody sorted says nothing, where something else does.
  return { categories: categories.sort((a, b) => Number(isUnsorted(a)) - Number(isUnsorted(b))), problems }
}

const isUnsorted = (category: OldCategory) =>
  /^(?:uncategorized|chua phan loai)$/.test(fold(category.at(-1)?.name ?? ''))

/** From the root down to the category of that slug. */
function lineageOf(slug: string, known: Known['categories']): OldCategory | 'loop' {
  const lineage: OldCategory = []
  let at = slug
  while (known.has(at)) {
    const { name = '', parent = '' } = known.get(at) ?? {}
    if (lineage.some((each) => each.slug === at)) return 'loop'
    lineage.unshift({ name, slug: at })
    at = parent
  }
  return lineage.slice(-mostLevels)
}
