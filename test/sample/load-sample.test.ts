import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { emptyContent } from '../../src/articles/index.ts'
import { saveArticle } from '../../src/articles/save-article.ts'
import { dakPoArticle } from '../../src/sample/articles/dak-po.ts'
import { sampleArticles } from '../../src/sample/articles/index.ts'
import { samplePictures } from '../../src/sample/pictures.ts'
import { looksLikeFileName } from '../../src/text/file-name.ts'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { an } from '../support/people.ts'
import { root } from '../support/sources.ts'
import { testPortal } from '../support/test-portal.ts'

const now = '2026-11-24T03:00:00Z'
const portal = await testPortal()
portal.clock.set(now)
const isFilled = await portal.fillIfUntouched()
const reader = portal.visitor()

const seedText = join(root, '../shared/seed/dak-po-article.txt')
const plain = (text: string) => text.replace(/[\u00a0\s]+/g, ' ').trim()
/** The paragraphs of the old portal's page between its date and its byline. */
const quoted = existsSync(seedText)
  ? (readFileSync(seedText, 'utf8')
      .split(/Ngày đăng bài: [\d/]+|Lan Hương - Văn phòng/)[1]
      ?.split('\n')
      .map(plain)
      .filter((line) => line !== '' && !line.endsWith('.jpg')) ?? [])
  : [dakPoArticle.lead, ...dakPoArticle.body.split('\n\n')].map(plain)

async function seedPage() {
  const row = await portal.database.read
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'articles.live_edition_id')
    .select(['articles.id', 'articles.slug'])
    .where('title', '=', dakPoArticle.title)
    .executeTakeFirstOrThrow()
  return reader.get(`/tin-bai/${row.slug}-${row.id}`)
}

