import type { Content } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import type { Document } from '../documents/index.ts'
import type { Picture } from '../media/index.ts'
import { dateWithTime } from '../text/dates.ts'
import type { RevisionWords } from './words.ts'

/** What an edition says in one of its fields, in words. Empty where it says nothing. */
export type ContentField = {
  name: FieldName
  label: string
  value: string
  /** Markdown of many paragraphs. */
  isText: boolean
}

export const fieldNames = [
  'title',
  'lead',
  'body',
  'category',
  'genre',
  'author',
  'unit',
  'tags',
  'cover',
  'documents',
  'publishAt',
  'expireAt',
  'pinUntil',
  'source',
  'slug',
  'change',
] as const
export type FieldName = (typeof fieldNames)[number]

/** What the numbers in an edition stand for today. */
export type Names = {
  tree: CategoryTree
  pictures: ReadonlyMap<number, Picture>
  documents: readonly Document[]
  timeZone: string
  /** How the newsroom calls the kinds of work. */
  genres: Record<Content['genre'], string>
  words: RevisionWords
}

export function contentFields(content: Content, names: Names): ContentField[] {
  const values = valuesOf(content, names)
  return fieldNames.map((name) => ({
    name,
    label: names.words.fields[name],
    value: values[name],
    isText: name === 'body',
  }))
}

function valuesOf(
  content: Content,
  { tree, pictures, documents, timeZone, genres, words }: Names,
): Record<FieldName, string> {
  const moment = (at: string | null) => (at === null ? '' : dateWithTime(at, timeZone))
  return {
    title: content.title,
    lead: content.lead,
    body: content.body,
    category: categoryName(content.categoryId, tree, words),
    genre: genres[content.genre],
    author: content.author,
    unit: content.unit,
    tags: content.tags.join(', '),
    cover: coverName(content.coverPictureId, pictures, words),
    documents: content.documentIds.map((id) => documentName(id, documents, words)).join(', '),
    publishAt: moment(content.publishAt),
    expireAt: moment(content.expireAt),
    pinUntil: moment(content.pinUntil),
    source: [content.sourceName, content.sourceAddress].filter(Boolean).join(', '),
    slug: content.slug,
    change: changeName(content.change, words),
  }
}

/** A document that was removed meanwhile keeps its number. */
const documentName = (id: number, documents: readonly Document[], words: RevisionWords): string =>
  documents.find((document) => document.id === id)?.title ?? words.goneDocument(id)

function categoryName(id: number | null, tree: CategoryTree, words: RevisionWords): string {
  if (id === null) return ''
  const names = tree.lineage(id).map(({ name }) => name)
  return names.length > 0 ? names.join(' › ') : words.goneCategory(id)
}

/** With its number: two pictures may have one name. */
function coverName(id: number | null, pictures: ReadonlyMap<number, Picture>, words: RevisionWords): string {
  if (id === null) return ''
  const picture = pictures.get(id)
  if (!picture) return words.gonePicture(id)
  return words.picture(id, picture.originalName, picture.alternativeText || words.undescribed)
}

function changeName({ kind, note, wrong, right }: Content['change'], words: RevisionWords): string {
  if (kind === 'minor') return ''
  const swap = wrong === '' && right === '' ? '' : words.swap(wrong, right)
  return [words.changes[kind] ?? kind, note, swap].filter(Boolean).join('. ')
}
