import { type Change, type Content, changeKinds, type DeskArticle, genres } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import { readDocumentIds } from '../documents/index.ts'
import {
  atMost,
  type Issue,
  isTicked,
  readId,
  readLine,
  readText,
  required,
  type Submitted,
  unbroken,
} from '../site/forms.ts'
import { instantOf, localDateTime } from '../text/dates.ts'
import { toneKey } from '../text/fold.ts'
import { formatNumber } from '../text/numbers.ts'
import { slugOf } from '../text/slug.ts'
import type { DeskWords } from './wording.ts'

/** An article form as it was sent: what it says, and what was typed where that is not the same. */
export type ArticleForm = {
  version: number
  /** Of a form that may become a new article. */
  formKey: string | null
  /** The edition that was opened; null for a new article. */
  baseEditionId: number | null
  content: Content
  publishAtText: string
  expireAtText: string
  pinUntilText: string
  /** Fields whose time nobody can read. */
  unreadable: string[]
  tagsText: string
  slugText: string
  cover: { alternativeText: string; isDecorative: boolean }
  /** Why it is published past the gates. */
  reason: string
}

/** UTF-16 units; tags are counted. */
export const most = { title: 250, lead: 2_000, body: 400_000, line: 250, address: 1_000, tags: 20, note: 1_000 }
const noTitleSlug = 'tin'

export function readArticle(form: Submitted, timeZone: string): ArticleForm {
  const title = readLine(form, 'title')
  const publishAtText = readLine(form, 'publishAt')
  const tagsText = readLine(form, 'tags')
  const slugText = readLine(form, 'slug')
  const expireAtText = readLine(form, 'expireAt')
  const pinUntilText = readLine(form, 'pinUntil')
  const moment = (text: string) => (text === '' ? null : instantOf(text, timeZone))
  return {
    version: readId(form, 'version') ?? 0,
    formKey: readFormKey(form),
    baseEditionId: readId(form, 'baseEditionId'),
    publishAtText,
    expireAtText,
    pinUntilText,
    unreadable: Object.entries({ publishAt: publishAtText, expireAt: expireAtText, pinUntil: pinUntilText })
      .filter(([, text]) => text !== '' && moment(text) === null)
      .map(([name]) => name),
    tagsText,
    slugText,
    cover: { alternativeText: readLine(form, 'coverAlternative'), isDecorative: isTicked(form, 'coverDecorative') },
    reason: readLine(form, 'reason'),
    content: {
      title,
      slug: slugOf(slugText) || slugOf(title) || noTitleSlug,
      lead: readLine(form, 'lead'),
      body: readText(form, 'body'),
      categoryId: readId(form, 'categoryId'),
      genre: genres.find((genre) => genre === readLine(form, 'genre')) ?? 'news',
      author: readLine(form, 'author'),
      unit: readLine(form, 'unit'),
      sourceName: readLine(form, 'sourceName'),
      sourceAddress: readLine(form, 'sourceAddress'),
      tags: tagsIn(tagsText),
      coverPictureId: readId(form, 'coverPictureId'),
      documentIds: readDocumentIds(form),
      publishAt: moment(publishAtText),
      expireAt: moment(expireAtText),
      pinUntil: moment(pinUntilText),
      change: readChange(form),
    },
  }
}

/** What belongs to another kind of change is not kept: nobody would see it again. */
function readChange(form: Submitted): Change {
  const kind = changeKinds.find((one) => one === readLine(form, 'changeKind')) ?? 'minor'
  const isCorrection = kind === 'correction'
  return {
    kind,
    note: kind === 'minor' ? '' : readLine(form, 'changeNote'),
    wrong: isCorrection ? readText(form, 'wrongText') : '',
    right: isCorrection ? readText(form, 'rightText') : '',
  }
}

function readFormKey(form: Submitted): string | null {
  const key = readLine(form, 'formKey')
  return /^[\w-]{16,64}$/.test(key) ? key : null
}

