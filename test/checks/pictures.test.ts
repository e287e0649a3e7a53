import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findings, picture, verdicts } from './given-checked.ts'

const inBody = { ...picture, id: 12 }
const body = 'Quang cảnh hội nghị.\n\n![](anh:12)'

describe('the description of a picture', () => {
  test('is missing: blocks, for the cover and for the body', async () => {
    assert.deepEqual(await verdicts('alternativeTexts', { cover: { ...picture, alternativeText: ' ' } }), [
      'blocks coverAlternative',
    ])
    assert.deepEqual(await verdicts('alternativeTexts', { bodyPictures: [{ ...inBody, alternativeText: '' }] }), [
      'blocks body',
    ])
  })

  test('is like the name of the file: blocks', async () => {
    const names = ['IMG_2017.jpg', 'IMG_2017', 'hoi-nghi-tong-ket', '16700487_858229570983576_o-(1).jpg']
    for (const alternativeText of names) {
      const changes = { cover: { ...picture, alternativeText }, bodyPictures: [{ ...inBody, alternativeText }] }
      assert.deepEqual(await verdicts('alternativeTexts', changes), ['blocks body', 'blocks coverAlternative'])
    }
  })

  test('is not needed by a decorative one', async () => {
    const decorative = { alternativeText: '', isDecorative: true }
    const changes = { cover: { ...picture, ...decorative }, bodyPictures: [{ ...inBody, ...decorative }] }
    assert.deepEqual(await verdicts('alternativeTexts', changes), [])
  })

  test('several pictures are one finding, which shows the first', async () => {
    const bodyPictures = [
      inBody,
      { ...inBody, id: 13, alternativeText: '' },
      { ...inBody, id: 14, alternativeText: '' },
    ]
    const found = (await findings({ body: `${body}\n\n![](anh:13)`, bodyPictures })).filter(
      ({ check }) => check === 'alternativeTexts',
    )
    assert.equal(found.length, 1)
    assert.match(found[0]?.sentence ?? '', /^2 ảnh/)
    assert.equal(found[0]?.quote, '(anh:13')
  })
})

test('a picture that the library does not have blocks', async () => {
  assert.deepEqual(await verdicts('knownPictures', { missingPictures: true }), ['blocks body'])
  assert.deepEqual(await verdicts('knownPictures'), [])
})

test('a picture without a credit warns', async () => {
  const nameless = { cover: { ...picture, credit: '' }, bodyPictures: [{ ...inBody, credit: ' ' }] }
  assert.deepEqual(await verdicts('credits', nameless), ['warns body', 'warns coverPictureId'])
  assert.deepEqual(await verdicts('credits', { bodyPictures: [inBody] }), [])
})

describe('the size of a picture', () => {
  test('a cover under 800 pixels warns and never blocks', async () => {
    assert.deepEqual(await verdicts('pictureSizes', { cover: { ...picture, width: 799 } }), ['warns coverPictureId'])
    assert.deepEqual(await verdicts('pictureSizes', { cover: { ...picture, width: 32 } }), ['warns coverPictureId'])
    assert.deepEqual(await verdicts('pictureSizes', { cover: { ...picture, width: 800 } }), [])
    assert.deepEqual(await verdicts('pictureSizes', { cover: null }), [])
  })

  test('in a body the narrowest is told', async () => {
    const bodyPictures = [600, 320, 640].map((width, place) => ({ ...inBody, id: 12 + place, width }))
    const [finding, ...more] = (await findings({ bodyPictures })).filter(({ check }) => check === 'pictureSizes')
    assert.match(finding?.sentence ?? '', /320/)
    assert.deepEqual(more, [])
    assert.deepEqual(await verdicts('pictureSizes', { bodyPictures: bodyPictures.slice(2) }), [])
  })
})
