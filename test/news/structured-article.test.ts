import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { articlePath } from '../../src/news/index.ts'
import { machineDataIn, plain, type ReadStatement, seenIn } from '../support/machine-data.ts'
import { sampleDistrict } from '../support/sample-district.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'
import { fillNews, now, setEnd, tell, withdraw } from './given-news.ts'

const siteUrl = 'https://dakpo.gialai.gov.vn'

/** The article as machines and as readers get it. */
async function bothOf(portal: TestPortal, path: string) {
  const { text } = await portal.visitor().get(path)
  const data = machineDataIn(text)
  return {
    data,
    seen: seenIn(text),
    article: data.statement('NewsArticle') ?? assert.fail(`no NewsArticle on ${path}`),
  }
}

const namesOf = (authors: unknown) => [authors ?? []].flat().map((author) => (author as { name?: string }).name)
const textsOf = (value: unknown): string[] => [value ?? []].flat().map(String)

/** What a search engine is told of this article and a reader cannot find on its page. */
function untrue({ article, seen }: { article: ReadStatement; seen: ReturnType<typeof seenIn> }): string[] {
  const isSeen = (text: unknown) => seen.text.includes(plain(String(text)))
  const corrections = [article['correction'] ?? []].flat() as { text: string; datePublished: string }[]
  const claims: Record<string, boolean> = {
    headline: plain(String(article['headline'])) === seen.heading,
    description: article['description'] === undefined || isSeen(article['description']),
    datePublished: seen.dates[0] === article['datePublished'],
    dateModified: (article['dateModified'] ?? seen.dates[1]) === seen.dates[1],
    author: namesOf(article['author']).every((name) => name === undefined || isSeen(name)),
    articleSection: seen.crumbs.at(-1)?.name === article['articleSection'],
    keywords: textsOf(article['keywords']).every(isSeen),
    correction: corrections.every(({ datePublished }) => seen.moments.includes(datePublished)),
    source: namesOf((article['isBasedOn'] as { publisher?: object })?.publisher).every((name) => !name || isSeen(name)),
    image: textsOf(article['image']).every((address) => seen.pictures.some((src) => isCutOf(address, src))),
  }
  return Object.keys(claims).filter((name) => !claims[name])
}

/** The key of a picture stands in the addresses of all its files. */
const isCutOf = (address: string, src: string) => {
  const key = /\/hinh-anh\/([0-9a-f]{20})\//.exec(address)?.[1]
  return key !== undefined && src.includes(key)
}

