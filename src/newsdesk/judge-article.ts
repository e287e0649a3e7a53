import {
  type Deed,
  type DeskArticle,
  isUnrenderable,
  type RenderedBody,
  renderBody,
  transitions,
} from '../articles/index.ts'
import { type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Finding } from '../checks/index.ts'
import type { Config } from '../config.ts'
import { type Description, descriptionIssues, mediaWords, type Picture, pictureReader } from '../media/index.ts'
import { type Issue, required } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { type ArticleForm, draftIssues } from './article-form.ts'
import { type CheckTools, checkArticle } from './check-article.ts'
import { scopeIssues, tellingIssues, timeIssues } from './publication-issues.ts'
import { wordingIn } from './wording.ts'

/** A form that was read, with what is wrong with it for its purpose; a body that could not be rendered is an issue. */
export type Judgement = { issues: Issue[]; body: RenderedBody; tree: CategoryTree; cover: Picture | null }

export async function judgeArticle(
  tools: CheckTools,
  form: ArticleForm,
  article: DeskArticle | null,
  deed: Deed,
  now: string,
  staff: Pick<StaffMember, 'categoryIds'> = { categoryIds: null },
): Promise<Judgement> {
  const { content } = form
  const words = wordingIn(tools.config.language)
  const { brokenLetters } = siteWords[tools.config.language]
  const tree = await categoryReader(tools.database.read).getTree()
  const cover =
    content.coverPictureId === null ? null : await pictureReader(tools.database.read).find(content.coverPictureId)
  const issues = draftIssues(form, { tree, hasCover: cover !== null, words, brokenLetters })
  const isReadable = !issues.some((issue) => issue.field === 'body')
  const rendering = await renderBody(tools, isReadable ? content.body : '', 'public')

  if (isUnrenderable(rendering)) issues.push({ field: 'body', text: words.unrenderable })
  if (cover) issues.push(...coverIssues(form, cover, tools.config.language))
  issues.push(...scopeIssues(content, staff, tree, words))
  if (transitions[deed].demands.includes('ready')) {
    issues.push(...timeIssues(article, content, now, words), ...tellingIssues(article, content, now, words))
    if (deed === 'publish-unreviewed') issues.push(...required(form.reason, 'reason', words.enterReason))
    const examined = { form, rendering: isUnrenderable(rendering) ? null : rendering, cover, tree }
    issues.push(...blockingIssues(await checkArticle(tools, examined), issues))
  }
  return { issues: inFormOrder(issues), body: bodyOf(rendering), tree, cover }
}

function bodyOf(rendering: Awaited<ReturnType<typeof renderBody>>): RenderedBody {
  if (isUnrenderable(rendering)) return { html: '', pictureIds: [] }
  return { html: rendering.html, pictureIds: [...new Set(rendering.shown.map(({ id }) => id))] }
}

/** What blocks, of fields that nothing was said about yet. */
function blockingIssues(findings: Finding[], known: Issue[]): Issue[] {
  const blocking = findings.filter(({ severity }) => severity === 'blocks')
  return blocking
    .filter(({ field }) => !known.some((issue) => issue.field === field))
    .map(({ field, sentence }) => ({ field, text: sentence }))
}

/** A draft may wait for its description, but a wrong one is told at once. */
function coverIssues({ cover }: ArticleForm, picture: Picture, language: Config['language']): Issue[] {
  if (cover.alternativeText === '') return []
  return descriptionIssues(coverDescription(cover, picture), picture.originalName, mediaWords[language]).map(
    ({ text }) => ({
      field: 'coverAlternative',
      text,
    }),
  )
}

export const coverDescription = (cover: ArticleForm['cover'], { caption, credit }: Picture): Description => ({
  ...cover,
  caption,
  credit,
})

export function isCoverChanged({ cover }: ArticleForm, picture: Picture): boolean {
  return cover.alternativeText !== picture.alternativeText || cover.isDecorative !== picture.isDecorative
}

const formOrder = [
  'title',
  'lead',
  'body',
  'coverPictureId',
  'coverAlternative',
  'categoryId',
  'author',
  'unit',
  'genre',
  'publishAt',
  'expireAt',
  'pinUntil',
  'changeKind',
  'wrongText',
  'rightText',
  'changeNote',
  'reason',
  'tags',
  'sourceName',
  'sourceAddress',
  'slug',
]

const inFormOrder = (issues: Issue[]) =>
  [...issues].sort((a, b) => formOrder.indexOf(a.field) - formOrder.indexOf(b.field))
