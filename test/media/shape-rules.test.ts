import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutArea, isSameCrop, isTooSmall, wholeCrop } from '../../src/media/crop.ts'
import { cutPlace, focusAfter } from '../../src/media/focus.ts'
import { masterSize, nearestVariantName } from '../../src/media/picture-variants.ts'
import { judgeCrop, judgeFocus } from '../../src/media/shape-form.ts'
import { shapeWords } from '../../src/media/shape-words.ts'

const words = shapeWords.vi
const upright = { width: 900, height: 1200 }
const wide = { width: 1600, height: 900 }

test('a cut comes as near to the main point as the picture allows', () => {
  const at = (y: number) => cutPlace(upright, { x: 500, y })
  assert.deepEqual([0, 100, 250, 300, 500, 700, 1000].map(at), [0, 0, 0, 1, null, 9, 10])
  const across = (x: number) => cutPlace(wide, { x, y: 0 })
  assert.deepEqual([0, 450, 500, 1000].map(across), [0, 2, null, 10])
  assert.equal(cutPlace({ width: 1500, height: 1000 }, { x: 0, y: 0 }), null, 'nothing is cut off')
  assert.equal(cutPlace(upright, null), null)
})

test('the main point is always inside the cut', () => {
  for (const size of [
    upright,
    wide,
    { width: 700, height: 5000 },
    { width: 4000, height: 500 },
    { width: 4, height: 3 },
  ]) {
    for (let point = 0; point <= 1000; point += 25) {
      const place = (cutPlace(size, { x: point, y: point }) ?? 5) / 10
      const isTall = size.width / size.height < 1.5
      const seen = Math.min(1, isTall ? size.width / 1.5 / size.height : (size.height * 1.5) / size.width)
      const start = place * (1 - seen)
      // Cuts lie at tenths, so in a very long picture the point may stand a twentieth away from its cut.
      const slack = Math.max(0, (1 - seen) / 20 - seen / 2)
      assert.ok(point / 1000 >= start - slack && point / 1000 <= start + seen + slack, `${size.width} ${point}`)
    }
  }
})

test('the main point goes with its picture through another cut, and is lost when it is cut away', () => {
  const half = { x: 500, y: 0, width: 500, height: 1000 }
  assert.deepEqual(focusAfter({ x: 750, y: 300 }, null, half), { x: 500, y: 300 })
  assert.deepEqual(focusAfter({ x: 500, y: 300 }, half, wholeCrop), { x: 750, y: 300 })
  assert.equal(focusAfter({ x: 200, y: 300 }, null, half), null)
  assert.equal(focusAfter(null, null, half), null)
})

test('a cut is measured in pixels of the master, and never leaves it', () => {
  assert.deepEqual(masterSize({ width: 4032, height: 3024 }), { width: 2560, height: 1920 })
  assert.deepEqual(cutArea({ width: 2560, height: 1920 }, { x: 100, y: 0, width: 900, height: 500 }), {
    left: 256,
    top: 0,
    width: 2304,
    height: 960,
  })
  for (const crop of [
    { x: 999, y: 999, width: 1, height: 1 },
    { x: 1, y: 1, width: 999, height: 999 },
  ]) {
    const { left, top, width, height } = cutArea({ width: 333, height: 7 }, crop)
    assert.ok(width > 0 && height > 0 && left + width <= 333 && top + height <= 7, JSON.stringify(crop))
  }
  assert.equal(isSameCrop(null, wholeCrop), true)
  assert.equal(isSameCrop(null, { ...wholeCrop, x: 10 }), false)
})

test('too little is refused, but a small picture may keep the side that it has', () => {
  const half = { x: 0, y: 0, width: 500, height: 1000 }
  assert.equal(isTooSmall({ width: 400, height: 300 }, half), false)
  assert.equal(isTooSmall({ width: 398, height: 300 }, half), true)
  assert.equal(isTooSmall({ width: 400, height: 90 }, half), false)
})

test('a point is a press on the picture, or two numbers when the keyboard pressed it', () => {
  const focus = (form: Record<string, string>) => judgeFocus(form, upright, words)
  const typed = { focusX: '30', focusY: '12,5' }
  assert.deepEqual(focus({ ...typed, 'at.x': '64', 'at.y': '85' }), { focus: { x: 250, y: 249 } })
  assert.deepEqual(focus({ ...typed, 'at.x': '0', 'at.y': '0' }), { focus: { x: 300, y: 125 } })
  assert.deepEqual(focus(typed), { focus: { x: 300, y: 125 } })
  assert.deepEqual(focus({ ...typed, toMiddle: '1' }), { focus: null })
  assert.deepEqual(focus({ ...typed, 'at.x': '9999', 'at.y': '-5' }), { focus: { x: 1000, y: 0 } })
  assert.deepEqual(focus({ ...typed, 'at.x': 'x', 'at.y': 'y' }), { focus: { x: 300, y: 125 } })
  for (const wrong of ['', '101', '-1', 'giữa', '1e2', '100.1']) {
    assert.deepEqual(
      focus({ focusX: wrong, focusY: '0' }),
      { issues: [{ field: 'focusX', text: words.percent }] },
      wrong,
    )
  }
  assert.deepEqual(
    'issues' in focus({}) && (focus({}) as { issues: { field: string }[] }).issues.map(({ field }) => field),
    ['focusX', 'focusY'],
  )
})

test('a cut is what four sides leave, and a side that nobody typed loses nothing', () => {
  const crop = (form: Record<string, string>) => judgeCrop(form, wide, words)
  assert.deepEqual(crop({ left: '10', right: '20,5', top: '', bottom: '0' }), {
    crop: { x: 100, y: 0, width: 695, height: 1000 },
  })
  assert.deepEqual(crop({}), { crop: wholeCrop })
  assert.deepEqual(crop({ left: '40', toWhole: '1' }), { crop: wholeCrop })
  assert.deepEqual(crop({ left: 'x', top: '-3' }), {
    issues: [
      { field: 'left', text: words.percent },
      { field: 'top', text: words.percent },
    ],
  })
  const tooSmall = { issues: [{ field: 'left', text: words.cutTooSmall('200') }] }
  for (const form of [{ left: '60', right: '40' }, { left: '90', right: '90' }, { top: '80' }])
    assert.deepEqual(crop(form), tooSmall)
})

test('the name of an old file leads to the nearest of the new ones, and no other name does', () => {
  const picture = { fileName: 'ho-moi', width: 700 }
  assert.equal(nearestVariantName('ho-cu-320.webp', picture), 'ho-moi-320.webp')
  assert.equal(nearestVariantName('ho-cu-500.jpg', picture), 'ho-moi-640.jpg')
  assert.equal(nearestVariantName('ho-cu-1600.jpg', picture), 'ho-moi-700.jpg')
  for (const stranger of ['ho-cu.jpg', 'ho-cu-320.png', 'master.webp', ''])
    assert.equal(nearestVariantName(stranger, picture), null)
})
