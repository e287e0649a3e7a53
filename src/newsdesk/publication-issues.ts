import type { Rendering } from '../markdown/index.ts'
import { type Issue, required } from '../site/forms.ts'
import { looksLikeFileName } from '../text/file-name.ts'
import type { Content } from './content.ts'
import { type DeskArticle, deskState } from './desk-article.ts'
import type { NewsdeskWords } from './words.ts'

/** What stands between a draft and its readers. */
export function publicationIssues(content: Content, words: NewsdeskWords): Issue[] {
  return [
    ...required(content.lead, 'lead', words.enterLead),
    ...required(content.body, 'body', words.enterBody),
    ...(content.categoryId === null ? [{ field: 'categoryId', text: words.enterCategory }] : []),
  ]
}

/** Pictures that readers with a screen reader, or none at all, would get nothing from. */
export function bodyPictureIssues({ shown, missing }: Rendering, words: NewsdeskWords): Issue[] {
  const isUndescribed = shown.some(({ alternativeText, isDecorative }) => alternativeText === '' && !isDecorative)
  return [
    ...(missing.length > 0 ? [{ field: 'body', text: words.missingPicture }] : []),
    ...(isUndescribed ? [{ field: 'body', text: words.describeBodyPicture }] : []),
    ...(shown.some(({ alternativeText }) => looksLikeFileName(alternativeText))
      ? [{ field: 'body', text: words.bodyPictureFileName }]
      : []),
  ]
}

/** A future date would take away what readers have now. */
export function timeIssues(
  article: DeskArticle | null,
  publishAt: string | null,
  now: string,
  words: NewsdeskWords,
): Issue[] {
  const isVisible = article !== null && deskState(article, now) === 'live'
  return isVisible && publishAt !== null && publishAt > now ? [{ field: 'publishAt', text: words.alreadyLive }] : []
}
