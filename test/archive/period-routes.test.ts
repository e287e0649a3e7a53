import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdraw } from '../news/given-news.ts'
import { portalWith, titlesOn } from './given-archive.ts'

const at = (day: string, hour = '03:00:00') => `2017-02-${day}T${hour}.000Z`

test('a day lists what was published on it in the office, and leads to the days beside it', async () => {
  const { visitor } = await portalWith([
    { title: 'Sáng mười lăm', at: at('14', '17:00:00') },
    { title: 'Khuya mười lăm', at: at('15', '16:59:59') },
    { title: 'Mười sáu', at: at('15', '17:00:00') },
    { title: 'Mười', at: at('10') },
  ])
  const answer = await visitor.get('/luu-tru/2017/02/15')
  assert.deepEqual(titlesOn(answer.main()), ['Khuya mười lăm', 'Sáng mười lăm'])
  assert.match(answer.main(), /href="\/luu-tru\/2017\/02\/10" rel="prev"/)
  assert.match(answer.main(), /href="\/luu-tru\/2017\/02\/16" rel="next"/)
  assert.match(
    answer.main(),
    /<a href="\/luu-tru\/2017\/02\/15" aria-label="15\/02\/2017, 2 tin" aria-current="page">15</,
  )
  assert.match(answer.main(), /<td><span>14<\/span><\/td>/)
  assert.match(answer.text, /<link rel="canonical" href="[^"]+\/luu-tru\/2017\/02\/15">/)
})

test('an empty day is there, says so, names the nearest, and is nobody’s find', async () => {
  const { visitor } = await portalWith([{ at: at('03') }, { at: at('08') }])
  const answer = await visitor.get('/luu-tru/2017/02/05')
  assert.equal(answer.status, 200)
  assert.match(answer.main(), /Không có tin ngày 05\/02\/2017/)
  assert.match(answer.main(), /Ngày gần nhất có tin là <a href="\/luu-tru\/2017\/02\/03">03\/02\/2017<\/a>/)
  assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
  assert.equal((await visitor.get('/luu-tru/2017/02/03')).headers.get('x-robots-tag'), null)
  const future = await visitor.get('/luu-tru/2019/01/01')
  assert.match(future.main(), /Không có tin ngày 01\/01\/2019.*nhất có tin là <a href="\/luu-tru\/2017\/02\/08">/s)
})

test('a date that no calendar has is not there', async () => {
  const { visitor } = await portalWith([{ at: at('03') }])
  const nowhere = [
    '/2017/02/31',
    '/2017/13',
    '/2017-02',
    '/2017/02/3',
    '/17',
    '/2017/02/03/04',
    '/hai/02',
    '/2017/02?trang=2',
  ]
  for (const path of nowhere) assert.equal((await visitor.get(`/luu-tru${path}`)).status, 404, path)
  for (const path of ['', '/2017', '/2017/02', '/2017/02/03', '/2016/02/29'])
    assert.equal((await visitor.get(`/luu-tru${path}`)).status, 200, path)
})

test('a month turns its pages, newest first', async () => {
  const { visitor } = await portalWith(
    Array.from({ length: 23 }, (_, place) => ({
      title: `Tin ${place}`,
      at: at('12', `03:00:${String(place).padStart(2, '0')}`),
    })),
  )
  const first = titlesOn((await visitor.get('/luu-tru/2017/02')).main())
  const second = titlesOn((await visitor.get('/luu-tru/2017/02?trang=2')).main())
  assert.deepEqual([first[0], first.length, second], ['Tin 22', 20, ['Tin 2', 'Tin 1', 'Tin 0']])
  assert.equal((await visitor.get('/luu-tru/2017/02?trang=3')).status, 404)
})

test('months without news are text, years stand beside them', async () => {
  const { visitor } = await portalWith([{ at: at('03') }, { at: '2015-06-01T03:00:00.000Z' }])
  const root = (await visitor.get('/luu-tru')).main()
  assert.match(root, /<li><a href="\/luu-tru\/2017\/02">Tháng 2 <small>1 tin<\/small><\/a><\/li>/)
  assert.match(root, /<li>Tháng 3<\/li>/)
  assert.match(root, /<a href="\/luu-tru\/2015">2015 <small>1 tin<\/small>/)
  const empty = (await visitor.get('/luu-tru/2011')).main()
  assert.match(empty, /Không có tin năm 2011.*gần nhất có tin là <a href="\/luu-tru\/2015">2015<\/a>/s)
})

test('an archive without any article says that there is none', async () => {
  const { visitor } = await portalWith([])
  for (const path of ['/luu-tru', '/luu-tru/2017/02', '/tin-moi']) {
    const answer = await visitor.get(path)
    assert.equal(answer.status, 200, path)
    assert.match(answer.main(), /class="blank"/, path)
  }
})

test('a list narrows to a category and those below it, by its present address or an old one', async () => {
  const { visitor, given, portal } = await portalWith([{ title: 'Giá mía', at: at('03') }])
  await given.addNotice({ title: 'Cắt điện', at: at('03') })
  await portal.database.write.updateTable('listing_renewal').set({ version: '' }).execute()
  await portal.renewOutdated()
  const narrowed = async (category: string) => (await visitor.get(`/luu-tru/2017/02/03?chuyen-muc=${category}`)).main()
  assert.deepEqual(titlesOn(await narrowed('')), ['Cắt điện', 'Giá mía'])
  assert.deepEqual(titlesOn(await narrowed('tin-tuc')), ['Giá mía'])
  assert.deepEqual(titlesOn(await narrowed('tin-tuc/kinh-te')), ['Giá mía'])
  assert.match(await narrowed('tin-tuc'), /href="\/luu-tru\/2017\/02\?chuyen-muc=tin-tuc"/)
  const { economy } = given
  await portal.database.write.insertInto('category_paths').values({ path: '/gia-ca', category_id: economy }).execute()
  assert.deepEqual(titlesOn(await narrowed('gia-ca')), ['Giá mía'])
  for (const strange of ['khong-co', '%00', '../etc', 'a'.repeat(3000)])
    assert.equal((await visitor.get(`/luu-tru/2017/02/03?chuyen-muc=${strange}`)).status, 404, strange)
  const twice = await visitor.get('/luu-tru/2017/02/03?chuyen-muc=tin-tuc&chuyen-muc=thong-bao')
  assert.equal(twice.status, 404)
})

test('what is withdrawn, over, scheduled or a draft stands on no day', async () => {
  const { visitor, ids, portal } = await portalWith([
    { title: 'Còn', at: at('16') },
    { title: 'Rút', at: at('16') },
    { title: 'Hết', at: at('16'), expiresAt: at('17', '02:00:00') },
    { title: 'Hẹn', at: at('17', '09:00:00') },
    { title: 'Nháp', at: at('16'), isLive: false },
  ])
  await withdraw(portal.database, ids[1] ?? 0, { at: at('17', '01:00:00') })
  const titles = async () => titlesOn((await visitor.get('/tin-moi')).main())
  assert.deepEqual(await titles(), ['Còn'])
  assert.deepEqual(titlesOn((await visitor.get('/luu-tru/2017/02/16')).main()), ['Còn'])
  portal.clock.set(at('17', '09:00:00'))
  assert.deepEqual(await titles(), ['Hẹn', 'Còn'])
  assert.deepEqual(titlesOn((await visitor.get('/luu-tru/2017/02/17')).main()), ['Hẹn'])
})
