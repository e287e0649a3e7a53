import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Description,
  descriptionIssues,
  mediaWords,
  type Picture,
  pictureProblems,
  pictureView,
} from '../../src/media/index.ts'
import { libraryAddress, readWish } from '../../src/media/library-address.ts'
import { kindOf } from '../../src/media/picture-kind.ts'
import { limitNumbers } from '../../src/media/picture-limits.ts'
import { variantNamed, variantWidths } from '../../src/media/picture-variants.ts'
import { heicHead } from './pictures.ts'

const words = mediaWords.vi
const phoneName = '16700487_858229570983576_4847624788838071746_o-(1).jpg'
const hall = 'Đại biểu ngồi kín hội trường, màn hình lớn chia nhiều điểm cầu.'

const described = (parts: Partial<Description> = {}): Description => ({
  alternativeText: hall,
  isDecorative: false,
  caption: '',
  credit: '',
  ...parts,
})

const picture: Picture = {
  id: 7,
  key: '00112233445566778899',
  fileName: 'ruong-rau-2017',
  originalName: 'ruộng rau 2017.jpg',
  format: 'jpeg',
  width: 1200,
  height: 800,
  bytes: 52_000,
  ...described(),
  uploadedAt: '2017-02-16T01:58:00.000Z',
  publicSince: null,
  focus: null,
}

test('a picture needs a description unless it is decoration', () => {
  assert.equal(pictureProblems({ ...picture, alternativeText: '' }), 'missing')
  assert.equal(pictureProblems({ ...picture, alternativeText: '', isDecorative: true }), null)
  assert.equal(pictureProblems(picture), null)
})

test('the name of the file is no description, with or without its ending', () => {
  const { ['file-name']: sentence } = words.problems
  for (const alternativeText of [phoneName, phoneName.replace('.jpg', ''), 'IMG_0214', 'ruong-rau-tan-an.png']) {
    assert.deepEqual(descriptionIssues(described({ alternativeText }), phoneName, words), [
      { field: 'alternativeText', text: sentence },
    ])
  }
  assert.deepEqual(descriptionIssues(described({ alternativeText: 'ruong rau' }), 'ruộng rau.jpg', words), [
    { field: 'alternativeText', text: sentence },
  ])
  assert.deepEqual(descriptionIssues(described(), phoneName, words), [])
})

test('names that phones, Facebook and Zalo give are no description', () => {
  const names = [
    '16700487_858229570983576_4847624788838071746_o-(1)',
    'FB_IMG_1487212345678',
    '416123456_122098765432109876_1234567890123456789_n.jpg',
    'z3049385849283_9f8e7d6c5b4a39281706f5e4d3c2b1a0',
    'z3049385849283_9f8e7d6c5b4a39281706f5e4d3c2b1a0.jpg',
    'zalo_last_image',
    'received_858229570983576',
    'IMG-20170217-WA0003',
    'Screenshot_20170217-080911_Zalo',
    'PXL_20170217_080911123',
    'DSC01877',
    'image (2)',
  ]
  for (const alternativeText of names)
    assert.equal(pictureProblems({ ...picture, alternativeText }), 'file-name', alternativeText)
})

test('a description of more than 300 letters is refused, also of a decoration', () => {
  const long = { field: 'alternativeText', text: words.tooLong(300) }
  assert.deepEqual(descriptionIssues(described({ alternativeText: `${hall} ${'ở '.repeat(150)}` }), phoneName, words), [
    long,
  ])
  assert.deepEqual(
    descriptionIssues(described({ alternativeText: 'ở '.repeat(151), isDecorative: true }), phoneName, words),
    [long],
  )
  assert.deepEqual(descriptionIssues(described({ alternativeText: 'ở '.repeat(150) }), phoneName, words), [])
})

test('variants are never wider than the picture, and a small one keeps its own width', () => {
  assert.deepEqual(variantWidths(4032), [320, 640, 960, 1600])
  assert.deepEqual(variantWidths(1600), [320, 640, 960, 1600])
  assert.deepEqual(variantWidths(1200), [320, 640, 960, 1200])
  assert.deepEqual(variantWidths(960), [320, 640, 960])
  assert.deepEqual(variantWidths(500), [320, 500])
  assert.deepEqual(variantWidths(64), [64])
})

