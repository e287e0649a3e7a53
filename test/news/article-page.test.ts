import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Picture, pictureView } from '../../src/media/index.ts'
import { type ArticleParts, articlePage, coverWish, newsWords, type Update } from '../../src/news/index.ts'
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
    ending: null,
    updates: [],
    reportPath: null,
    files: null,
    lineage,
    cover: null,
    social: null,
    neighbours: { previous: null, next: null },
    related: [],
    path: '/tin-bai/tin-12',
    siteUrl: 'https://dakpo.example',
    timeZone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
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
  focus: null,
}
const cover = { picture, view: pictureView(picture, coverWish) }

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

const update = (parts: Partial<Update>): Update => ({
  kind: 'update',
  at: '2017-02-17T02:15:00.000Z',
  note: '',
  wrong: '',
  right: '',
  ...parts,
})
const notices = [{ name: 'Thông báo', path: '/thong-bao' }]
const endOf2016 = '2016-12-31T17:00:00.000Z'

test('the page says when it was updated, to the minute, and only when it was', () => {
  assert.equal(pageOf().updated, null)
  const { updated } = pageOf({ article: article({ updatedAt: '2017-02-17T02:15:00.000Z' }) })
  assert.deepEqual(updated, { text: '17/02/2017, 09:15', machine: '2017-02-17T09:15:00+07:00' })
})

test('a notice says until when it holds; what ends at midnight holds to the end of the day before', () => {
  const until = (parts: Partial<ArticleParts>) => pageOf(parts).validUntil?.text
  const ends = (expiresAt: string) => ({ article: article({ expiresAt }), lineage: notices })
  assert.equal(until(ends(endOf2016)), '31/12/2016')
  assert.equal(until(ends('2016-12-31T10:00:00.000Z')), '31/12/2016')
  assert.equal(until({ lineage: notices }), undefined)
})

test('of other articles nobody is told that they will end', () => {
  assert.equal(pageOf({ article: article({ expiresAt: endOf2016 }) }).validUntil, null)
})

test('what is over says since when, is not indexed and asks nobody to act', () => {
  const page = pageOf({
    article: article({ expiresAt: endOf2016 }),
    lineage: notices,
    ending: { kind: 'expired', since: endOf2016 },
  })
  assert.deepEqual([page.head.path, page.validUntil], [null, null])
  assert.equal(page.ending?.title, 'Bài này hết hiệu lực từ')
  assert.equal(page.ending?.date.text, '01/01/2017, 00:00')
  assert.equal(page.ending?.isFolded, false)
  assert.equal(page.sharing?.shortAddress, 'dakpo.example/tin-bai/tin-12')
})

test('what was withdrawn says when and why, in its title too, and is neither indexed nor shared', () => {
  const withdrawn = (reason: string) =>
    pageOf({ ending: { kind: 'withdrawn', since: '2017-02-17T02:15:00.000Z', reason } })
  const page = withdrawn('Trùng lịch thu hoạch')
  assert.deepEqual([page.head.path, page.sharing], [null, null])
  assert.deepEqual([page.head.title, page.head.description], ['Đã rút: Tin 12', 'Bài này đã được rút ngày 17/02/2017.'])
  assert.deepEqual([page.ending?.text, page.ending?.isFolded], ['Lý do: Trùng lịch thu hoạch', true])
  assert.equal(withdrawn('').ending?.text, '')
})

test('only corrections stand in the box, with what was wrong as it stood', () => {
  const correction = update({ kind: 'correction', note: 'Sai tên', wrong: 'ở mốt  số', right: 'ở một số' })
  const { corrections } = pageOf({ updates: [correction, update({ note: 'Thêm ảnh' })] })
  assert.deepEqual(
    corrections?.shown.map(({ date, note, wrong, right }) => [date.text, note, wrong, right]),
    [['17/02/2017', 'Sai tên', 'ở mốt  số', 'ở một số']],
  )
  assert.equal(pageOf({ updates: [update({ note: 'Thêm ảnh' })] }).corrections, null)
})

test('the history tells everything, down to the first publication', () => {
  const { history } = pageOf({
    updates: [
      update({ kind: 'explanation', note: 'Số liệu đúng' }),
      update({ kind: 'correction', wrong: 'mốt', right: 'một' }),
      update({ kind: 'correction', note: 'Sai tên' }),
      update({ note: 'Thêm ảnh' }),
      update({}),
    ],
  })
  assert.deepEqual(
    history.map(({ text }) => text),
    [
      'Trả lời bạn đọc: Số liệu đúng',
      'Đính chính: “mốt” sửa thành “một”',
      'Đính chính: Sai tên',
      'Thêm ảnh',
      'Cập nhật',
      'Đăng lần đầu.',
    ],
  )
  assert.equal(history.at(-1)?.date.text, '16/02/2017, 16:40')
  assert.deepEqual(pageOf().history, [])
})
