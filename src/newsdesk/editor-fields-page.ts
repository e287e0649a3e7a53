import { genres } from '../articles/index.ts'
import type { PictureView } from '../media/index.ts'
import { type Choice, type Field, field } from '../site/forms.ts'
import type { EditorParts } from './editor-page.ts'
import { categoryChoices } from './list-page.ts'

export type EditorFields = Record<
  | 'title'
  | 'lead'
  | 'body'
  | 'categoryId'
  | 'author'
  | 'unit'
  | 'sourceName'
  | 'sourceAddress'
  | 'tags'
  | 'slug'
  | 'publishAt'
  | 'expireAt'
  | 'pinUntil'
  | 'genre',
  Field
>

export type CoverPart = {
  choice: Field
  alternative: Field
  isDecorative: boolean
  picture: PictureView | null
}

export function editorFields({ form, tree, issues, publicAddress, words }: EditorParts): EditorFields {
  const { content } = form
  const area = (name: 'title' | 'lead' | 'body', rows: number, help: string | null) =>
    field({ name, label: words[name], value: content[name], control: 'textarea', rows, help }, issues)
  const line = (name: 'author' | 'unit' | 'sourceName') =>
    field({ name, label: words[name], value: content[name] }, issues)
  const moment = (name: 'publishAt' | 'expireAt' | 'pinUntil', value: string, help: string | null) =>
    field({ name, label: words[name], value, control: 'datetime-local', help }, issues)
  const choices: Choice[] = [{ value: '', name: words.chooseCategory }, ...categoryChoices(tree)]
  return {
    title: area('title', 2, null),
    lead: area('lead', 4, words.leadHelp),
    body: area('body', 16, words.bodyHelp),
    categoryId: field(
      {
        name: 'categoryId',
        label: words.category,
        value: String(content.categoryId ?? ''),
        control: 'select',
        choices,
      },
      issues,
    ),
    author: line('author'),
    unit: line('unit'),
    sourceName: line('sourceName'),
    sourceAddress: field(
      { name: 'sourceAddress', label: words.sourceAddress, value: content.sourceAddress, control: 'url' },
      issues,
    ),
    tags: field({ name: 'tags', label: words.tags, value: form.tagsText }, issues),
    slug: field(
      {
        name: 'slug',
        label: words.slug,
        value: form.slugText,
        help: publicAddress ? words.slugShown(publicAddress) : words.slugHelp,
      },
      issues,
    ),
    genre: field(
      {
        name: 'genre',
        label: words.genre,
        value: content.genre,
        control: 'select',
        choices: genres.map((genre) => ({ value: genre, name: words.genres[genre] })),
      },
      issues,
    ),
    publishAt: moment('publishAt', form.publishAtText, words.publishAtHelp),
    expireAt: moment('expireAt', form.expireAtText, words.expireAtHelp),
    pinUntil: moment('pinUntil', form.pinUntilText, null),
  }
}

export function coverPart({ form, cover, recentPictures, issues, words }: EditorParts): CoverPart {
  const known = cover ? [cover.picture, ...recentPictures.filter(({ id }) => id !== cover.picture.id)] : recentPictures
  const choices = [
    { value: '', name: words.noCover },
    ...known.map(({ id, originalName }) => ({ value: String(id), name: originalName })),
  ]
  return {
    choice: field(
      {
        name: 'coverPictureId',
        label: words.cover,
        value: String(form.content.coverPictureId ?? ''),
        control: 'select',
        choices,
      },
      issues,
    ),
    alternative: field(
      {
        name: 'coverAlternative',
        label: words.coverAlternative,
        value: form.cover.alternativeText,
        control: 'textarea',
        rows: 2,
        help: words.coverAlternativeHelp,
      },
      issues,
    ),
    isDecorative: form.cover.isDecorative,
    picture: cover?.view ?? null,
  }
}
