import { type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import type { IconName } from '../site/icons.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatBytes, formatNumber } from '../text/numbers.ts'
import { type LibraryFilter, type LibraryLook, type LibraryWish, libraryFilters, libraryLooks } from './library.ts'
import { filterSlugs, libraryAddress, lookSlugs } from './library-address.ts'
import { describingPath, libraryPath, picturePath } from './paths.ts'
import { type Picture, pictureProblems } from './picture.ts'
import { type PictureView, pictureView } from './picture-view.ts'
import { type UploadForm, uploadForm } from './upload-form.ts'
import type { MediaWords } from './words.ts'

export type ShelfPicture = {
  name: string
  path: string
  picture: PictureView
  mark: Mark
  words: string
  credit: string
  size: string
  usedIn: string
  sent: { at: string; moment: string; by: string }
}

/** Whether a picture is described: a sign and a word. */
export type Mark = { kind: 'good' | 'poor' | 'none' | 'decorative'; text: string; icon: IconName }

export type LibraryPage = {
  title: string
  words: MediaWords
  path: string
  notice: Notice
  summary: IssueSummary
  upload: UploadForm
  tabs: { name: string; count: number; path: string; isCurrent: boolean }[]
  look: LibraryLook
  looks: { name: string; path: string; isCurrent: boolean }[]
  search: { text: string; filter: string; look: string }
  describingPath: string | null
  /** What was sent again, though the library has it. */
  known: { title: string; pictures: { name: string; path: string; usedIn: string }[] } | null
  shelf: ShelfPicture[]
  empty: { title: string; help: string }
  older: string | null
  newest: string | null
}

export type LibraryParts = {
  pictures: Picture[]
  perPage: number
  wish: LibraryWish
  counts: Record<LibraryFilter, number>
  /** Articles that show each picture, and who sent it. */
  uses: ReadonlyMap<number, number>
  uploaders: ReadonlyMap<number, string>
  known: readonly Picture[]
  timeZone: string
  formToken: string
  notice: Notice
  issues: Issue[]
  words: MediaWords
  toFix: (count: number) => string
}

/** `pictures` may hold one more than a page shows, which tells that there are older ones. */
export function libraryPage(parts: LibraryParts): LibraryPage {
  const { pictures, perPage, wish, counts, words } = parts
  const last = pictures.length > perPage ? pictures[perPage - 1] : undefined
  return {
    title: words.title,
    words,
    path: libraryPath,
    notice: parts.notice,
    summary: issueSummary(parts.issues, parts.toFix),
    upload: uploadForm(parts.formToken, words, libraryPath),
    tabs: libraryFilters.map((filter) => ({
      name: words.filters[filter],
      count: counts[filter],
      path: libraryAddress(libraryPath, { ...wish, filter, before: null }),
      isCurrent: filter === wish.filter,
    })),
    look: wish.look,
    looks: libraryLooks.map((look) => ({
      name: words.looks[look],
      path: libraryAddress(libraryPath, { ...wish, look }),
      isCurrent: look === wish.look,
    })),
    search: { text: wish.search, filter: filterSlugs[wish.filter], look: lookSlugs[wish.look] },
    describingPath: counts.missing > 0 ? describingPath : null,
    known: knownPart(parts),
    shelf: pictures.slice(0, perPage).map((picture) => shelfPicture(picture, parts)),
    empty: emptyShelf(wish, words),
    older: last ? libraryAddress(libraryPath, { ...wish, before: last.id }) : null,
    newest: wish.before ? libraryAddress(libraryPath, { ...wish, before: null }) : null,
  }
}

function knownPart({ known, uses, words }: LibraryParts): LibraryPage['known'] {
  if (known.length === 0) return null
  return {
    title: words.knownOnes(known.length),
    pictures: known.map(({ id, originalName }) => ({
      name: originalName,
      path: picturePath(id),
      usedIn: words.usedIn(uses.get(id) ?? 0),
    })),
  }
}

function shelfPicture(picture: Picture, { uses, uploaders, timeZone, words }: LibraryParts): ShelfPicture {
  const { id, width, height, bytes } = picture
  return {
    name: picture.originalName,
    path: picturePath(picture.id),
    // The name beside it is its link; the description would only repeat what the mark judges.
    picture: pictureView(picture, {
      sizes: '(min-width: 30em) 12rem, 45vw',
      loading: 'lazy',
      alternativeText: '',
      audience: 'staff',
    }),
    mark: markOf(picture, words),
    words: picture.alternativeText,
    credit: picture.credit,
    size: words.sizeOf(formatNumber(width), formatNumber(height), formatBytes(bytes)),
    usedIn: words.usedIn(uses.get(id) ?? 0),
    sent: {
      at: dateWithTime(picture.uploadedAt, timeZone),
      moment: zonedIso(picture.uploadedAt, timeZone),
      by: uploaders.get(id) ?? words.portal,
    },
  }
}

const icons: Record<Mark['kind'], IconName> = { good: 'check', poor: 'alert', none: 'cross', decorative: 'image' }

function markOf(picture: Picture, words: MediaWords): Mark {
  const kind = markKind(picture)
  return { kind, text: words.marks[kind], icon: icons[kind] }
}

function markKind(picture: Picture): Mark['kind'] {
  if (picture.isDecorative) return 'decorative'
  const problem = pictureProblems(picture)
  return problem === null ? 'good' : problem === 'missing' ? 'none' : 'poor'
}

function emptyShelf({ filter, search }: LibraryWish, words: MediaWords): { title: string; help: string } {
  if (search) return { title: words.notFound(search), help: words.notFoundHelp }
  if (filter !== 'all') return { title: words.emptyFilter, help: words.emptyFilterHelp }
  return { title: words.empty, help: words.emptyHelp }
}
