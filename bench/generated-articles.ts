import { sampleArticles } from '../src/sample/articles/index.ts'

export type GeneratedArticle = {
  title: string
  lead: string
  bodyHtml: string
  tags: string[]
  author: string
  unit: string
  categoryNumber: number
  publishedAt: string
}

/** Stands in nearly every article, as the name of the agency does in real ones. */
export const commonPhrase = 'Ủy ban nhân dân huyện Đak Pơ'
/** Stands in one article of a thousand. */
export const rareWord = 'hmiêng'

const sentences = sampleArticles
  .flatMap(({ body, lead }) => [lead, ...body.split(/(?<=[.?!])\s+|\n+/)])
  .map((sentence) => sentence.replace(/[#>*|\-[\]()_`]+/g, ' ').trim())
  .filter((sentence) => sentence.length > 30)
const titles = sampleArticles.map(({ title }) => title)
const places = [
  'Tân An',
  'Cư An',
  'Phú An',
  'Hà Tam',
  'An Thành',
  'Yang Bắc',
  'Ya Hội',
  'Kông Chro',
  'K’Bang',
  'Mang Yang',
]
const people = ['Đinh Văn Lâm', 'Lan Hương', 'Rơ Châm Thủy', 'Trần Minh Châu', 'Kpă Thuyên', 'Siu Hơ̆', 'Nguyễn Bình']
const firstDay = Date.parse('2007-01-01T00:00:00Z')
const lastDay = Date.parse('2017-02-17T00:00:00Z')

/** The same articles at every run: sentences of the sample district in new order, with other numbers, places and people. */
export function generateArticle(number: number, total: number): GeneratedArticle {
  const random = randomFrom(number)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const vary = (text: string) =>
    text
      .replace(/\d+/g, (digits) => String(Math.floor(random() * 10 ** digits.length)))
      .replace(/Tân An|Cư An|Phú An|Hà Tam|An Thành|Yang Bắc|Ya Hội/g, () => pick(places))
  const paragraphs = Array.from({ length: 8 }, () => Array.from({ length: 5 }, () => vary(pick(sentences))).join(' '))
  const opening = number % 1_000 === 7 ? '' : `${commonPhrase} cho biết: `
  const rare = number % 1_000 === 500 ? ` Già làng ${rareWord}.` : ''
  return {
    title: vary(pick(titles)),
    lead: vary(pick(sentences)),
    bodyHtml: paragraphs
      .map((text, place) => `<p>${place === 0 ? opening : ''}${text}${place === 7 ? rare : ''}</p>`)
      .join('\n'),
    tags: [pick(titles).split(' ').slice(0, 3).join(' '), pick(places)],
    author: pick(people),
    unit: 'Văn phòng HĐND và UBND huyện',
    categoryNumber: Math.floor(random() * 40),
    publishedAt: new Date(firstDay + ((lastDay - firstDay) * number) / total).toISOString(),
  }
}

/** Mulberry32: small, quick, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
