import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { inTransaction } from '../../src/database/index.ts'
import { type Picture, pictureReader, pictureWriter, previewCut, searchCutPaths } from '../../src/media/index.ts'
import { ratioArea, ratioCut, ratioIn } from '../../src/media/ratio-cut.ts'
import { get, library, post, send, sendOne } from './ask-media.ts'
import { addArticle, temporaryFolder } from './given-media.ts'
import { type MediaSite, mediaSite } from './media-site.ts'
import { blue, plain, twoHalves, written } from './pictures.ts'

const pictureOf = (width: number, height: number, focus: Picture['focus'] = null) => ({
  key: '0123456789abcdef0123',
  fileName: 'ruong-rau',
  width,
  height,
  focus,
})

/** As a file: once pictures were received, nothing else is decoded in this process. */
const fileOf = async (answer: Response) =>
  written(await temporaryFolder(), 'a.jpg', new Uint8Array(await answer.arrayBuffer()))

describe('a cut', () => {
  test('is the largest of its kind, around the main point', () => {
    const wide = pictureOf(1600, 900, { x: 900, y: 500 })
    assert.deepEqual(ratioArea(wide, ratioCut(wide, '1x1')), {
      area: { left: 700, top: 0, width: 900, height: 900 },
      size: { width: 900, height: 900 },
    })
    assert.equal(ratioCut(pictureOf(1600, 900), '1x1').place, 5)
  })

  test('never leaves the picture, whatever its shape', () => {
    for (const [width, height] of [
      [1600, 900],
      [900, 1600],
      [4000, 20],
      [20, 4000],
      [1, 1],
      [1200, 630],
      [333, 777],
    ] as const) {
      for (const focus of [null, { x: 0, y: 0 }, { x: 1000, y: 1000 }]) {
        for (const ratio of ['16x9', '4x3', '1x1', '40x21'] as const) {
          const picture = pictureOf(width, height, focus)
          const { area, size } = ratioArea(picture, ratioCut(picture, ratio))
          const source = {
            width: Math.min(width, 1600),
            height: Math.max(1, Math.round((height * Math.min(width, 1600)) / width)),
          }
          assert.ok(area.left >= 0 && area.top >= 0 && area.width > 0 && area.height > 0)
          assert.ok(
            area.left + area.width <= source.width && area.top + area.height <= source.height,
            `${width}×${height} ${ratio}`,
          )
          assert.ok(size.width <= 1200 && size.height > 0)
        }
      }
    }
  })

  test('for link previews is exactly as large as they ask, and there is none of what stands or is small', () => {
    for (const picture of [pictureOf(4000, 3000), pictureOf(700, 500)]) {
      const cut = previewCut(picture)
      assert.deepEqual([cut?.width, cut?.height], [1200, 630])
    }
    for (const picture of [pictureOf(3000, 4000), pictureOf(599, 400), pictureOf(4000, 400)])
      assert.equal(previewCut(picture), null)
  })

  test('has an address that changes with the main point', () => {
    const at = (x: number) => searchCutPaths(pictureOf(1600, 900, { x, y: 500 }))
    assert.deepEqual(at(500), [
      '/hinh-anh/0123456789abcdef0123/ruong-rau-16x9-5.jpg',
      '/hinh-anh/0123456789abcdef0123/ruong-rau-4x3-5.jpg',
      '/hinh-anh/0123456789abcdef0123/ruong-rau-1x1-5.jpg',
    ])
    assert.notDeepEqual(at(900), at(500))
  })

  test('is told from other files by its name', () => {
    assert.deepEqual(['a-16x9-5.jpg', 'a-40x21-10.jpg'].map(ratioIn), ['16x9', '40x21'])
    for (const name of ['a-640.jpg', 'a-3x2-5.jpg', 'a-16x9-5.webp', 'a-16x9.jpg', 'a-constructor-5.jpg'])
      assert.equal(ratioIn(name), null)
  })
})

describe('the file of a cut', () => {
  /** Red at the left, blue at the right, on the portal. */
  async function publicPicture(): Promise<{ site: MediaSite; id: number; paths: () => Promise<string[]> }> {
    const site = await mediaSite(['manage-pictures', 'publish-articles'])
    const { id } = await sendOne(site, 'hai nửa.jpg', await twoHalves({ width: 1600, height: 900 }).jpeg().toBuffer())
    await addArticle(site.database, { title: 'Được mùa', cover: id, as: 'live' })
    await inTransaction(site.database, (tx) => pictureWriter(tx, '2017-02-17T00:00:00.000Z').makePublic([id]))
    const paths = async () => searchCutPaths((await pictureReader(site.database.read).find(id)) ?? assert.fail())
    return { site, id, paths }
  }

  test('is cut when it is first asked for, of the right shape, and kept for ever', async () => {
    const { site, paths } = await publicPicture()
    const shapes = [
      [1200, 675],
      [1200, 900],
      [900, 900],
    ]
    for (const [place, path] of (await paths()).entries()) {
      const answer = await get(site, path)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/jpeg'])
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
      const { width, height } = await sharp(await fileOf(answer)).metadata()
      assert.deepEqual([width, height], shapes[place])
      assert.equal((await get(site, path)).status, 200)
    }
    assert.equal((await readdir(join(site.uploads, 'made', 'cuts'))).length, 3)
  })

  test('follows the main point, and its old address leads to the new one', async () => {
    const { site, id, paths } = await publicPicture()
    const [, , before = ''] = await paths()
    const { key } = (await pictureReader(site.database.read).find(id)) ?? assert.fail()
    await post(site, `${library}/${id}/diem-chinh`, { key, focusX: '100', focusY: '50' })
    const [, , after = ''] = await paths()
    const answer = await fetch(site.origin + before, { redirect: 'manual' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, after])
    const [red = 0, , blueness = 0] = await sharp(await fileOf(await get(site, after)))
      .resize(1, 1, { fit: 'fill' })
      .raw()
      .toBuffer()
    assert.ok(blueness > red, 'the right half')
  })

  test('of a picture that was replaced is found from its old address', async () => {
    const { site, id, paths } = await publicPicture()
    const [before = ''] = await paths()
    const other = await plain({ width: 1280, height: 720 }, blue).jpeg().toBuffer()
    assert.equal((await send(site, `${library}/${id}/thay`, [{ name: 'mới.jpg', bytes: other }])).status, 303)
    const [after = ''] = await paths()
    assert.notEqual(after, before)
    const answer = await fetch(site.origin + before, { redirect: 'manual' })
    assert.equal(answer.headers.get('location'), after)
  })

  test('of a picture that only drafts show does not exist', async () => {
    const site = await mediaSite()
    const { id } = await sendOne(site)
    const picture = (await pictureReader(site.database.read).find(id)) ?? assert.fail()
    for (const path of searchCutPaths(picture)) assert.equal((await get(site, path)).status, 404)
    assert.equal((await get(site, `${library}/${id}`)).status, 200)
  })
})
