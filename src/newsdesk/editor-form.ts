import { contentToEdit, type DeskArticle, emptyContent } from '../articles/index.ts'
import type { Picture } from '../media/index.ts'
import { localDateTime } from '../text/dates.ts'
import type { ArticleForm } from './article-form.ts'

/** The form as it stands in the database, for opening an article. */
export function formOf(article: DeskArticle | null, picture: Picture | null, timeZone: string): ArticleForm {
  const content = article ? contentToEdit(article) : emptyContent
  const typed = (moment: string | null) => (moment ? localDateTime(moment, timeZone) : '')
  return {
    version: article?.version ?? 0,
    formKey: null,
    baseEditionId: article?.editionId ?? null,
    content,
    publishAtText: typed(content.publishAt ?? article?.publishedAt ?? null),
    expireAtText: typed(content.expireAt),
    pinUntilText: typed(content.pinUntil),
    unreadable: [],
    tagsText: content.tags.join(', '),
    slugText: article ? content.slug : '',
    cover: { alternativeText: picture?.alternativeText ?? '', isDecorative: picture?.isDecorative ?? false },
    reason: '',
  }
}