describe('a fresh installation', () => {
  test('gets about forty articles, all of which readers can open', async () => {
    assert.ok(isFilled)
    const rows = await portal.database.read.selectFrom('articles').select(['id', 'slug', 'published_at']).execute()
    assert.ok(rows.length >= 35 && rows.length <= 60, String(rows.length))
    assert.equal(rows.length, sampleArticles.length)
    for (const { id, slug, published_at } of rows) {
      assert.ok(published_at && published_at <= portal.clock.now(), slug)
      assert.equal((await reader.get(`/tin-bai/${slug}-${id}`)).status, 200, slug)
    }
    assert.match((await reader.get('/')).main(), /\/tin-bai\//)
  })

  test('numbers its articles by their dates', async () => {
    const rows = await portal.database.read.selectFrom('articles').select('published_at').orderBy('id').execute()
    const dates = rows.map(({ published_at }) => published_at ?? '')
    assert.deepEqual(dates, dates.toSorted())
  })

  test('has every article in a category of the menu', async () => {
    const rows = await portal.database.read
      .selectFrom('editions')
      .select('title')
      .where('category_id', 'is', null)
      .execute()
    assert.deepEqual(rows, [])
  })

  test('describes every picture that it shows', async () => {
    for (const { alternativeText, originalName } of Object.values(samplePictures)) {
      assert.ok(alternativeText.length > 20, originalName)
      assert.ok(!looksLikeFileName(alternativeText, originalName), alternativeText)
    }
    for (const { cover, body, title } of sampleArticles) {
      assert.ok(cover === null || Object.hasOwn(samplePictures, cover), title)
      for (const [, name] of body.matchAll(/\(anh:([^)\s]+)/g))
        assert.ok(Object.hasOwn(samplePictures, name ?? ''), title)
    }
    const pictures = await portal.database.read
      .selectFrom('pictures')
      .select(['alternative_text', 'public_since'])
      .execute()
    assert.equal(pictures.length, Object.keys(samplePictures).length)
    assert.ok(pictures.every(({ alternative_text }) => alternative_text !== ''))
  })

  test('is never filled twice', async () => {
    const before = await given.everythingStored(portal)
    assert.equal(await portal.fillIfUntouched(), false)
    assert.deepEqual(await given.everythingStored(portal), before)
  })
})

describe('the article of the first user', () => {
  test('stands where it stood, under its date', async () => {
    const page = await seedPage()
    const crumbs = elementsIn(pageOf(page.text)).find(({ properties }) => String(properties['className']) === 'crumbs')
    const steps = elementsIn(crumbs ?? pageOf(''))
      .filter(({ tagName }) => tagName === 'li')
      .map(textIn)
      .map(plain)
    assert.deepEqual(
      steps.slice(0, 3).map((step) => step.toLowerCase()),
      ['trang chủ', 'tin tức', 'lao động - thương binh và xã hội'],
    )
    assert.match(page.main(), /Ngày đăng bài:[\s\S]{0,40}<time datetime="2017-02-16[^"]*">16\/02\/2017<\/time>/)
    assert.match((await reader.get('/tin-tuc/lao-dong-thuong-binh-va-xa-hoi')).text, /Ban Vì sự tiến bộ phụ nữ tỉnh/)
  })

  test('is quoted whole, misprints and all', async () => {
    const elements = elementsIn(pageOf((await seedPage()).main()))
    const title = elements.find(({ tagName }) => tagName === 'h1')
    const paragraphs = elements
      .filter(({ tagName }) => tagName === 'p')
      .map(textIn)
      .map(plain)

    assert.equal(plain(textIn(title ?? pageOf(''))), plain(dakPoArticle.title))
    assert.ok(quoted.length >= 5 && quoted.join(' ').includes('mốt số'))
    for (const paragraph of quoted) assert.ok(paragraphs.includes(paragraph), paragraph.slice(0, 80))
    const first = paragraphs.indexOf(quoted[0] ?? '')
    assert.deepEqual(
      paragraphs.slice(first).filter((paragraph) => quoted.includes(paragraph)),
      quoted,
    )
  })

  test('names its writer and her office apart', async () => {
    const writer = '<b><a href="/tac-gia/lan-huong">Lan Hương</a></b>'
    assert.ok((await seedPage()).main().includes(`<p class="byline">${writer} Văn phòng HĐND và UBND huyện</p>`))
  })

  test('shows the picture that was sent under its long name, described', async () => {
    const page = await seedPage()
    const images = elementsIn(pageOf(page.main())).filter(({ tagName }) => tagName === 'img')
    const image = images.find(({ properties }) => !String(properties['src']).endsWith('.svg'))
    assert.equal(image?.properties['alt'], samplePictures['hoi-nghi']?.alternativeText)
    assert.equal((await reader.get(String(image?.properties['src']))).status, 200)
    const names = await portal.database.read.selectFrom('pictures').select('original_name').execute()
    assert.ok(
      names.some(({ original_name }) => original_name === '16700487_858229570983576_4847624788838071746_o-(1).jpg'),
    )
  })

  test('has the agency below it, which a phone can call', async () => {
    const page = await seedPage()
    const text = plain(textIn(pageOf(page.text)))
    for (const fact of [
      'UBND huyện Đak Pơ tỉnh Gia Lai',
      'Tổ dân phố 2, thị trấn Đak Pơ, huyện Đak Pơ, tỉnh Gia Lai',
      '(0269) 3 738 275',
      'ubnddakpo@gialai.gov.vn',
    ])
      assert.ok(text.includes(fact), fact)
    assert.equal(text.split('(0269) 3 738 275').length - 1 >= 2, true, 'telephone and fax')
    assert.match(page.text, /href="tel:\+842693738275"/)
  })
})

describe('the sample is never loaded where somebody began', () => {
  const begun: Record<string, (portal: Awaited<ReturnType<typeof testPortal>>) => Promise<unknown>> = {
    'to employ staff': (used) => used.idOf(an),
    'to make categories': (used) => given.category(used, 'Tin tức'),
    'to write': (used) =>
      saveArticle(used, null, {
        articleId: null,
        version: 0,
        formKey: null,
        content: { ...emptyContent, title: 'Tin đầu tiên' },
        body: { html: '', pictureIds: [] },
      }),
  }
  for (const [deed, begin] of Object.entries(begun)) {
    test(deed, async () => {
      const used = await testPortal()
      await begin(used)
      const before = await given.everythingStored(used)
      assert.equal(await used.fillIfUntouched(), false)
      assert.deepEqual(await given.everythingStored(used), before)
    })
  }
})
