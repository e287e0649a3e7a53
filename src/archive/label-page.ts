import { type Label, labelPath } from '../listings/index.ts'
import type { Story } from '../news/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { type Pages, pageAddress, pageParameter, paginate } from '../site/pagination.ts'
import { keepTogether } from '../text/display.ts'
import { type StoryParts, shownStories } from './stories-part.ts'
import type { ArchiveWords } from './words.ts'

/** All news of a tag or of an author. */
export type LabelPage = PublicPage & {
  words: ArchiveWords
  crumbs: Crumbs
  title: string
  /** Offices that an author writes for; none of a tag. */
  units: string[]
  stories: Story[]
  pages: Pages
}

export type LabelParts = StoryParts & {
  label: Label
  units: string[]
  page: number
  total: number
  words: ArchiveWords
}

export const labelPerPage = 20

export function labelPage(parts: LabelParts): LabelPage {
  const { label, page, total, words } = parts
  const isTag = label.kind === 'tag'
  const title = isTag ? words.tagTitle(label.name) : words.authorTitle(label.name)
  const address = (number: number) => pageAddress(labelPath(label), {}, number)
  return {
    head: {
      title: page === 1 ? title : words.numberedTitle(title, page),
      description: isTag ? words.tagDescription(label.name) : words.authorDescription(label.name),
      path: address(page),
      kind: 'website',
      picture: null,
    },
    reads: [pageParameter],
    place: null,
    words,
    crumbs: { above: [], here: title, shortened: title },
    title: keepTogether(title),
    units: parts.units,
    stories: shownStories(parts),
    pages: paginate({ here: page, perPage: labelPerPage, total, address, range: words.range }),
  }
}
