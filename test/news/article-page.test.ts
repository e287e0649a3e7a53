import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Picture, pictureView } from '../../src/media/index.ts'
import { type ArticleParts, articlePage, coverWish, newsWords } from '../../src/news/index.ts'
import { article, headline } from './given-news.ts'

const title =
  'Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới, Vì sự tiến bộ phụ nữ năm 2016'
const lineage = [
  { name: 'Tin tức', path: '/tin-tuc' },
  { name: 'Kinh tế', path: '/tin-tuc/kinh-te' },
]

const pageOf = (parts: Partial<ArticleParts> = {}) =>
  articlePage({
    article: article(),
    lineage,
    cover: null,
    neighbours: { previous: null, next: null },
    related: [],
    path: '/tin-bai/tin-12',
    siteUrl: 'https://dakpo.example',
    timeZone: 'Asia/Ho_Chi_Minh',
    words: newsWords.vi,
    ...parts,
  })

const picture: Picture = {
  id: 3,
  key: '0123456789abcdef0123',
  fileName: 'hoi-nghi',
  originalName: 'hội nghị.jpg',
  format: 'jpeg',
  width: 4000,
  height: 3000,
  bytes: 1,
  alternativeText: 'Hội trường nhìn từ hàng ghế cuối',
  isDecorative: false,
  caption: 'Quang cảnh hội nghị.',
  credit: 'Ảnh: Lan Hương',
  uploadedAt: '2017-02-16T03:00:00.000Z',
  publicSince: '2017-02-16T03:00:00.000Z',
}
const cover = { picture, view: pictureView(picture, coverWish), social: null }

test('the way to an article ends in its title: short for the eye, whole for machines', () => {
  const { crumbs } = pageOf({ article: article({ title }) })
  assert.equal(crumbs.here, title)
  assert.equal(crumbs.shortened, 'Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị trực tuyến…')
  assert.deepEqual(crumbs.above, lineage)
})

test('the date is the day in Việt Nam, with its zone for machines', () => {
  const { date } = pageOf({ article: article({ publishedAt: '2017-02-15T17:30:00.000Z' }) })
  assert.deepEqual(date, { text: '16/02/2017', machine: '2017-02-16T00:30:00+07:00' })
})

test('the description is the lead, at most 200 letters and never half a word', () => {
  const lead = 'Sáng ngày 15/02/2017, hội nghị trực tuyến diễn ra tại các điểm cầu. '.repeat(6).trim()
  const { head } = pageOf({ article: article({ lead }) })
  assert.ok(head.description.length <= 200)
  assert.match(head.description, /^Sáng ngày .*[\p{L}\d]…$/u)
  assert.ok(lead.includes(head.description.slice(0, -1)))
})

test('the cover stands after the lead, unless the text shows it already', () => {
  const figure = pageOf({ cover }).cover
  assert.equal(figure?.caption, 'Quang cảnh hội nghị.')
  assert.equal(figure?.credit, 'Ảnh: Lan Hương')

  const bodyHtml = `<figure><img src="/hinh-anh/${picture.key}/hoi-nghi-960.jpg"></figure>`
  assert.equal(pageOf({ cover, article: article({ bodyHtml }) }).cover, null)
})

test('a source is a link only when its address leads to the web', () => {
  const sourceAt = (address: string) =>
    pageOf({ article: article({ source: { name: 'Báo Gia Lai', address } }) }).source
  assert.deepEqual(sourceAt('https://baogialai.com.vn'), { name: 'Báo Gia Lai', address: 'https://baogialai.com.vn' })
  for (const address of ['', 'javascript:alert(1)', '//evil.example'])
    assert.deepEqual(sourceAt(address), { name: 'Báo Gia Lai', address: null })
})

test('links to share carry the public address and the title', () => {
  const { sharing } = pageOf({ article: article({ title: 'Nước & điện' }) })
  assert.deepEqual(sharing?.links, [
    {
      name: 'Facebook',
      address: 'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fdakpo.example%2Ftin-bai%2Ftin-12',
    },
    {
      name: 'Email',
      address:
        'mailto:?subject=N%C6%B0%E1%BB%9Bc%20%26%20%C4%91i%E1%BB%87n&body=https%3A%2F%2Fdakpo.example%2Ftin-bai%2Ftin-12',
    },
  ])
  assert.equal(sharing?.shortAddress, 'dakpo.example/tin-bai/tin-12')
})

test('a preview has no address: nothing to share, nothing to index', () => {
  const page = pageOf({ path: null })
  assert.equal(page.sharing, null)
  assert.equal(page.head.path, null)
})

test('an article without a category still has a page', () => {
  const page = pageOf({ lineage: [], related: [headline(1)] })
  assert.deepEqual([page.place, page.related], [null, null])
})

test('related articles leave out what the links before them say, while three others exist', () => {
  const neighbours = { previous: headline(1), next: null }
  const paths = (ids: number[]) => ids.map((id) => `/tin-bai/tin-${id}`)
  const shown = (ids: number[]) =>
    pageOf({ neighbours, related: ids.map((id) => headline(id)) }).related?.stories.map((story) => story.path)

  assert.deepEqual(shown([1, 2, 3, 4, 5]), paths([2, 3, 4]))
  assert.deepEqual(shown([1, 2, 3]), paths([1, 2, 3]))
})

test('numbers stay with their units where people read, and only there', () => {
  const page = pageOf({ article: article({ title: 'Khởi công đường dài 2,4 km' }) })
  assert.equal(page.title, 'Khởi công đường dài 2,4\u00a0km')
  assert.equal(page.head.title, 'Khởi công đường dài 2,4 km')
})