test('only the names of files that we made ask for a file', () => {
  assert.deepEqual(variantNamed('ruong-rau-2017-640.webp', picture), { width: 640, format: 'webp' })
  assert.deepEqual(variantNamed('ruong-rau-2017-1200.jpg', picture), { width: 1200, format: 'jpg' })
  const strangers = [
    'ruong-rau-2017-641.webp',
    'ruong-rau-2017-1600.jpg',
    'ruong-rau-2017-640.png',
    'ruong-rau-640.webp',
    '-640.webp',
    '640.webp',
    'master.webp',
    'ruong-rau-2017-0640.webp',
    'x/../ruong-rau-2017-640.webp',
    '',
  ]
  for (const name of strangers) assert.equal(variantNamed(name, picture), null, name)
})

test('a page offers every width in WebP and JPEG, and keeps the place free', () => {
  const view = pictureView(picture, { sizes: '50vw', loading: 'lazy' })
  const files = '/hinh-anh/00112233445566778899/ruong-rau-2017'
  assert.deepEqual(view, {
    src: `${files}-960.jpg`,
    srcset: `${files}-320.jpg 320w, ${files}-640.jpg 640w, ${files}-960.jpg 960w, ${files}-1200.jpg 1200w`,
    webpSrcset: `${files}-320.webp 320w, ${files}-640.webp 640w, ${files}-960.webp 960w, ${files}-1200.webp 1200w`,
    largest: `${files}-1200.jpg`,
    sizes: '50vw',
    width: 1200,
    height: 800,
    alternativeText: hall,
    loading: 'lazy',
    cutAt: null,
  })
})

test('staff see files at an address of their own, and decoration says nothing', () => {
  const wish = { sizes: '50vw', loading: 'lazy' } as const
  assert.match(pictureView(picture, { ...wish, audience: 'staff' }).src, /^\/quan-tri\/hinh-anh\/tep\/0011/)
  assert.equal(pictureView({ ...picture, isDecorative: true }, wish).alternativeText, '')
  assert.equal(pictureView(picture, { ...wish, alternativeText: 'Hội trường' }).alternativeText, 'Hội trường')
})

test('the kind of a file is what its bytes are', async () => {
  const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  assert.deepEqual(await kindOf(bytes([0xff, 0xd8, 0xff, 0xe1])), { accepted: 'jpeg' })
  assert.deepEqual(await kindOf(heicHead()), { refused: 'heic' })
  assert.deepEqual(await kindOf(bytes('\ufeff<!-- x -->\n<SVG onload="alert(1)">')), { refused: 'svg' })
  assert.deepEqual(await kindOf(bytes('II', [42, 0, 8, 0, 0, 0], Array(60).fill(0))), { refused: 'tiff' })
  assert.deepEqual(await kindOf(bytes('%PDF-1.4')), { refused: 'pdf' })
  assert.deepEqual(await kindOf(bytes('BM', [1, 2, 3, 4])), { refused: 'other' })
  assert.deepEqual(await kindOf(bytes('')), { refused: 'other' })
})

test('no bytes make the look at a file fail', async () => {
  const heads = [
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0x47, 0x49, 0x46],
    [0x52, 0x49, 0x46, 0x46],
    [0x50, 0x4b, 3, 4],
    [0x49, 0x49, 42, 0],
    [0x1a, 0x45, 0xdf, 0xa3],
  ]
  for (let seed = 1; seed <= 700; seed++) {
    const noise = Uint8Array.from({ length: seed % 400 }, (_, place) => (seed * 31 + place * place * 17) % 256)
    await kindOf(Buffer.concat([Buffer.from(heads[seed % heads.length] ?? []), noise]))
  }
})

test('an address of the library keeps what was asked, and ignores what it does not know', () => {
  const wish = { filter: 'missing', look: 'list', search: 'ruộng rau', before: 30 } as const
  assert.equal(libraryAddress('/x', wish), '/x?xem=danh-sach&loc=thieu-mo-ta&q=ru%E1%BB%99ng+rau&before=30')
  assert.deepEqual(readWish({ xem: 'danh-sach', loc: 'thieu-mo-ta', q: ' ruộng  rau ', before: '30' }), wish)
  assert.deepEqual(readWish({ loc: 'gi-do', q: ['a', 'b'], before: '-1', x: '1' }), {
    filter: 'all',
    look: 'grid',
    search: 'b',
    before: null,
  })
})

test('every limit and every refusal has its sentence in both languages', () => {
  const vi = mediaWords.vi.refusals(limitNumbers)
  const en = mediaWords.en.refusals(limitNumbers)
  assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort())
  assert.match(vi['too-large'], /25 MB/)
  assert.match(vi['too-many-pixels'], /50 triệu/)
  assert.match(vi['too-long'], /16\.383/)
  assert.match(vi.heic, /iPhone.*JPEG/)
  assert.match(vi.other, /JPEG, PNG, WebP, GIF hay AVIF/)
  assert.equal(new Set(Object.values(vi)).size, Object.keys(vi).length)
})
