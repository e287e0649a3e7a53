import { type ArticleForm, readArticle } from './article-form.ts'

/** The fields of the article's form, in its order; all that is typed is kept by these names. */
export const formFields = [
  'title',
  'lead',
  'body',
  'coverPictureId',
  'coverAlternative',
  'coverDecorative',
  'documents',
  'categoryId',
  'genre',
  'author',
  'unit',
  'publishAt',
  'expireAt',
  'pinUntil',
  'tags',
  'sourceName',
  'sourceAddress',
  'slug',
  'changeKind',
  'changeNote',
  'wrongText',
  'rightText',
] as const
export type FormFieldName = (typeof formFields)[number]

/** What a browser would send of the form. */
export type FormValues = Record<FormFieldName, string>

export function valuesOf(form: ArticleForm): FormValues {
  const { content, cover } = form
  return {
    title: content.title,
    lead: content.lead,
    body: content.body,
    coverPictureId: String(content.coverPictureId ?? ''),
    coverAlternative: cover.alternativeText,
    coverDecorative: cover.isDecorative ? '1' : '',
    documents: content.documentIds.join(', '),
    categoryId: String(content.categoryId ?? ''),
    genre: content.genre,
    author: content.author,
    unit: content.unit,
    publishAt: form.publishAtText,
    expireAt: form.expireAtText,
    pinUntil: form.pinUntilText,
    tags: form.tagsText,
    sourceName: content.sourceName,
    sourceAddress: content.sourceAddress,
    slug: form.slugText,
    changeKind: content.change.kind,
    changeNote: content.change.note,
    wrongText: content.change.wrong,
    rightText: content.change.right,
  }
}

/** The form that sends these. */
export const formFrom = (values: FormValues, timeZone: string): ArticleForm => readArticle(values, timeZone)
