import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { mediaWords, type Picture, pictureReader, type ReceiveTools, receivePicture } from '../../src/media/index.ts'
import { pictureFiles } from '../../src/media/picture-files.ts'
import { limitNumbers, type Refusal } from '../../src/media/picture-limits.ts'
import { removePicture } from '../../src/media/remove-picture.ts'
import { receiveTools, temporaryFolder } from './given-media.ts'
import {
  blue,
  claimedPng,
  grown,
  heicHead,
  movingGif,
  phonePhoto,
  plain,
  red,
  saved,
  twoHalves,
  written,
} from './pictures.ts'

const sentences = mediaWords.vi.refusals(limitNumbers)
const folderOf = (tools: ReceiveTools, { key }: Picture) => pictureFiles(tools.config.uploads).folderOf(key)

async function received(tools: ReceiveTools, path: string, originalName = 'ảnh.jpg'): Promise<Picture> {
  const outcome = await receivePicture(tools, null, { path, originalName })
  return 'picture' in outcome ? outcome.picture : assert.fail(outcome.issue)
}

async function colourAt(path: string, left: number, top: number) {
  const { data } = await sharp(path)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data.subarray(0, 3)]
}

/** Lossy formats move a colour a little. */
function assertColour(actual: number[], { r, g, b }: { r: number; g: number; b: number }) {
  const distance = Math.max(...[r, g, b].map((part, place) => Math.abs(part - (actual[place] ?? 999))))
  assert.ok(distance < 24, `${actual} is not ${[r, g, b]}`)
}

async function allFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('a phone photo becomes upright variants in two formats and a master, and forgets where it was taken', async () => {
  const tools = await receiveTools()
  const path = await saved(await temporaryFolder(), 'a.jpg', phonePhoto({ width: 2000, height: 1200 }))
  assert.ok((await sharp(path).metadata()).exif, 'the photo has metadata to forget')

  const picture = await received(tools, path, '16700487_858229570983576_4847624788838071746_o-(1).jpg')

  assert.deepEqual([picture.width, picture.height, picture.format], [1200, 2000, 'jpeg'])
  assert.equal(picture.originalName, '16700487_858229570983576_4847624788838071746_o-(1).jpg')
  assert.equal(picture.fileName, '16700487-858229570983576-4847624788838071746-o-1')
  const folder = folderOf(tools, picture)
  const names = ['1200', '320', '640', '960'].flatMap((width) => [`${width}.jpg`, `${width}.webp`])
  assert.deepEqual((await readdir(folder)).sort(), [...names, 'master.webp'].sort())
  for (const path of await allFiles(folder)) {
    const { exif, icc, xmp, iptc, orientation } = await sharp(path).metadata()
    assert.deepEqual([exif, icc, xmp, iptc, orientation], [undefined, undefined, undefined, undefined, undefined], path)
    assert.doesNotMatch((await readFile(path)).toString('latin1'), /SecretPhone/)
  }
  const { width, height } = await sharp(join(folder, '640.jpg')).metadata()
  assert.deepEqual([width, height], [640, 1067])
})

test('a wide picture keeps a master of 2560 pixels, a tall one never less than its variants need', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const wide = await received(tools, await saved(folder, 'wide.jpg', plain({ width: 3200, height: 800 }).jpeg()))
  const tall = await received(tools, await saved(folder, 'tall.jpg', plain({ width: 700, height: 5000 }).jpeg()))
  const sizeOf = async (picture: Picture, name: string) => {
    const { width, height } = await sharp(join(folderOf(tools, picture), name)).metadata()
    return [width, height]
  }
  assert.deepEqual(await sizeOf(wide, 'master.webp'), [2560, 640])
  assert.deepEqual(await sizeOf(wide, '1600.jpg'), [1600, 400])
  assert.deepEqual(await sizeOf(tall, 'master.webp'), [700, 5000])
  assert.deepEqual(await sizeOf(tall, '700.webp'), [700, 5000])
})

test('what was left on the sensor of a phone held upright is on top', async () => {
  const tools = await receiveTools()
  const path = await saved(await temporaryFolder(), 'a.jpg', phonePhoto({ width: 800, height: 600 }))
  const folder = folderOf(tools, await received(tools, path))

  for (const [name, bottom] of [
    ['600.webp', 700],
    ['320.jpg', 380],
  ] as const) {
    assertColour(await colourAt(join(folder, name), 100, 10), red)
    assertColour(await colourAt(join(folder, name), 100, bottom), blue)
  }
})