/** The date of the form has minutes, that of the article seconds: a date that nobody touched stays as it was. */
export function withUntouchedDate(form: ArticleForm, article: DeskArticle | null, timeZone: string): ArticleForm {
  const shown = article?.content.publishAt ?? article?.publishedAt ?? null
  if (!article || !shown || form.publishAtText !== localDateTime(shown, timeZone)) return form
  return { ...form, content: { ...form.content, publishAt: article.content.publishAt } }
}

/** Tags typed two ways are one: the first of them. */
function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return [...Map.groupBy(tags, toneKey).values()].flatMap(([first = '']) => first)
}

type Known = { tree: CategoryTree; hasCover: boolean; words: DeskWords; brokenLetters: string }

/** What even a draft may not hold. */
export function draftIssues(form: ArticleForm, { tree, hasCover, words, brokenLetters }: Known): Issue[] {
  const { content, slugText, reason } = form
  const long = (
    name: 'title' | 'lead' | 'body' | 'author' | 'unit' | 'sourceName' | 'sourceAddress',
    limit: number,
  ) => [
    ...atMost(content[name], limit, name, words.tooLong(formatNumber(limit))),
    ...unbroken(content[name], name, brokenLetters),
  ]
  return [
    ...required(content.title, 'title', words.enterTitle),
    ...long('title', most.title),
    ...long('lead', most.lead),
    ...long('body', most.body),
    ...(content.categoryId !== null && !tree.find(content.categoryId)
      ? [{ field: 'categoryId', text: words.unknownCategory }]
      : []),
    ...(content.coverPictureId !== null && !hasCover ? [{ field: 'coverPictureId', text: words.unknownCover }] : []),
    ...long('author', most.line),
    ...long('unit', most.line),
    ...timeFormIssues(form, words),
    ...tagIssues(content.tags, words, brokenLetters),
    ...long('sourceName', most.line),
    ...long('sourceAddress', most.address),
    ...sourceIssues(content.sourceAddress, words),
    ...changeIssues(content.change, words, brokenLetters),
    ...noteIssues(reason, 'reason', words, brokenLetters),
    ...(slugText !== '' && slugOf(slugText) === '' ? [{ field: 'slug', text: words.slugForm }] : []),
  ]
}

function timeFormIssues({ content, unreadable }: ArticleForm, words: DeskWords): Issue[] {
  const endsFirst = content.expireAt !== null && content.publishAt !== null && content.expireAt <= content.publishAt
  return [
    ...unreadable.map((name) => ({ field: name, text: words.timeForm })),
    ...(endsFirst ? [{ field: 'expireAt', text: words.endsFirst }] : []),
  ]
}

function changeIssues({ note, wrong, right }: Change, words: DeskWords, brokenLetters: string): Issue[] {
  return [
    ...noteIssues(note, 'changeNote', words, brokenLetters),
    ...noteIssues(wrong, 'wrongText', words, brokenLetters),
    ...noteIssues(right, 'rightText', words, brokenLetters),
  ]
}

/** A sentence or two: a note, a reason. */
export function noteIssues(text: string, field: string, words: DeskWords, brokenLetters: string): Issue[] {
  return [
    ...atMost(text, most.note, field, words.tooLong(formatNumber(most.note))),
    ...unbroken(text, field, brokenLetters),
  ]
}

function tagIssues(tags: string[], words: DeskWords, brokenLetters: string): Issue[] {
  const tooMany = tags.length > most.tags ? [{ field: 'tags', text: words.tooManyTags(most.tags) }] : []
  return [
    ...tooMany,
    ...atMost(tags.join(), most.address, 'tags', words.tooLong(formatNumber(most.address))),
    ...unbroken(tags.join(), 'tags', brokenLetters),
  ]
}

function sourceIssues(address: string, words: DeskWords): Issue[] {
  const isWeb = /^https?:\/\//.test(address) && URL.canParse(address)
  return address === '' || isWeb ? [] : [{ field: 'sourceAddress', text: words.sourceForm }]
}
