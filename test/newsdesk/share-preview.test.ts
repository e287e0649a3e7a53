import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as given from '../support/given.ts'
import { elementsIn, pageOf, textIn } from '../support/html.ts'
import { huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'

const title =
  'Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới, Vì sự tiến bộ phụ nữ năm 2016'

/** What the section of the editor shows, by the names of the fields that it follows. */
async function shownIn(html: string) {
  const section = elementsIn(pageOf(html)).find(({ properties }) => 'dataSharePreview' in properties) ?? assert.fail()
  const all = elementsIn(section)
  return {
    text: textIn(section),
    texts: (name: string) => all.filter(({ properties }) => properties['dataShows'] === name).map(textIn),
    hidden: all
      .filter(({ properties }) => properties['hidden'] === true)
      .map(({ properties }) => [properties['className']].flat().join(' ')),
    pictures: all.filter(({ tagName }) => tagName === 'img').length,
  }
}

test('beside the editor stands how the saved article looks where others link to it, without script', async () => {
  const portal = await testPortal({ SITE_URL: 'https://dakpo.gialai.gov.vn' })
  const lead = 'Sáng ngày 15/02/2017, hội nghị trực tuyến diễn ra tại các điểm cầu. '.repeat(5)
  const { desk } = await given.article(portal, { as: 'draft', typed: { title, lead } })
  const shown = await shownIn((await portal.as(huong).get(desk)).text)

  assert.match(shown.text, /dakpo\.gialai\.gov\.vn › tin-bai › ban-vi-su-tien-bo-phu-nu/)
  for (const text of shown.texts('title')) assert.match(text, /^Ban Vì sự tiến bộ.*\p{L}…$/u)
  const [found = ''] = shown.texts('lead')
  assert.ok(found.length > 130 && found.length <= 155)
  assert.match(found, /[\p{L}\d]…$/u)
  assert.equal(shown.pictures, 0)
  assert.deepEqual(shown.hidden, ['picture'])
})

test('a lying cover stands on the card, and the drawn one goes', async () => {
  const portal = await testPortal()
  const cover = await given.picture(portal, { alternativeText: 'Ruộng rau' })
  const { desk } = await given.article(portal, {
    as: 'draft',
    typed: { coverPictureId: String(cover.id), coverAlternative: 'Ruộng rau' },
  })
  const shown = await shownIn((await portal.as(huong).get(desk)).text)
  assert.equal(shown.pictures, 1)
  assert.deepEqual(shown.hidden, ['drawn', 'muted drawn-help'])
})

test('an article that nobody has begun says what is missing', async () => {
  const portal = await testPortal()
  const shown = await shownIn((await portal.as(huong).get('/quan-tri/bai-viet/moi')).text)
  assert.deepEqual([...new Set(shown.texts('title'))], ['Chưa có tiêu đề'])
  assert.deepEqual([...new Set(shown.texts('lead'))], ['Chưa có lời dẫn.'])
})
