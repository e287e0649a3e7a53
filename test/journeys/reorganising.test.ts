import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sampleAgency } from '../../src/sample/agency.ts'
import { an, duc, huong } from '../support/people.ts'
import { sampleDistrict } from '../support/sample-district.ts'

const portal = await sampleDistrict()

describe('a year in the sample district', () => {
  let article = ''

  test('a reader knows one page of each kind', async () => {
    const { text } = await portal.visitor().get('/tin-tuc/giao-duc')
    article = /href="(\/tin-bai\/[^"]+)"/.exec(text)?.[1] ?? ''
    assert.match(text, /href="\/tin-tuc\/giao-duc" aria-current="page"/)

    const page = await portal.visitor().get(article)
    assert.equal(page.status, 200)
    // Her place in the tree is marked, but the page itself is the article.
    assert.match(page.text, /href="\/tin-tuc\/giao-duc" aria-current="true"/)
    assert.equal(page.text.match(/aria-current="page"/g)?.length, 1)
  })

  test('the office gets a new telephone, and every page can dial it', async () => {
    const pages = ['/', '/tin-tuc', '/tin-tuc?trang=2', article, '/lien-he', '/tim-kiem', '/khong-co']
    for (const page of pages) assert.match((await portal.visitor().get(page)).text, /tel:\+842693738275/, page)

    const form = { ...sampleAgency, phone: '(0269) 3 800 900' }
    assert.equal((await portal.as(huong).post('/quan-tri/co-quan', form)).status, 403)
    assert.equal((await portal.as(an).post('/quan-tri/co-quan', form)).status, 303)

    for (const page of pages) {
      const { text } = await portal.visitor().get(page)
      assert.match(text, /<a href="tel:\+842693800900">\(0269\) 3 800 900<\/a>/, page)
      assert.doesNotMatch(text, /tel:\+842693738275/, page)
    }
    assert.match((await portal.visitor().get('/quan-tri/dang-nhap')).text, /tel:\+842693800900/)
  })

  test('a category gets another name and another place; its old address leads there and its articles stay', async () => {
    const tree = (await portal.as(duc).get('/quan-tri/chuyen-muc')).main()
    const idOf = (name: string) =>
      new RegExp(`href="/quan-tri/chuyen-muc/(\\d+)">${name}<`).exec(tree)?.[1] ?? assert.fail(name)
    const before = await titlesIn('/tin-tuc/giao-duc')
    assert.ok(before.length > 0)

    const answer = await portal.as(duc).post(`/quan-tri/chuyen-muc/${idOf('Giáo dục')}`, {
      name: 'Giáo dục và đào tạo',
      slug: 'giao-duc-va-dao-tao',
      description: 'Trường lớp và việc học.',
      parent: idOf('Thông báo'),
      homePosition: '',
    })
    assert.equal(answer.status, 303)

    const old = await portal.visitor().get('/tin-tuc/giao-duc')
    assert.equal(old.status, 301)
    assert.equal(old.location?.replace(portal.origin, ''), '/thong-bao/giao-duc-va-dao-tao')
    assert.deepEqual(await titlesIn('/thong-bao/giao-duc-va-dao-tao'), before)
    const page = await portal.visitor().get(article)
    assert.equal(page.status, 200)
    const crumbs = /<nav class="crumbs"[\s\S]*?<\/nav>/.exec(page.main())?.[0] ?? ''
    assert.match(
      crumbs,
      /href="\/thong-bao">Thông báo<[\s\S]*href="\/thong-bao\/giao-duc-va-dao-tao">Giáo dục và đào tạo</,
    )
    assert.doesNotMatch(crumbs, /Tin tức/)
    assert.match((await portal.visitor().get('/')).text, /href="\/thong-bao\/giao-duc-va-dao-tao">Giáo dục và đào tạo</)
    assert.doesNotMatch((await portal.visitor().get('/tin-tuc')).main(), new RegExp(`href="${article}"`))
  })

  test('an article that was withdrawn says so, since when and why, and leaves every list', async () => {
    const id = /-(\d+)$/.exec(article)?.[1]
    const path = `/quan-tri/bai-viet/${id}`
    assert.equal((await portal.as(duc).post(`${path}/go`, { withdrawReason: 'Đăng nhầm.' })).status, 303)
    const gone = await portal.visitor().get(article)
    assert.equal(gone.status, 200)
    assert.match(gone.main(), /17\/02\/2017[\s\S]*Đăng nhầm\./)
    assert.doesNotMatch((await portal.visitor().get('/thong-bao')).main(), new RegExp(`href="${article}"`))
  })

  async function titlesIn(path: string): Promise<string[]> {
    const { text } = await portal.visitor().get(path)
    return [...text.matchAll(/<article class="story row">[\s\S]*?<h3><a href="[^"]+">([^<]+)</g)].map(
      ([, title = '']) => title,
    )
  }
})
