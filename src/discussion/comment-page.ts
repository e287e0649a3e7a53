import { type Field, field, type Issue, type IssueSummary, issueSummary } from '../site/forms.ts'
import { clockTime, dateWithTime, isSameDay, zonedIso } from '../text/dates.ts'
import type { Colleague, Comment, CommentList } from './comment.ts'
import { bodyField, mentionField, nothingTyped, type TypedComment } from './comment-form.ts'
import * as paths from './paths.ts'
import { type Paragraph, paragraphsOf } from './pieces.ts'
import type { DiscussionWords } from './words.ts'

/** Beside the editor, and on a page of its own for what is older. */
export type CommentsPart = {
  words: DiscussionWords
  anchor: string
  formToken: string
  /** The newest comment on this page, up to which mentions count as seen; 0 when there is none. */
  newestId: number
  unseen: { sentence: string; action: string } | null
  comments: ShownComment[]
  olderPath: string | null
  newestPath: string | null
  form: CommentForm
}

export type ShownComment = {
  anchor: string
  by: string
  time: { text: string; machine: string }
  /** Null once it was removed. */
  paragraphs: Paragraph[] | null
  mentions: string | null
  callsReader: Comment['callsReader']
  /** Where its writer takes it back; null for everybody else. */
  removePath: string | null
}

export type CommentForm = {
  words: DiscussionWords
  action: string
  formToken: string
  body: Field
  colleagues: { field: string; name: string; isTicked: boolean }[]
}

/** What was typed, with what is to be put right. */
export type CommentPage = {
  title: string
  words: DiscussionWords
  article: { title: string; path: string }
  summary: IssueSummary
  form: CommentForm
}

/** A stretch of comments on a page of its own. */
export type CommentsPage = {
  title: string
  words: DiscussionWords
  article: { title: string; path: string }
  comments: CommentsPart
}

export type Setting = { timeZone: string; staffUrl: string; words: DiscussionWords }
export type CommentsParts = {
  articleId: number
  list: CommentList
  /** Those whom she may mention: never herself. */
  colleagues: readonly Colleague[]
  readerId: number
  formToken: string
  isNewest: boolean
  now: string
}
type FormParts = Pick<CommentsParts, 'articleId' | 'colleagues' | 'formToken'>

export function commentsPart(parts: CommentsParts, setting: Setting): CommentsPart {
  const { articleId, list, formToken, isNewest } = parts
  const { words } = setting
  const [oldest] = list.comments
  return {
    words,
    anchor: paths.discussionAnchor,
    formToken,
    newestId: list.comments.at(-1)?.id ?? 0,
    unseen: unseenNotice(parts, words),
    comments: list.comments.map((comment) => shownComment(comment, parts, setting)),
    olderPath: oldest && list.hasOlder ? `${paths.commentsPath(articleId)}?truoc=${oldest.id}` : null,
    newestPath: isNewest ? null : paths.discussionPath(articleId),
    form: commentForm(parts, nothingTyped, [], words),
  }
}

function unseenNotice({ articleId, list }: CommentsParts, words: DiscussionWords): CommentsPart['unseen'] {
  const count = list.comments.filter(({ callsReader, body }) => callsReader === 'unseen' && body !== null).length
  return count === 0 ? null : { sentence: words.unseen(count), action: paths.mentionsSeenPath(articleId) }
}

function shownComment(comment: Comment, parts: CommentsParts, { timeZone, staffUrl, words }: Setting): ShownComment {
  const { articleId, readerId, now } = parts
  const { id, by, at, body, callsReader } = comment
  const isRemoved = body === null
  const called = [...(callsReader === 'no' ? [] : [words.you]), ...comment.mentioned]
  return {
    anchor: `${paths.discussionAnchor}-${id}`,
    by: by.name,
    time: { text: commentTime(at, now, timeZone, words), machine: zonedIso(at, timeZone) },
    paragraphs: isRemoved ? null : paragraphsOf(body, staffUrl),
    mentions: isRemoved || called.length === 0 ? null : words.mentions(called),
    callsReader: isRemoved ? 'no' : callsReader,
    removePath: isRemoved || by.id !== readerId ? null : paths.removeCommentPath(articleId, id),
  }
}

const commentTime = (at: string, now: string, timeZone: string, words: DiscussionWords): string =>
  isSameDay(at, now, timeZone) ? words.todayAt(clockTime(at, timeZone)) : dateWithTime(at, timeZone)

export function commentForm(
  { articleId, colleagues, formToken }: FormParts,
  typed: TypedComment,
  issues: readonly Issue[],
  words: DiscussionWords,
): CommentForm {
  return {
    words,
    action: paths.commentsPath(articleId),
    formToken,
    body: field({ name: bodyField, label: words.write, value: typed.body, control: 'textarea', rows: 4 }, issues),
    colleagues: colleagues.map(({ id, name }) => ({
      field: mentionField(id),
      name,
      isTicked: typed.mentionedIds.includes(id),
    })),
  }
}

type Article = { id: number; title: string }

export function commentPage(
  article: Article,
  { typed, issues, ...parts }: FormParts & { typed: TypedComment; issues: readonly Issue[] },
  words: DiscussionWords,
  toFix: (count: number) => string,
): CommentPage {
  return {
    ...pageOf(article, words),
    summary: issueSummary(issues, toFix),
    form: commentForm(parts, typed, issues, words),
  }
}

export const commentsPage = (article: Article, comments: CommentsPart): CommentsPage => ({
  ...pageOf(article, comments.words),
  comments,
})

const pageOf = ({ id, title }: Article, words: DiscussionWords) => ({
  title: words.ofArticle(title || words.untitled),
  words,
  article: { title: title || words.untitled, path: paths.discussionPath(id) },
})
