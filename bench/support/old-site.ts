import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { slugOf } from '../../src/text/slug.ts'
import { generateArticle } from '../generated-articles.ts'

export const oldHost = 'http://cu.dakpo.example.vn'
/** Of these many articles one has a picture, one links to a page that nobody kept, one stands in two categories. */
const oneIn = { picture: 300, deadLink: 400, secondCategory: 5 } as const
const firstDay = Date.parse('2009-03-02T01:00:00Z')
const lastDay = Date.parse('2024-06-28T08:00:00Z')
const roots = ['Tin tức', 'Kinh tế', 'Văn hóa', 'Xã hội', 'Nông thôn mới', 'An ninh', 'Chỉ đạo', 'Thông báo']
const branches = ['Trong huyện', 'Trong tỉnh', 'Xã và thị trấn', 'Gương sáng']

type Category = { slug: string; name: string; parent: string }

/** Eight trees of four branches, and the first branch of each has two more below it. */
const categories: Category[] = roots.flatMap((root) => {
  const slug = slugOf(root)
  const below = branches.map((name) => ({ slug: `${slug}-${slugOf(name)}`, name, parent: slug }))
  const deepest = ['Nhanh', 'Sâu'].map((name) => {
    const parent = below[0]?.slug ?? ''
    return { slug: `${parent}-${slugOf(name)}`, name, parent }
  })
  return [{ slug, name: root, parent: '' }, ...below, ...deepest]
})

/** As WordPress addresses it: by month and title. The same number has the same address at every run. */
export function oldAddress(number: number, total: number): string {
  return `/${dayOf(number, total).slice(0, 7).replace('-', '/')}/${slugOf(titleOf(number, total))}-${number}/`
}

/** The address by which WordPress knows it itself. */
export const shortAddress = (number: number): string => `/?p=${number}`

const dayOf = (number: number, total: number): string =>
  new Date(firstDay + ((lastDay - firstDay) * number) / total).toISOString()

const titleOf = (number: number, total: number): string => `${generateArticle(number, total).title}, kỳ ${number}`

/** `total` articles of 5 KB as an export of WordPress (`old-site.xml`) and the folder of its pictures (`uploads`). */
export async function writeOldSite(folder: string, total: number): Promise<{ path: string; media: string }> {
  const [path, media] = [join(folder, 'old-site.xml'), join(folder, 'uploads-cu')]
  await mkdir(folder, { recursive: true })
  await pipeline(Readable.from(exportOf(total)), createWriteStream(path))
  await mkdir(join(media, 'wp-content/uploads'), { recursive: true })
  for (let number = oneIn.picture; number <= total; number += oneIn.picture)
    await drawing(number).toFile(join(media, pictureAddress(number)))
  return { path, media }
}

const pictureAddress = (number: number): string => `/wp-content/uploads/anh-${number}.jpg`

/** Each of another colour, so that no two are the same to the library. */
function drawing(number: number) {
  const [r, g, b] = [(number * 7) % 256, (number * 31) % 256, Math.floor(number / 256) % 256]
  return sharp({ create: { width: 640, height: 420, channels: 3, background: { r, g, b } } }).jpeg()
}

function* exportOf(total: number) {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Huyện Đak Pơ</title><link>${oldHost}</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${oldHost}</wp:base_site_url>\n`
  for (const { slug, name, parent } of categories)
    yield `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name></wp:category>\n`
  for (let number = 1; number <= total; number++) {
    yield articleItem(number, total)
    if (number % oneIn.picture === 0) yield attachmentItem(number, total)
  }
  yield '</channel></rss>\n'
}

function articleItem(number: number, total: number): string {
  const { lead, bodyHtml, tags, author, categoryNumber } = generateArticle(number, total)
  const date = dayOf(number, total).slice(0, 19).replace('T', ' ')
  return `<item><title><![CDATA[${titleOf(number, total)}]]></title><link>${oldHost}${oldAddress(number, total)}</link>
<guid isPermaLink="false">${oldHost}${shortAddress(number)}</guid><dc:creator><![CDATA[${author}]]></dc:creator>
<content:encoded><![CDATA[${bodyHtml}\n${linksOf(number, total)}\n${pictureOf(number)}]]></content:encoded>
<excerpt:encoded><![CDATA[${lead}]]></excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date_gmt>${date}</wp:post_date_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${categoriesOf(number, categoryNumber)}
${tags.map((tag) => `<category domain="post_tag" nicename="x"><![CDATA[${tag}]]></category>`).join('\n')}
${number % oneIn.picture === 0 ? metaOf('_thumbnail_id', 10_000_000 + number) : ''}</item>\n`
}

/** An earlier article and a later one, in the four ways in which people copy addresses. */
function linksOf(number: number, total: number): string {
  const scattered = (number * 104_729) % 1_000_003
  const earlier = 1 + (scattered % number)
  const later = number + 1 + (scattered % Math.max(total - number, 1))
  const link = (to: number, way: number) => {
    const whole = oldAddress(to, total)
    const ways = [`${oldHost}${whole}`, whole, `${oldHost}${shortAddress(to)}`, whole.slice(0, -1)]
    return `<a href="${ways[way % ways.length]}">tin ${to}</a>`
  }
  const dead = number % oneIn.deadLink === 0 ? ` Trang <a href="${deadAddress(number)}">không còn</a>.` : ''
  const ahead = later <= total ? `, và tiếp theo ở ${link(later, number + 1)}` : ''
  return `<p>Xem thêm ${link(earlier, number)}${ahead}.${dead}</p>`
}

/** Where articles of the old site led in vain. */
export const deadAddress = (number: number): string => `${oldHost}/da-xoa/trang-${number}/`
export const isDeadAddress = (path: string): boolean => path.startsWith('/da-xoa/')

const pictureOf = (number: number): string =>
  number % oneIn.picture === 0
    ? `<p><img src="${oldHost}${pictureAddress(number)}" alt="Bà con làm đường, ảnh ${number}"></p>`
    : ''

function categoriesOf(number: number, categoryNumber: number): string {
  const own = [categories[categoryNumber % categories.length]]
  if (number % oneIn.secondCategory === 0) own.push(categories[(categoryNumber + 11) % categories.length])
  return own
    .map((each) => `<category domain="category" nicename="${each?.slug}"><![CDATA[${each?.name}]]></category>`)
    .join('')
}

const metaOf = (key: string, value: number): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`

function attachmentItem(number: number, total: number): string {
  const address = `${oldHost}${pictureAddress(number)}`
  return `<item><title>anh-${number}</title><link>${oldHost}${oldAddress(number, total)}anh-${number}/</link><guid isPermaLink="false">${address}</guid>
<wp:post_id>${10_000_000 + number}</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
<wp:attachment_url>${address}</wp:attachment_url>${metaOf('_x', 1)}</item>\n`
}