test('every kind that we accept becomes a picture of the same colours', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const size = { width: 500, height: 300 }
  const kinds = {
    jpeg: twoHalves(size).jpeg(),
    png: twoHalves(size).png(),
    webp: twoHalves(size).webp(),
    gif: twoHalves(size).gif(),
    avif: twoHalves(size).avif({ effort: 0 }),
  }
  for (const [kind, picture] of Object.entries(kinds)) {
    // The name lies; only the bytes count.
    const made = await received(tools, await saved(folder, `${kind}.${kind}`, picture), 'ảnh.bmp')
    assert.equal(made.format, kind)
    assert.deepEqual((await readdir(folderOf(tools, made))).sort(), [
      '320.jpg',
      '320.webp',
      '500.jpg',
      '500.webp',
      'master.webp',
    ])
    assertColour(await colourAt(join(folderOf(tools, made), '320.jpg'), 20, 100), red)
    assertColour(await colourAt(join(folderOf(tools, made), '320.webp'), 300, 100), blue)
  }
})

test('a GIF that moves stands still on its first frame', async () => {
  const tools = await receiveTools()
  const gif = await movingGif({ width: 400, height: 300 })
  const path = await saved(await temporaryFolder(), 'a.gif', gif)
  assert.equal((await sharp(path).metadata()).pages, 2)

  const picture = await received(tools, path)

  assert.deepEqual([picture.width, picture.height], [400, 300])
  const variant = join(folderOf(tools, picture), '400.webp')
  assert.equal((await sharp(variant).metadata()).pages ?? 1, 1)
  assertColour(await colourAt(variant, 200, 150), red)
})

test('what is transparent becomes white, so that dark pages do not swallow black letters', async () => {
  const tools = await receiveTools()
  const path = await saved(
    await temporaryFolder(),
    'a.png',
    plain({ width: 64, height: 64 }, { ...red, alpha: 0 }).png(),
  )
  const picture = await received(tools, path)
  assertColour(await colourAt(join(folderOf(tools, picture), '64.webp'), 30, 30), { r: 255, g: 255, b: 255 })
})

test('colours of a wider space come out as sRGB', async () => {
  const tools = await receiveTools()
  const green = { r: 30, g: 220, b: 40 }
  const photo = plain({ width: 64, height: 64 }, green).jpeg({ quality: 95 }).withIccProfile('p3')
  const path = await saved(await temporaryFolder(), 'a.jpg', photo)
  const wide = await sharp(path).keepIccProfile().raw().toBuffer()
  assert.ok((wide[0] ?? 0) > green.r + 30, 'the file itself holds other numbers')

  const picture = await received(tools, path)

  assertColour(await colourAt(join(folderOf(tools, picture), '64.jpg'), 30, 30), green)
})

test('sixteen bits, grey and CMYK become what every browser shows', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const size = { width: 400, height: 300 }
  const paths = [
    await saved(folder, 'deep.png', plain(size).toColourspace('rgb16').png()),
    await saved(folder, 'grey.png', plain(size).toColourspace('b-w').png()),
    await saved(folder, 'print.jpg', plain(size).toColourspace('cmyk').jpeg()),
  ]
  for (const path of paths) {
    const variant = join(folderOf(tools, await received(tools, path)), '320.jpg')
    const { space, depth } = await sharp(variant).metadata()
    assert.match(`${space} ${depth}`, /^(srgb|b-w) uchar$/, path)
  }
})

