import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { type Card, cardFingerprint, cardOf, cardSize, socialCard, subjectNamed } from '../../src/cards/card.ts'
import drawCard from '../../src/cards/card-worker.ts'
import type { AgencyBlock } from '../../src/site/layout.ts'

const agency: AgencyBlock = {
  parent: 'Tỉnh Gia Lai',
  unit: 'Ủy ban nhân dân huyện Đak Pơ',
  portalKind: 'Cổng thông tin điện tử',
  shortName: 'UBND huyện Đak Pơ',
  description: '',
  contactName: '',
  address: '',
  phone: '',
  phoneLink: null,
  email: '',
  fax: '',
}
const siteUrl = 'https://dakpo.gialai.gov.vn'
const cardWith = (title: string): Card => cardOf({ articleId: 12, title }, agency, siteUrl)

/** The grey pixels of the part between the band and the foot, where the title stands. */
async function titlePixels(title: string): Promise<Buffer> {
  const area = { left: 0, top: 160, width: cardSize.width, height: 380 }
  return sharp(await drawCard(cardWith(title)))
    .extract(area)
    .greyscale()
    .raw()
    .toBuffer()
}

/** Rows of the title that hold ink. */
async function inkedRows(title: string): Promise<number[]> {
  const pixels = await titlePixels(title)
  const rows = Array.from({ length: pixels.length / cardSize.width }, (_, row) => row)
  return rows.filter((row) =>
    pixels.subarray(row * cardSize.width, (row + 1) * cardSize.width).some((grey) => grey < 128),
  )
}

test('a card is a small PNG of the size that link previews ask for', async () => {
  const bytes = Buffer.from(await drawCard(cardWith('Ruộng rau bén rễ trên đất mía cũ')))
  const { format, width, height } = await sharp(bytes).metadata()
  assert.deepEqual([format, width, height], ['png', 1200, 630])
  assert.ok(bytes.length < 60_000, `${bytes.length} bytes`)
})

describe('every letter is drawn as itself', () => {
  // A font without one would draw the same box for both, or the same base letter.
  const pairs = ['ẵẳ', 'ựử', 'ĐD', 'ƠO', 'ĭi', 'ƀb', 'Ƀ\u0042', 'ĕe', 'ŏo', 'ŭu', 'čc', 'ệê', 'Ẫ\u00c2', 'ỡờ', 'ỷỵ']
  for (const [one = '', other = ''] of pairs.map((pair) => [...pair])) {
    test(`${one} is not ${other}`, async () => {
      const [a, b] = [await titlePixels(one.repeat(3)), await titlePixels(other.repeat(3))]
      assert.ok(a.some((grey) => grey < 128))
      assert.ok(!a.equals(b))
    })
  }

  test('letters with two marks of the highlands too', async () => {
    assert.ok(!(await titlePixels('Siu Hơ̆')).equals(await titlePixels('Siu Hơ')))
  })

  test('what the fonts do not have is left out instead of being a box', async () => {
    assert.equal(cardWith('Mùa 漢字 khô 😀 đến ខ្មែរ').title, 'Mùa khô đến')
    assert.equal(cardWith('a\u0300\u0306').title.normalize('NFC'), 'à\u0306')
  })

  test('what looks like a mark of the drawing language is a letter', async () => {
    const plain = await titlePixels('Giá  5 ')
    assert.ok(!(await titlePixels('Giá <b>5</b> & 6')).equals(plain))
    assert.ok(!(await titlePixels('Giá &lt; 5')).equals(await titlePixels('Giá < 5')))
  })
})

describe('a title', () => {
  const words = 'Ủy ban nhân dân huyện sơ kết sáu tháng đầu năm '

  test('of 200 letters stays between band and foot, in no more than five lines', async () => {
    for (const title of [words.repeat(5).slice(0, 200), 'Ă'.repeat(250), 'g'.repeat(250)]) {
      const rows = await inkedRows(title)
      assert.ok((rows[0] ?? 0) > 0 && (rows.at(-1) ?? 999) < 379, title)
      const lines = rows.filter((row, place) => row - (rows[place - 1] ?? -9) > 1).length
      assert.ok(lines >= 3, title)
    }
  })

  test('that does not fit ends in an ellipsis: what would follow changes nothing', async () => {
    const long = words.repeat(6).trim()
    assert.ok((await titlePixels(`${long} một`)).equals(await titlePixels(`${long} hai`)))
    assert.ok(!(await titlePixels('Mùa khô một')).equals(await titlePixels('Mùa khô hai')))
  })

  test('that is short is set large', async () => {
    const height = async (title: string) => {
      const rows = await inkedRows(title)
      return (rows.at(-1) ?? 0) - (rows[0] ?? 0)
    }
    assert.ok((await height('Mùa khô')) > 45)
  })
})

test('a card without title or with a very long agency can be drawn', async () => {
  for (const card of [
    { ...cardWith(''), parent: '' },
    { ...cardWith('a'), unit: agency.unit.repeat(9) },
  ])
    assert.ok((await drawCard(card)).length > 1_000)
})

describe('the address of a card', () => {
  const path = (title: string, others: Partial<AgencyBlock> = {}) =>
    socialCard({ articleId: 12, title }, { ...agency, ...others }, siteUrl).path

  test('changes with everything that stands on it, and with nothing else', () => {
    const paths = [path('a'), path('b'), path('a', { unit: 'x' }), path('a', { parent: '' })]
    assert.equal(new Set(paths).size, paths.length)
    assert.equal(path('a', { phone: '1' }), path('a'))
    assert.match(path('a'), /^\/the-chia-se\/12-[0-9a-f]{16}\.png$/)
  })

  test('of the portal names no article', () => {
    const card = socialCard(null, agency, siteUrl)
    assert.match(card.path, /^\/the-chia-se\/[0-9a-f]{16}\.png$/)
    assert.equal(card.alternativeText, 'Cổng thông tin điện tử UBND huyện Đak Pơ')
  })

  test('is read strictly', () => {
    const fingerprint = cardFingerprint(cardWith('a'))
    assert.deepEqual([subjectNamed(`12-${fingerprint}.png`), subjectNamed(`${fingerprint}.png`)], [12, 'portal'])
    for (const name of [
      '',
      '.png',
      `0-${fingerprint}.png`,
      `-1-${fingerprint}.png`,
      `${fingerprint}.jpg`,
      `../${fingerprint}.png`,
      `12-${fingerprint}`,
    ])
      assert.equal(subjectNamed(name), null, name)
  })
})
