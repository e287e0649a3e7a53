import { type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import type { IconName } from '../site/icons.ts'
import { type LibraryFilter, type LibraryWish, libraryFilters } from './library.ts'
import { filterSlugs, libraryAddress } from './library-address.ts'
import { libraryPath, picturePath } from './paths.ts'
import { type Picture, pictureProblems } from './picture.ts'
import { type PictureView, pictureView } from './picture-view.ts'
import { type UploadForm, uploadForm } from './upload-form.ts'
import type { MediaWords } from './words.ts'

export type ShelfPicture = { name: string; path: string; picture: PictureView; mark: Mark }

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
  search: { text: string; filter: string }
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
  formToken: string
  notice: Notice
  issues: Issue[]
  words: MediaWords
  toFix: (count: number) => string
}

/** `pictures` may hold one more than a page shows, which tells that there are older ones. */
export function libraryPage({ pictures, perPage, wish, counts, words, ...parts }: LibraryParts): LibraryPage {
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
    search: { text: wish.search, filter: filterSlugs[wish.filter] },
    shelf: pictures.slice(0, perPage).map((picture) => shelfPicture(picture, words)),
    empty: emptyShelf(wish, words),
    older: last ? libraryAddress(libraryPath, { ...wish, before: last.id }) : null,
    newest: wish.before ? libraryAddress(libraryPath, { ...wish, before: null }) : null,
  }
}

function shelfPicture(picture: Picture, words: MediaWords): ShelfPicture {
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
