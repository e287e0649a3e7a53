import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatBytes, formatNumber } from '../text/numbers.ts'
import type { PictureUse } from './library.ts'
import { libraryPath, picturePath, removalPath } from './paths.ts'
import type { Description, Picture } from './picture.ts'
import { type PictureView, pictureView } from './picture-view.ts'
import type { ShapePart } from './shape-page.ts'
import type { MediaWords } from './words.ts'

/** One picture: seen large, described, and what is known of it. */
export type PicturePage = {
  title: string
  words: MediaWords
  libraryPath: string
  action: string
  removalPath: string
  notice: Notice
  summary: IssueSummary
  picture: PictureView
  fields: { alternativeText: Field; caption: Field; credit: Field; consent: Field }
  isDecorative: boolean
  uploaded: { at: string; moment: string; by: string }
  size: string
  audience: string
  usedIn: string
  uses: { title: string; path: string }[]
  shape: ShapePart
  /** Why this person may not change what the picture shows; null when she may. */
  shutOut: string | null
}

export type PicturePageParts = {
  picture: Picture
  /** What the form shows: what is stored, or what was just typed. */
  description: Description
  consent: string
  uses: PictureUse[]
  uploader: string | null
  isPublic: boolean
  issues: Issue[]
  notice: Notice
  shape: ShapePart
  timeZone: string
  words: MediaWords
  toFix: (count: number) => string
}

export function picturePage({
  picture,
  description,
  words,
  timeZone,
  issues,
  ...parts
}: PicturePageParts): PicturePage {
  return {
    title: picture.originalName,
    words,
    libraryPath,
    action: picturePath(picture.id),
    removalPath: removalPath(picture.id),
    notice: parts.notice,
    summary: issueSummary(issues, parts.toFix),
    picture: pictureView(picture, {
      sizes: '(min-width: 62em) 50rem, 100vw',
      loading: 'eager',
      alternativeText: picture.alternativeText || words.chosen,
      audience: 'staff',
    }),
    fields: descriptionFields(description, parts.consent, issues, words),
    isDecorative: description.isDecorative,
    uploaded: {
      at: dateWithTime(picture.uploadedAt, timeZone),
      moment: zonedIso(picture.uploadedAt, timeZone),
      by: parts.uploader ?? words.portal,
    },
    size: words.sizeOf(formatNumber(picture.width), formatNumber(picture.height), formatBytes(picture.bytes)),
    audience: parts.isPublic ? words.public : words.staffOnly,
    usedIn: words.usedIn(parts.uses.length),
    uses: parts.uses.map(({ articleId, title }) => ({ title, path: articlePath(articleId) })),
    shape: parts.shape,
    shutOut: parts.shape.crop ? null : parts.shape.words.onlyPublishers,
  }
}

function descriptionFields(
  description: Description,
  consent: string,
  issues: readonly Issue[],
  words: MediaWords,
): PicturePage['fields'] {
  const { alternativeText, caption, credit } = description
  return {
    alternativeText: field(
      {
        name: 'alternativeText',
        label: words.alternativeText,
        value: alternativeText,
        help: words.alternativeTextHelp,
        control: 'textarea',
      },
      issues,
    ),
    caption: field({ name: 'caption', label: words.caption, value: caption, help: words.captionHelp }, issues),
    credit: field({ name: 'credit', label: words.credit, value: credit }, issues),
    consent: field({ name: 'consent', label: words.consent, value: consent, help: words.consentHelp }, issues),
  }
}

// The newsdesk uses our door, so its own path cannot be asked for without a circle.
const articlePath = (id: number) => `/quan-tri/bai-viet/${id}`
