import type { CategoryTree } from '../categories/index.ts'
import type { Picture, PictureWish } from '../media/index.ts'
import { type Headline, type Story, story } from '../news/index.ts'
import { keepTogether } from '../text/display.ts'
import type { ArchiveWords } from './words.ts'

/** What `part('archive/stories', page)` reads of a page. */
export type Stories = { stories: Story[]; words: ArchiveWords }

/** Headlines with what their rows show. */
export type StoryParts = {
  headlines: readonly Headline[]
  pictures: ReadonlyMap<number, Picture>
  tree: CategoryTree
  timeZone: string
}

// The heading beside the thumbnail says what it shows; reading both aloud would only be longer.
const thumbnail = { sizes: '(min-width: 44rem) 13rem, 6.5rem', alternativeText: '' }

/** Each with its category, since these lists hold several. The first picture is on the first screen, so it may not wait. */
export function shownStories({ headlines, pictures, tree, timeZone }: StoryParts): Story[] {
  return headlines.map((headline, place) => {
    const wish: PictureWish = { ...thumbnail, loading: place === 0 ? 'eager' : 'lazy' }
    const category = keepTogether(tree.find(headline.categoryId)?.name ?? '') || null
    return { ...story(headline, wish, { pictures, timeZone }), category }
  })
}
