import type { Picture, PlainFile } from '../media/index.ts'
import { type Article, articlePath, type Correction } from '../news/index.ts'
import { shortenAtWord } from '../text/display.ts'
import { type Entry, publicUpdate } from './feed.ts'
import { portableHtml, portableParagraph } from './portable-html.ts'
import type { FeedWords } from './words.ts'
import { xmlText } from './xml.ts'

export type EntryTools = { siteUrl: string; words: FeedWords }

type Surroundings = { category: string | null; cover: { picture: Picture; file: PlainFile } | null }

const longestSummary = 300

export function articleEntry(article: Article, around: Surroundings, tools: EntryTools): Entry {
  const { siteUrl } = tools
  const file = around.cover?.file
  return {
    id: permanentAddress(article.id, siteUrl),
    address: siteUrl + articlePath(article),
    title: article.title,
    summary: article.lead || shortenAtWord(article.title, longestSummary),
    contentHtml: contentOf(article, around, tools),
    publishedAt: article.publishedAt,
    updatedAt: publicUpdate(article),
    author: article.author || article.unit,
    labels: [...(around.category ? [around.category] : []), ...article.tags],
    enclosure: file ? { address: siteUrl + file.path, type: file.type, bytes: file.bytes } : null,
  }
}

export function correctionEntry({ update, article }: Correction, { siteUrl, words }: EntryTools): Entry {
  const change = [
    ['del', words.wrong, update.wrong],
    ['ins', words.right, update.right],
  ].map(([name, label, text]) => (text ? `<p>${label} <${name}>${xmlText(text)}</${name}></p>` : ''))
  return {
    id: `${permanentAddress(article.id, siteUrl)}#${Date.parse(update.at)}`,
    address: siteUrl + articlePath(article),
    title: `${words.corrections}: ${article.title}`,
    summary: update.note || [words.wrong, update.wrong, words.right, update.right].join(' '),
    contentHtml: [portableParagraph(update.note), ...change].join(''),
    publishedAt: update.at,
    updatedAt: update.at,
    author: '',
    labels: [],
    enclosure: null,
  }
}

/** Leads to the article whatever it is called by then. */
const permanentAddress = (id: number, siteUrl: string) => siteUrl + articlePath({ id, slug: '' })

/** As on the page: a cover that stands in the text is not shown twice. */
function contentOf(article: Article, { cover }: Surroundings, { siteUrl, words }: EntryTools): string {
  const { lead, bodyHtml, source } = article
  const isApart = cover && !bodyHtml.includes(cover.picture.key)
  return [
    portableParagraph(lead),
    isApart ? figure(cover.picture, siteUrl + cover.file.path) : '',
    portableHtml(bodyHtml, siteUrl + articlePath(article)),
    source ? portableParagraph(`${words.from} ${source.name}`) : '',
  ].join('')
}

function figure({ alternativeText, isDecorative, caption, credit }: Picture, address: string): string {
  const words = [caption, credit].filter(Boolean).join(' ')
  const image = `<img src="${xmlText(address)}" alt="${isDecorative ? '' : xmlText(alternativeText)}">`
  return `<figure>${image}${words ? `<figcaption>${xmlText(words)}</figcaption>` : ''}</figure>`
}
