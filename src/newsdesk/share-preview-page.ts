import { type Picture, type PictureView, previewCut } from '../media/index.ts'
import { shortenAtWord } from '../text/display.ts'
import type { ArticleForm } from './article-form.ts'
import type { ShareWords } from './share-words.ts'

/** How the article looks where others link to it; `public/scripts/share-preview.js` follows the typing. */
export type SharePreview = {
  words: ShareWords
  host: string
  slug: string
  /** As a search engine cuts them. */
  found: { title: ShownText; description: ShownText }
  /** As link previews cut them. */
  card: { title: ShownText; description: ShownText }
  /** Null where the portal draws a card. */
  picture: PictureView | null
}

/** `most` letters of it; `missing` stands there while there is none. */
export type ShownText = { text: string; most: number; missing: string }

type SharePreviewParts = {
  form: ArticleForm
  cover: { picture: Picture; view: PictureView } | null
  siteUrl: string
  words: ShareWords
}

/** Letters, as search engines and Facebook show them on a phone. */
const most = { foundTitle: 65, foundDescription: 155, cardTitle: 100, cardDescription: 110 }

export function sharePreview({ form, cover, siteUrl, words }: SharePreviewParts): SharePreview {
  const { title, lead, slug } = form.content
  const shownTitle = (letters: number) => shown(title, letters, words.noTitle)
  const shownLead = (letters: number) => shown(lead || title, letters, words.noLead)
  return {
    words,
    host: new URL(siteUrl).host,
    slug,
    found: { title: shownTitle(most.foundTitle), description: shownLead(most.foundDescription) },
    card: { title: shownTitle(most.cardTitle), description: shownLead(most.cardDescription) },
    picture: cover && previewCut(cover.picture) ? cover.view : null,
  }
}

const shown = (text: string, letters: number, missing: string): ShownText => ({
  text: shortenAtWord(text, letters) || missing,
  most: letters,
  missing,
})
