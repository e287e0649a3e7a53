import { blocks, type CheckedField, type Remark, warns } from '../checked.ts'
import { entices, gamblingIn, isAboutLaw, isGamblingHost, type Sight } from '../gambling-terms.ts'
import { isFamiliarHost, type Target, targetOf } from '../links.ts'
import { quoted, quoteIn } from '../quote.ts'
import { type Check, passagesIn, type Reading } from '../reading.ts'
import { type SeenWord, seenWords } from '../seen-text.ts'

/**
 * Advertisements of gambling, which strangers and stolen accounts hide on sites of the state. Words alone warn; with a
 * link to an unknown site they block. News about the police is told apart by its own words.
 */
export const gambling: Check = (reading, words) => {
  const mentions = mentionsIn(reading)
  const adverts = advertisingLinks(reading)
  const foul = mentions.filter(({ isNews, field }) => !isNews && (adverts.length === 0 || field !== 'body'))
  const isGrave = adverts.length > 0 || (strangeHosts(reading).length > 0 && foul.some(({ kind }) => kind === 'advert'))
  const inNews = mentions.filter(({ isNews, kind }) => isNews && kind === 'advert')
  return [
    ...told(reading, adverts, (field, all, quote) => blocks(field, words.gamblingLinks(all), quote)),
    ...told(reading, foul, (field, all, quote) =>
      isGrave ? blocks(field, words.gamblingWithLinks(all), quote) : warns(field, words.gamblingWords(all), quote),
    ),
    ...told(reading, inNews, (field, all, quote) => warns(field, words.gamblingInNews(all), quote)),
  ]
}

type Place = { field: CheckedField; text: string }
type Mention = Place & { kind: Sight['kind']; isNews: boolean }

function placesIn(reading: Reading): Place[] {
  const { article, body } = reading
  return [
    ...passagesIn(reading),
    ...body.attributes.map((text): Place => ({ field: 'body', text })),
    { field: 'coverAlternative', text: article.cover?.alternativeText ?? '' },
    { field: 'author', text: article.author },
    { field: 'unit', text: article.unit },
    ...article.tags.map((text): Place => ({ field: 'tags', text })),
    { field: 'sourceName', text: article.sourceName },
  ]
}

/** A passage is news where it tells of the law, or where title or lead do and it does not entice. */
function mentionsIn(reading: Reading): Mention[] {
  const { title, lead } = reading.article
  const isNewsAtHead = isAboutLaw([...seenWords(title), ...seenWords(lead)])
  return placesIn(reading).flatMap(({ field, text }) => {
    const words = seenWords(text)
    const sights = gamblingIn(words)
    if (sights.length === 0) return []
    const isNews = isAboutLaw(words) || (isNewsAtHead && !entices(words))
    return sights.map(({ first, last, kind }): Mention => {
      const seen = words.slice(first, last + 1)
      const written = text.slice(seen.at(0)?.start, seen.at(-1)?.end)
      return isDisguised(written, seen)
        ? { field, text: written, kind: 'advert', isNews: false }
        : { field, text: written, kind, isNews }
    })
  })
}

/** "c.á.i", letters of other alphabets, nothing between letters: honest news has no need of them. */
const isDisguised = (written: string, seen: SeenWord[]) =>
  written.normalize('NFC').toLowerCase().replace(/\s+/g, ' ') !== seen.map(({ text }) => text).join(' ')

/** Links to unknown sites that are called, or that call themselves, as gambling sites do. */
function advertisingLinks({ article, body }: Reading): Place[] {
  const inBody = body.links.flatMap(({ text, block, target }): Place[] => {
    const host = strangeHost(target, article.knownHosts)
    if (host === null) return []
    if (isGamblingHost(host)) return [{ field: 'body', text: host }]
    const isAdvert = gamblingIn(seenWords(text)).length > 0 && !isAboutLaw(seenWords(block.text))
    return isAdvert ? [{ field: 'body', text }] : []
  })
  const source = strangeHost(targetOf(article.sourceAddress, article.siteHosts), article.knownHosts)
  return source !== null && isGamblingHost(source) ? [...inBody, { field: 'sourceAddress', text: source }] : inBody
}

const strangeHosts = ({ article, body }: Reading) =>
  body.links.flatMap(({ target }) => strangeHost(target, article.knownHosts) ?? [])

const strangeHost = (target: Target, knownHosts: readonly string[]): string | null =>
  target.kind === 'outside' && !isFamiliarHost(target.host, knownHosts) ? target.host : null

/** One remark for each field, with the words that stand in it. */
function told(
  { article }: Reading,
  places: Place[],
  remark: (field: CheckedField, all: string, quote: string | null) => Remark,
): Remark[] {
  const { title, lead, body, author, unit, sourceName, sourceAddress } = article
  const coverAlternative = article.cover?.alternativeText ?? ''
  const typed: Partial<Record<CheckedField, string>> = {
    ...{ title, lead, body, author, unit, sourceName, sourceAddress, coverAlternative },
    tags: article.tags.join(', '),
  }
  return [...Map.groupBy(places, ({ field }) => field)].map(([field, those]) => {
    const all = those.map(({ text }) => text)
    return remark(field, quoted(all), quoteIn(typed[field] ?? '', all[0] ?? ''))
  })
}