describe('of every article of the sample district', () => {
  let portal: TestPortal
  const paths: string[] = []
  before(async () => {
    portal = await sampleDistrict({ SITE_URL: siteUrl })
    const articles = await portal.database.read
      .selectFrom('articles')
      .select(['id', 'slug'])
      .where('live_edition_id', 'is not', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    paths.push(...articles.map(articlePath))
  })

  test('machines are told nothing that its page does not show', async () => {
    const lies: string[] = []
    let pictured = 0
    for (const path of paths) {
      const { text, status } = await portal.visitor().get(path)
      // What waits for its hour, and what is over, has no such page.
      if (status !== 200 || machineDataIn(text).canonical === null) continue
      const both = await bothOf(portal, path)
      lies.push(...untrue(both).map((name) => `${path}: ${name}`))
      pictured += Number(both.article['image'] !== undefined)
    }
    assert.deepEqual(lies, [])
    assert.ok(paths.length > 20 && pictured > 10)
  })

  test('everything is said that Google asks for or recommends', async () => {
    const missing: string[] = []
    const path = paths.at(-1) ?? ''
    const { data } = await bothOf(portal, path)
    for (const { statements } of [data, machineDataIn((await portal.visitor().get('/')).text)]) {
      for (const [type, names] of Object.entries(googleAsks)) {
        const statement = statements.find((each) => each['@type'] === type)
        missing.push(
          ...names
            .filter((name) => statement && valueAt(statement, name) === undefined)
            .map((name) => `${type}.${name}`),
        )
      }
    }
    assert.deepEqual(missing, [])
    assert.equal(valueAt({ '@type': 'a', b: [{ c: '' }] }, 'b.c'), undefined)
  })

  test('times carry the zone of the portal, and addresses are whole', async () => {
    const { article, data } = await bothOf(portal, paths[0] ?? '')
    assert.match(String(article['datePublished']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
    const addresses = JSON.stringify(data.statements).match(/"(https?:)?\/[^"]*"/g) ?? []
    assert.ok(addresses.length > 5)
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith(`"${siteUrl}/`) && address !== '"https://schema.org"'),
      [],
    )
  })
})

/** https://developers.google.com/search/docs/appearance/structured-data: required and recommended, for what we use of it. */
const googleAsks: Record<string, string[]> = {
  NewsArticle: ['headline', 'author.name', 'author.url', 'datePublished', 'publisher', 'mainEntityOfPage'],
  BreadcrumbList: ['itemListElement', 'itemListElement.position', 'itemListElement.name', 'itemListElement.item'],
  WebSite: ['name', 'alternateName', 'url', 'potentialAction.target.urlTemplate', 'potentialAction.query-input'],
  GovernmentOrganization: [
    'name',
    'url',
    'logo',
    'description',
    'address',
    'telephone',
    'email',
    'contactPoint.telephone',
  ],
}

/** The first value at `a.b.c`, through lists; undefined when there is none or an empty one. */
function valueAt(statement: object, path: string): unknown {
  const value = path
    .split('.')
    .reduce<unknown>((below, name) => ([below].flat()[0] as Record<string, unknown> | undefined)?.[name], statement)
  return value === '' ? undefined : value
}

describe('of an article', () => {
  async function portalWithNews() {
    const portal = await testPortal({ SITE_URL: siteUrl })
    portal.clock.set(now)
    const given = await fillNews(portal.database)
    const edit = async (id: number, columns: Record<string, string | null>) =>
      void (await portal.database.write.updateTable('editions').set(columns).where('article_id', '=', id).execute())
    return { portal, given, edit, look: (id: number) => bothOf(portal, `/tin-bai/tin-${id}`) }
  }

  test('that was updated, both dates are those that readers see; a small fix changes none', async () => {
    const { given, look } = await portalWithNews()
    const plainOne = await look(await given.add())
    assert.deepEqual([plainOne.article['dateModified'], plainOne.data.metas('article:modified_time')], [undefined, []])

    const updated = await look(await given.add({ updatedAt: '2017-02-17T02:15:00.000Z' }))
    assert.equal(updated.article['datePublished'], '2017-02-16T10:00:00+07:00')
    assert.equal(updated.article['dateModified'], '2017-02-17T09:15:00+07:00')
    assert.deepEqual(updated.data.metas('article:modified_time'), ['2017-02-17T09:15:00+07:00'])
    assert.deepEqual(untrue(updated), [])
  })

  test('that was corrected, each correction is told with its day', async () => {
    const { portal, given, look } = await portalWithNews()
    const id = await given.add({ updatedAt: '2017-02-17T02:15:00.000Z' })
    const at = '2017-02-17T02:15:00.000Z'
    await tell(portal.database, id, { kind: 'correction', at, note: 'Sửa số hộ.', wrong: '120 hộ', right: '102 hộ' })
    await tell(portal.database, id, { kind: 'update', at, note: 'Thêm ảnh.' })
    const both = await look(id)
    assert.deepEqual(both.article['correction'], [
      {
        '@type': 'CorrectionComment',
        text: 'Sửa số hộ. “120 hộ” sửa thành “102 hộ”',
        datePublished: '2017-02-17T09:15:00+07:00',
      },
    ])
    for (const words of ['Sửa số hộ.', '120 hộ', '102 hộ']) assert.ok(both.seen.text.includes(words))
    assert.deepEqual(untrue(both), [])
  })

  test('that was taken over from elsewhere, the source is told, with its address where it has one', async () => {
    const { given, edit, look } = await portalWithNews()
    const publisher = { '@type': 'Organization', name: 'Báo Gia Lai' }
    const based = async (address: string) => {
      const id = await given.add()
      await edit(id, { source_name: 'Báo Gia Lai', source_address: address })
      const both = await look(id)
      assert.deepEqual(untrue(both), [])
      return both.article['isBasedOn']
    }
    const url = 'https://baogialai.com.vn/tin-1'
    assert.deepEqual(await based(url), { '@type': 'CreativeWork', publisher, url })
    assert.deepEqual(await based('javascript:alert(1)'), { '@type': 'CreativeWork', publisher })
  })

  test('without picture, author, tags and category, nothing is made up', async () => {
    const { given, edit, look } = await portalWithNews()
    const id = await given.add()
    await edit(id, { author: '', unit: '', tags: '[]', lead: '', category_id: null })
    const { article, data } = await look(id)
    assert.deepEqual(
      ['image', 'keywords', 'articleSection', 'description', 'isBasedOn', 'correction', 'expires'].filter(
        (name) => name in article,
      ),
      [],
    )
    assert.deepEqual(article['author'], { '@id': data.statement('GovernmentOrganization')?.['@id'] })
    assert.deepEqual(data.metas('DC.creator'), [data.statement('GovernmentOrganization')?.['name']])
  })

  test('that is a notice, machines are told until when it holds, as readers are', async () => {
    const { given, look } = await portalWithNews()
    const both = await look(await given.addNotice({ expiresAt: '2017-02-27T10:00:00.000Z' }))
    assert.equal(both.article['expires'], '2017-02-27T17:00:00+07:00')
    assert.ok(both.seen.dates.includes('2017-02-27T17:00:00+07:00'))
    const other = await look(await given.add({ expiresAt: '2017-02-27T10:00:00.000Z' }))
    assert.equal(other.article['expires'], undefined)
  })

  test('that was withdrawn or is over, machines are told nothing, and nobody is lured by its picture', async () => {
    const { portal, given } = await portalWithNews()
    const [withdrawn, over] = [await given.add({ at: '2017-02-10T03:00:00.000Z' }), await given.add()]
    await withdraw(portal.database, withdrawn, { at: '2017-02-12T03:00:00.000Z' })
    await setEnd(portal.database, over, '2017-02-17T02:00:00.000Z')
    for (const id of [withdrawn, over]) {
      const { text } = await portal.visitor().get(`/tin-bai/tin-${id}`)
      assert.deepEqual(machineDataIn(text).statements, [])
      assert.deepEqual(machineDataIn(text).metas('robots'), [])
    }
    const { text } = await portal.visitor().get(`/tin-bai/tin-${withdrawn}`)
    const [portalCard] = machineDataIn((await portal.visitor().get('/lien-he')).text).metas('og:image')
    assert.deepEqual(machineDataIn(text).metas('og:image'), [portalCard])
  })

  test('the head says for older machines what the statement says', async () => {
    const { given, look } = await portalWithNews()
    const { article, data } = await look(await given.add({ title: 'Nước & điện' }))
    const said: Record<string, string[]> = {
      'DC.title': ['Nước & điện'],
      'DC.creator': ['Lan Hương', 'Văn phòng'],
      'DC.date': ['2017-02-16T10:00:00+07:00'],
      'DC.publisher': [String(data.statement('GovernmentOrganization')?.['name'])],
      'DC.language': ['vi'],
      'DC.description': ['Tóm tắt'],
      'og:title': ['Nước & điện'],
      'og:type': ['article'],
      'article:published_time': ['2017-02-16T10:00:00+07:00'],
      'article:section': ['kinh-te'],
      'article:tag': ['bình đẳng giới', 'hội nghị'],
      'twitter:card': ['summary_large_image'],
    }
    for (const [name, contents] of Object.entries(said)) assert.deepEqual(data.metas(name), contents, name)
    assert.equal(article['inLanguage'], 'vi')
    assert.deepEqual(article['keywords'], ['bình đẳng giới', 'hội nghị'])
  })
})
