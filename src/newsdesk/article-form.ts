import type { CategoryTree } from '../categories/index.ts'
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
import { instantOf } from '../text/dates.ts'
import { toneKey } from '../text/fold.ts'
import { formatNumber } from '../text/numbers.ts'
import { slugOf } from '../text/slug.ts'
import type { Content } from './content.ts'
import type { NewsdeskWords } from './words.ts'

/** An article form as it was sent: what it says, and what was typed where that is not the same. */
export type ArticleForm = {
  version: number
  content: Content
  publishAtText: string
  tagsText: string
  slugText: string
  cover: { alternativeText: string; isDecorative: boolean }
}

const most = { title: 250, lead: 2_000, body: 400_000, line: 250, address: 1_000, tags: 20 }
const noTitleSlug = 'tin'

export function readArticle(form: Submitted, timeZone: string): ArticleForm {
  const title = readLine(form, 'title')
  const publishAtText = readLine(form, 'publishAt')
  const tagsText = readLine(form, 'tags')
  const slugText = readLine(form, 'slug')
  return {
    version: readId(form, 'version') ?? 0,
    publishAtText,
    tagsText,
    slugText,
    cover: { alternativeText: readLine(form, 'coverAlternative'), isDecorative: isTicked(form, 'coverDecorative') },
    content: {
      title,
      slug: slugOf(slugText) || slugOf(title) || noTitleSlug,
      lead: readLine(form, 'lead'),
      body: readText(form, 'body'),
      categoryId: readId(form, 'categoryId'),
      author: readLine(form, 'author'),
      unit: readLine(form, 'unit'),
      sourceName: readLine(form, 'sourceName'),
      sourceAddress: readLine(form, 'sourceAddress'),
      tags: tagsIn(tagsText),
      coverPictureId: readId(form, 'coverPictureId'),
      publishAt: publishAtText === '' ? null : instantOf(publishAtText, timeZone),
    },
  }
}

/** Tags typed two ways are one: the first of them. */
function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return [...Map.groupBy(tags, toneKey).values()].flatMap(([first = '']) => first)
}

type Known = { tree: CategoryTree; hasCover: boolean; words: NewsdeskWords; brokenLetters: string }

/** What even a draft may not hold. */
export function draftIssues(
  { content, publishAtText, slugText }: ArticleForm,
  { tree, hasCover, words, brokenLetters }: Known,
): Issue[] {
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
    ...(publishAtText !== '' && content.publishAt === null ? [{ field: 'publishAt', text: words.timeForm }] : []),
    ...tagIssues(content.tags, words, brokenLetters),
    ...long('sourceName', most.line),
    ...long('sourceAddress', most.address),
    ...sourceIssues(content.sourceAddress, words),
    ...(slugText !== '' && slugOf(slugText) === '' ? [{ field: 'slug', text: words.slugForm }] : []),
  ]
}

function tagIssues(tags: string[], words: NewsdeskWords, brokenLetters: string): Issue[] {
  const tooMany = tags.length > most.tags ? [{ field: 'tags', text: words.tooManyTags(most.tags) }] : []
  return [
    ...tooMany,
    ...atMost(tags.join(), most.address, 'tags', words.tooLong(formatNumber(most.address))),
    ...unbroken(tags.join(), 'tags', brokenLetters),
  ]
}

function sourceIssues(address: string, words: NewsdeskWords): Issue[] {
  const isWeb = /^https?:\/\//.test(address) && URL.canParse(address)
  return address === '' || isWeb ? [] : [{ field: 'sourceAddress', text: words.sourceForm }]
}
