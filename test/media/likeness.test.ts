import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sharp } from 'sharp'
import { fillLikenesses } from '../../src/media/fill-likenesses.ts'
import { type Picture, pictureReader, type ReceiveTools, receivePicture } from '../../src/media/index.ts'
import { isAlike, likenessOf, piecesOf } from '../../src/media/likeness.ts'
import { removePicture } from '../../src/media/remove-picture.ts'
import { addPicture, receiveTools, temporaryFolder } from './given-media.ts'
import { patches, plain, saved } from './pictures.ts'

const falling = Uint8Array.from({ length: 72 }, (_, place) => 100 - (place % 9) * 10 * (place < 36 ? 1 : -1))

/** The same likeness with so many bits turned. */
function turned(likeness: string, bits: number): string {
  const mask = Array.from({ length: bits }, (_, place) => 1n << BigInt(place * 13)).reduce((all, bit) => all | bit, 0n)
  return (BigInt(`0x${likeness}`) ^ mask).toString(16).padStart(16, '0')
}

async function received(tools: ReceiveTools, picture: Sharp, originalName: string, quality = 90): Promise<Picture> {
  const path = await saved(await temporaryFolder(), 'a.jpg', picture.jpeg({ quality }))
  const outcome = await receivePicture(tools, null, { path, originalName })
  return 'picture' in outcome ? outcome.picture : assert.fail(outcome.issue)
}

const twinsOf = async ({ database }: ReceiveTools, { id }: Picture) =>
  (await pictureReader(database.read).listTwins(id, 9)).map((twin) => twin.id)

test('a likeness says where brightness falls, and a blank sheet has none', () => {
  assert.equal(likenessOf(falling), 'ffffffff00000000')
  assert.equal(likenessOf(new Uint8Array(72)), '')
  assert.equal(likenessOf(Uint8Array.from({ length: 72 }, (_, place) => (place % 9 < 4 ? 200 : 0))), '')
})

test('four of sixty-four bits may differ, five may not, and nothing is like a blank sheet', () => {
  const likeness = 'a5f03c19ee27b480'
  assert.equal(isAlike(likeness, likeness), true)
  assert.equal(isAlike(likeness, turned(likeness, 4)), true)
  assert.equal(isAlike(likeness, turned(likeness, 5)), false)
  assert.equal(isAlike('', ''), false)
  assert.equal(isAlike('', likeness), false)
})

test('two that are alike always share a piece at its place', () => {
  for (let number = 1n; number < 400n; number++) {
    const one = ((number * 0x9e3779b97f4a7c15n) % (1n << 64n)).toString(16).padStart(16, '0')
    const [pieces, others] = [piecesOf(one), piecesOf(turned(one, 4))]
    assert.equal(pieces.join('').length, 64)
    assert.ok(
      pieces.some((piece, place) => piece === others[place]),
      one,
    )
  }
  assert.deepEqual(piecesOf(''), [])
})

test('the same picture in another size and quality is told as a twin, another one is not', async () => {
  const tools = await receiveTools()
  const first = await received(tools, patches({ width: 900, height: 800 }, 1), 'hội nghị.jpg')
  const second = await received(tools, patches({ width: 450, height: 400 }, 1), 'từ Zalo.jpg', 40)
  const other = await received(tools, patches({ width: 900, height: 800 }, 2), 'ruộng.jpg')
  const blanks = [await received(tools, plain({ width: 400, height: 300 }), 'trắng 1.jpg')]
  blanks.push(await received(tools, plain({ width: 500, height: 300 }), 'trắng 2.jpg'))

  assert.deepEqual(await twinsOf(tools, first), [second.id])
  assert.deepEqual(await twinsOf(tools, second), [first.id])
  for (const alone of [other, ...blanks]) assert.deepEqual(await twinsOf(tools, alone), [], alone.originalName)
  const reader = pictureReader(tools.database.read)
  const alike = await reader.listNewest({ filter: 'alike', before: null, found: null }, 9)
  assert.deepEqual(
    alike.map(({ id }) => id),
    [second.id, first.id],
  )
  assert.equal(await reader.count('alike'), 2)

  await removePicture(tools, null, second.id)
  assert.deepEqual(await twinsOf(tools, first), [])
  assert.equal(await reader.count('alike'), 0)
})

test('pictures from before are looked at a few at a time, and one without files is not asked again', async () => {
  const tools = await receiveTools()
  const { database, world, workshop } = tools
  const old = await received(tools, patches({ width: 900, height: 800 }, 1), 'cũ.jpg')
  await database.write.updateTable('picture_versions').set({ likeness: null, sha256: null }).execute()
  await database.write.deleteFrom('picture_pieces').execute()
  const lost = await addPicture(database, 'mất tệp.jpg')
  const young = await received(tools, patches({ width: 450, height: 400 }, 1), 'mới.jpg')
  assert.deepEqual(await twinsOf(tools, young), [])

  const look = () => fillLikenesses({ uploads: tools.config.uploads, database, world, workshop }, 1)
  assert.deepEqual([await look(), await look(), await look()], [1, 1, 0])

  assert.deepEqual(await twinsOf(tools, young), [old.id])
  assert.deepEqual(await twinsOf(tools, lost), [])
})
