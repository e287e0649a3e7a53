import { type Issue, isTicked, readLine, type Submitted } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import { type Crop, isTooSmall, leastCutSide, wholeCrop } from './crop.ts'
import type { Focus } from './focus.ts'
import type { PictureSize } from './picture.ts'
import { heightAt } from './picture-variants.ts'
import type { ShapeWords } from './shape-words.ts'

/** CSS pixels that the picture is wide where somebody points at it without script: fits the narrowest phone. */
export const pointingWidth = 256

/** As typed: a picture that is a button adds the place where it was pressed. */
export type TypedFocus = { focusX: string; focusY: string }
export type TypedCrop = Record<'left' | 'top' | 'right' | 'bottom', string>

export const readTypedFocus = (form: Submitted): TypedFocus => ({
  focusX: readLine(form, 'focusX'),
  focusY: readLine(form, 'focusY'),
})

/** Null is the middle. */
export function judgeFocus(
  form: Submitted,
  picture: PictureSize,
  words: ShapeWords,
): { focus: Focus | null } | { issues: Issue[] } {
  if (isTicked(form, 'toMiddle')) return { focus: null }
  const pressed = pressedPlace(form, picture)
  if (pressed) return { focus: pressed }
  const { focusX, focusY } = readTypedFocus(form)
  const [x, y] = [perMille(focusX), perMille(focusY)]
  if (x !== null && y !== null) return { focus: { x, y } }
  const wrong = [...(x === null ? ['focusX'] : []), ...(y === null ? ['focusY'] : [])]
  return { issues: wrong.map((field) => ({ field, text: words.percent })) }
}

/** Null when the button was pressed by keyboard, which browsers tell as its corner: then the numbers count. */
function pressedPlace(form: Submitted, picture: PictureSize): Focus | null {
  const [left, top] = [Number(readLine(form, 'at.x')), Number(readLine(form, 'at.y'))]
  const isPressed = Number.isFinite(left) && Number.isFinite(top) && (left > 0 || top > 0)
  if (!isPressed) return null
  return {
    x: bounded((left * 1000) / pointingWidth),
    y: bounded((top * 1000) / heightAt(pointingWidth, picture)),
  }
}

export const readTypedCrop = (form: Submitted): TypedCrop => ({
  left: readLine(form, 'left'),
  top: readLine(form, 'top'),
  right: readLine(form, 'right'),
  bottom: readLine(form, 'bottom'),
})

/** `whole` is the size that the picture had when it arrived. */
export function judgeCrop(
  form: Submitted,
  whole: PictureSize,
  words: ShapeWords,
): { crop: Crop } | { issues: Issue[] } {
  if (isTicked(form, 'toWhole')) return { crop: wholeCrop }
  const typed = readTypedCrop(form)
  const margins = Object.entries(typed).map(([field, text]) => ({ field, part: text === '' ? 0 : perMille(text) }))
  const wrong = margins.filter(({ part }) => part === null)
  if (wrong.length > 0) return { issues: wrong.map(({ field }) => ({ field, text: words.percent })) }

  const [left = 0, top = 0, right = 0, bottom = 0] = margins.map(({ part }) => part ?? 0)
  const crop = { x: left, y: top, width: 1000 - left - right, height: 1000 - top - bottom }
  const isNothing = crop.width <= 0 || crop.height <= 0
  if (!isNothing && !isTooSmall(whole, crop)) return { crop }
  return { issues: [{ field: 'left', text: words.cutTooSmall(formatNumber(leastCutSide)) }] }
}

/** `12,5` and `12.5` are 125; null for what is no number from 0 to 100. */
function perMille(percent: string): number | null {
  if (!/^\d{1,3}([.,]\d+)?$/.test(percent)) return null
  const part = Math.round(Number(percent.replace(',', '.')) * 10)
  return part <= 1000 ? part : null
}

/** As a field of numbers takes it: `12.5`. */
export const percentOf = (part: number): string => String(part / 10)

const bounded = (part: number) => Math.min(1000, Math.max(0, Math.round(part)))