test('files that are no picture for us are refused with a sentence, and nothing of them is left', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const jpeg = await plain({ width: 900, height: 900 }).jpeg().toBuffer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
  const cases: [Refusal, string][] = [
    ['svg', await written(folder, 'a.svg', svg)],
    ['svg', await written(folder, 'b.svg', `<?xml version="1.0"?>\n<!-- x -->${svg}`)],
    ['heic', await written(folder, 'IMG_0001.HEIC', heicHead())],
    ['tiff', await saved(folder, 'a.tif', plain({ width: 8, height: 8 }).tiff())],
    ['pdf', await written(folder, 'a.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['other', await written(folder, 'chu.jpg', 'Ủy ban nhân dân huyện Đak Pơ\n'.repeat(200))],
    ['other', await written(folder, 'a.html', '<!doctype html><script>alert(1)</script>')],
    ['empty', await written(folder, 'rong.jpg', '')],
    ['damaged', await written(folder, 'cut.jpg', jpeg.subarray(0, jpeg.length / 2))],
    [
      'damaged',
      await written(folder, 'magic.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000)])),
    ],
    ['damaged', await written(folder, 'lie.png', claimedPng({ width: 4000, height: 3000 }))],
    ['too-many-pixels', await written(folder, 'huge.png', claimedPng({ width: 10_000, height: 6000 }))],
    ['too-many-pixels', await written(folder, 'bomb.png', claimedPng({ width: 50_000, height: 50_000 }))],
    ['too-long', await written(folder, 'long.png', claimedPng({ width: 100, height: 20_000 }))],
    ['too-large', await grown(await written(folder, 'heavy.jpg', jpeg), 26 * 1024 * 1024)],
  ]
  for (const [refusal, path] of cases) {
    const outcome = await receivePicture(tools, null, { path, originalName: 'ảnh.jpg' })
    assert.deepEqual(outcome, { issue: sentences[refusal] }, path)
  }
  assert.deepEqual(await allFiles(tools.config.uploads), [])
  assert.equal(await pictureReader(tools.database.read).count('all'), 0)
  assert.equal((await stat(join(folder, 'cut.jpg'))).isFile(), true, 'the file that was offered stays where it was')
})

test('a picture that carries a program is only a picture afterwards', async () => {
  const tools = await receiveTools()
  const jpeg = await twoHalves({ width: 400, height: 300 }).jpeg().toBuffer()
  const path = await written(
    await temporaryFolder(),
    'a.jpg',
    Buffer.concat([jpeg, Buffer.from('<script>alert("hidden")</script>')]),
  )
  const folder = folderOf(tools, await received(tools, path))
  for (const file of await allFiles(folder)) assert.doesNotMatch((await readFile(file)).toString('latin1'), /hidden/)
})

test('when the row cannot be written, no file stays', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  await received(tools, await saved(folder, 'a.jpg', plain({ width: 400, height: 300 }).jpeg()))
  const path = await saved(folder, 'b.jpg', plain({ width: 400, height: 300 }, blue).jpeg())
  const before = await allFiles(tools.config.uploads)

  // Nobody has this id, so the row may not point at it.
  await assert.rejects(receivePicture(tools, { id: 987, name: 'Không có' }, { path, originalName: 'b.jpg' }))

  assert.deepEqual(await allFiles(tools.config.uploads), before)
  assert.equal(await pictureReader(tools.database.read).count('all'), 1)
})

test('who sent a picture is written down', async () => {
  const tools = await receiveTools()
  const path = await saved(await temporaryFolder(), 'a.jpg', plain({ width: 40, height: 30 }).jpeg())
  const picture = await received(tools, path, 'C:\\fakepath\\ruộng rau Tân An.jpg')
  const lines = await tools.database.read
    .selectFrom('audit_lines')
    .select(['act', 'subject_id', 'subject_title'])
    .execute()
  assert.deepEqual(lines, [{ act: 'uploaded', subject_id: picture.id, subject_title: 'ruộng rau Tân An.jpg' }])
})

test('a file that was sent before gives the picture that it became, whatever its name', async () => {
  const tools = await receiveTools()
  const folder = await temporaryFolder()
  const path = await saved(folder, 'a.jpg', plain({ width: 400, height: 300 }).jpeg())
  const other = await saved(folder, 'b.jpg', plain({ width: 400, height: 300 }, blue).jpeg())
  const first = await received(tools, path, 'hội nghị.jpg')
  const files = await allFiles(tools.config.uploads)

  const again = await receivePicture(tools, null, { path, originalName: 'IMG_0001.jpg' })
  const another = await receivePicture(tools, null, { path: other, originalName: 'hội nghị.jpg' })

  assert.deepEqual(again, { picture: first, isKnown: true })
  assert.equal('isKnown' in another && another.isKnown, false)
  assert.equal(await pictureReader(tools.database.read).count('all'), 2)
  assert.equal((await allFiles(tools.config.uploads)).length, files.length * 2)
  const lines = await tools.database.read.selectFrom('audit_lines').select('act').execute()
  assert.equal(lines.length, 2)
})

test('the same file sent twice at once makes one picture, and the files of the other go', async () => {
  const tools = await receiveTools()
  const path = await saved(await temporaryFolder(), 'a.jpg', plain({ width: 400, height: 300 }).jpeg())
  const outcomes = await Promise.all(
    ['a.jpg', 'b.jpg'].map((originalName) => receivePicture(tools, null, { path, originalName })),
  )

  const ids = outcomes.map((outcome) => ('picture' in outcome ? outcome.picture.id : null))
  assert.equal(ids[0], ids[1])
  assert.equal(await pictureReader(tools.database.read).count('all'), 1)
  assert.equal((await allFiles(tools.config.uploads)).length, 5)
})

test('a picture that was deleted is not given back: the file becomes a new one', async () => {
  const tools = await receiveTools()
  const path = await saved(await temporaryFolder(), 'a.jpg', plain({ width: 400, height: 300 }).jpeg())
  const first = await received(tools, path)
  await removePicture(tools, null, first.id)

  assert.notEqual((await received(tools, path)).id, first.id)
})
