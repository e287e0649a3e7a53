import { type Issue, issueFor } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatBytes, formatNumber } from '../text/numbers.ts'
import { type Crop, cutArea, leastCutSide, wholeCrop } from './crop.ts'
import { type Focus, middle } from './focus.ts'
import { cropPath, focusPath, picturePath, replacementPath, returnPath, staffFilePath } from './paths.ts'
import type { Picture, PictureSize } from './picture.ts'
import { heightAt, masterSize, variantName, variantWidths } from './picture-variants.ts'
import { type PictureView, pictureView } from './picture-view.ts'
import { percentOf, pointingWidth, type TypedCrop, type TypedFocus } from './shape-form.ts'
import type { ShapeWords } from './shape-words.ts'
import { accept, withToken } from './upload-form.ts'
import type { ListedVersion } from './version-store.ts'

/** The cuts that the public site shows, and the one that others make of what is shared. */
export const cutNames = ['list', 'lead', 'card'] as const
export type CutName = (typeof cutNames)[number]

/** A field for a number from 0 to 100, as `part('media/percent', field)` shows it. */
export type PercentField = { name: string; label: string; value: string; wrong: string | null }

/** How the picture is cut, and the versions that it has had. */
export type ShapePart = {
  words: ShapeWords
  formToken: string
  /** The files that these forms speak of: after a change by somebody else they must not be applied to other ones. */
  key: string
  focus: FocusPart
  crop: CropPart | null
  replacement: { action: string; accept: string; wrong: string | null } | null
  versions: VersionPart[]
  twins: { name: string; path: string; picture: PictureView }[]
}

type FocusPart = {
  action: string
  image: { src: string } & PictureSize
  mark: { viewBox: string; x: number; y: number; radius: number }
  fields: PercentField[]
  cuts: { name: CutName; title: string; picture: PictureView }[]
}

type CropPart = {
  action: string
  isOpen: boolean
  whole: { src: string } & PictureSize
  frame: { left: number; top: number } & PictureSize
  least: number
  fields: PercentField[]
  isCut: boolean
}

type VersionPart = {
  isPresent: boolean
  name: string
  what: string
  size: string
  made: { at: string; moment: string; by: string | null }
  thumbnail: PictureView
  returnAction: string | null
}

export type ShapeParts = {
  picture: Picture
  /** Newest first; the one in use is among them. */
  versions: ListedVersion[]
  twins: Picture[]
  /** Whether this person may change what the picture shows. */
  mayChange: boolean
  typedFocus: TypedFocus | null
  typedCrop: TypedCrop | null
  formToken: string
  issues: Issue[]
  timeZone: string
  words: ShapeWords
}

export function shapePart(parts: ShapeParts): ShapePart {
  const { picture, versions, twins, mayChange, words, issues } = parts
  return {
    words,
    formToken: parts.formToken,
    key: picture.key,
    focus: focusPart(parts),
    crop: mayChange ? cropPart(parts) : null,
    replacement: mayChange
      ? {
          action: withToken(replacementPath(picture.id), parts.formToken),
          accept,
          wrong: issueFor(issues, 'replacement'),
        }
      : null,
    versions: versions.map((version) => versionPart(version, parts)),
    twins: twins.map((twin) => ({ name: twin.originalName, path: picturePath(twin.id), picture: thumbnail(twin) })),
  }
}

function focusPart({ picture, typedFocus, issues, words }: ShapeParts): FocusPart {
  const focus: Focus = picture.focus ?? middle
  const typed = typedFocus ?? { focusX: percentOf(focus.x), focusY: percentOf(focus.y) }
  const view = pictureView(picture, { sizes: `${pointingWidth}px`, loading: 'lazy', audience: 'staff' })
  const { width, height } = view
  return {
    action: focusPath(picture.id),
    image: { src: smallFile(picture, 640), width: pointingWidth, height: heightAt(pointingWidth, picture) },
    mark: {
      viewBox: `0 0 ${width} ${height}`,
      x: (focus.x * width) / 1000,
      y: (focus.y * height) / 1000,
      radius: Math.max(width, height) / 30,
    },
    fields: [
      percentField('focusX', words.acrossFocus, typed.focusX, issues),
      percentField('focusY', words.downFocus, typed.focusY, issues),
    ],
    cuts: cutNames.map((name) => ({ name, title: words.cuts[name], picture: thumbnail(picture) })),
  }
}

function cropPart({ picture, versions, typedCrop, issues, words }: ShapeParts): CropPart {
  const present = versions.find(({ key }) => key === picture.key)
  const whole = versions.find(({ key }) => key === present?.masterKey) ?? picture
  const crop = present?.crop ?? wholeCrop
  const typed = typedCrop ?? marginsOf(crop)
  const size = masterSize(whole)
  const field = (name: keyof TypedCrop) => percentField(name, words[name], typed[name], issues)
  return {
    action: cropPath(picture.id),
    isOpen: typedCrop !== null,
    whole: { src: smallFile(whole, 960), ...size },
    frame: cutArea(size, crop),
    least: leastCutSide,
    fields: [field('left'), field('top'), field('right'), field('bottom')],
    isCut: present?.crop !== null,
  }
}

const marginsOf = ({ x, y, width, height }: Crop): TypedCrop => ({
  left: percentOf(x),
  top: percentOf(y),
  right: percentOf(1000 - x - width),
  bottom: percentOf(1000 - y - height),
})

function versionPart(version: ListedVersion, { picture, mayChange, timeZone, words }: ShapeParts): VersionPart {
  const { width, height, bytes } = version
  const isPresent = version.key === picture.key
  return {
    isPresent,
    name: version.originalName,
    what: version.crop ? words.cut : words.whole,
    size: `${formatNumber(width)} × ${formatNumber(height)}, ${formatBytes(bytes)}`,
    made: {
      at: dateWithTime(version.madeAt, timeZone),
      moment: zonedIso(version.madeAt, timeZone),
      by: version.madeBy,
    },
    thumbnail: thumbnail({ ...picture, ...version }),
    returnAction: mayChange && !isPresent ? returnPath(picture.id, version.id) : null,
  }
}

function percentField(name: string, label: string, value: string, issues: readonly Issue[]): PercentField {
  return { name, label, value, wrong: issueFor(issues, name) }
}

const thumbnail = (picture: Picture): PictureView =>
  pictureView(picture, { sizes: '12rem', loading: 'lazy', alternativeText: '', audience: 'staff' })

/** The widest JPEG that is not wider than that. */
function smallFile(picture: Pick<Picture, 'key' | 'fileName' | 'width'>, most: number): string {
  const widths = variantWidths(picture.width)
  const width = Math.max(...widths.filter((each) => each <= most), Math.min(...widths))
  return staffFilePath({ key: picture.key, name: variantName(picture.fileName, { width, format: 'jpg' }) })
}
