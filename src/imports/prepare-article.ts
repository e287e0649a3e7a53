import { type Content, emptyContent, isUnrenderable, type RenderedBody, renderBody } from '../articles/index.ts'
import type { Config } from '../config.ts'
import type { Markdown } from '../markdown/index.ts'
import { contentLimits } from '../newsdesk/index.ts'
import { shortenAtWord } from '../text/display.ts'
import { toneKey } from '../text/fold.ts'
import { detectLegacyEncoding, fromLegacyEncoding } from '../text/legacy-encoding.ts'
import { normalLine } from '../text/normal-form.ts'
import { slugOf } from '../text/slug.ts'
import { type BodyPicture, composeBody } from '../word-files/index.ts'
import { draftKinds, fatalKinds, hasOne, missingKinds, type OldArticle, type Problem, problem } from './old-article.ts'
import type { CategoryPlacer } from './place-category.ts'
import { type BodyParts, placeParts } from './place-parts.ts'
import { readLine, readText } from './read-text.ts'
import { describeTaken, type FileTools } from './take-files.ts'

export type PrepareTools = FileTools & {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone'>
  markdown: Markdown
  categories: CategoryPlacer
  /** Names of the old site, whose links lead to this portal now. */
  hosts: ReadonlySet<string>
  /** Everything becomes a draft. */
  asDrafts: boolean
}

export type Prepared = {
  content: Content
  body: RenderedBody
  /** Readers get it as part of the archive, or the newsroom as a draft. */
  state: 'live' | 'draft'
  problems: Problem[]
  /** How many things a later run may find. */
  missing: number
}

/** All that takes time and files, before anything of the article is stored. What lies too deep in itself is told. */
export async function prepareArticle(
  tools: PrepareTools,
  old: OldArticle,
): Promise<Prepared | { unusable: Problem[] }> {
  try {
    return await prepare(tools, old)
  } catch (error) {
    // Parser, reader and rules call themselves for what lies inside.
    if (!(error instanceof RangeError)) throw error
    return { unusable: [...old.problems, problem('too-deep')] }
  }
}

async function prepare(tools: PrepareTools, old: OldArticle): Promise<Prepared | { unusable: Problem[] }> {
  const text = readText(old)
  const title = readLine(old.title)
  const found = [
    ...old.problems,
    ...text.problems,
    ...brokenLetters(old),
    ...(title === '' ? [problem('no-title')] : []),
  ]
  if (hasOne(found, fatalKinds)) return { unusable: found }

  const parts = await placeParts(tools, text, old)
  const lead = readLine(old.lead)
  const composed = composeBody(parts.blocks, { pictureScheme: 'anh:', hasLead: lead !== '' })
  if (composed.body.length > contentLimits.body) return { unusable: [...found, problem('too-large')] }
  const undescribed = await describeAll(tools, parts, composed.pictures)
  const categoryId = await tools.categories.place(old.categories)
  const wished = { ...fitting(old, title, lead || composed.lead), categoryId, body: composed.body }
  const problems = [
    ...found,
    ...parts.problems,
    ...wished.problems,
    ...undescribed,
    ...(composed.legacy || wished.isLegacy ? [problem('legacy', composed.legacy ?? '')] : []),
    ...(composed.body === '' ? [problem('no-body')] : []),
    ...(categoryId === null ? [problem('no-category', old.categories[0]?.at(-1)?.name ?? '')] : []),
    ...dateProblems(old, tools.world.clock.now()),
  ]
  const body = await render(tools, composed.body)
  if (body === null) return { unusable: [...problems, problem('unrenderable')] }
  const isDraft = tools.asDrafts || old.isDraft || hasOne(problems, draftKinds)
  return {
    content: contentOf(wished, parts, old, hasOne(problems, ['no-date'])),
    body,
    state: isDraft ? 'draft' : 'live',
    problems,
    missing: problems.filter(({ what }) => (missingKinds as readonly string[]).includes(what)).length,
  }
}

/** What was written in letters of an old font, without its form. */
function inUnicode(line: string): string {
  const encoding = detectLegacyEncoding(line)
  return encoding ? normalLine(fromLegacyEncoding(line, encoding)) : line
}

/** Fields as long as the newsroom's forms let them be. */
function fitting(old: OldArticle, written: string, writtenLead: string) {
  const [title, lead, author] = [written, writtenLead, readLine(old.author)].map(inUnicode)
  const tags = old.tags
    .map((tag) => inUnicode(readLine(tag)))
    .filter((tag) => tag !== '' && tag.length <= contentLimits.line)
  const lines = {
    title: shortenAtWord(title ?? '', contentLimits.title),
    lead: shortenAtWord(lead ?? '', contentLimits.lead),
    author: shortenAtWord(author ?? '', contentLimits.line),
    tags: [...Map.groupBy(tags, toneKey).values()].flatMap(([first = '']) => first).slice(0, contentLimits.tags),
  }
  const cut = [
    ...(lines.title === title ? [] : ['title']),
    ...(lines.lead === lead ? [] : ['lead']),
    ...(lines.tags.length < tags.length && tags.length > contentLimits.tags ? ['tags'] : []),
  ]
  return {
    ...lines,
    isLegacy: title !== written || lead !== writtenLead,
    problems: cut.map((name) => problem('shortened', name)),
  }
}

async function describeAll(tools: PrepareTools, parts: BodyParts, said: BodyPicture[]): Promise<Problem[]> {
  const undescribed: Problem[] = []
  for (const [id, { picture, name }] of parts.pictures) {
    const ofCover = parts.cover?.id === id ? parts.cover.said : nothingSaid
    const shown = said.find(({ at }) => at === id) ?? { at: id, ...ofCover }
    const isDescribed = picture ? await describeTaken(tools, picture, shown) : shown.alternativeText !== ''
    if (!isDescribed) undescribed.push(problem('no-description', name))
  }
  return undescribed
}

const nothingSaid = { alternativeText: '', caption: '' }

const brokenLetters = ({ title, lead, body }: OldArticle): Problem[] =>
  [title, lead, body].some((words) => words.includes('\ufffd')) ? [problem('broken-letters')] : []

/** A day to come is a slip of the pen, or was never meant for readers. */
const dateProblems = ({ publishedAt }: OldArticle, now: string): Problem[] =>
  publishedAt === null || publishedAt > now ? [problem('no-date', publishedAt ?? '')] : []

async function render(tools: PrepareTools, body: string): Promise<RenderedBody | null> {
  if (tools.isTrial) return { html: '', pictureIds: [] }
  // A replica may not have the pictures of a moment ago yet.
  const rendering = await renderBody({ ...tools, database: { read: tools.database.write } }, body, 'public')
  if (isUnrenderable(rendering)) return null
  return { html: rendering.html, pictureIds: rendering.shown.map(({ id }) => id) }
}

type Wished = Pick<Content, 'title' | 'lead' | 'author' | 'tags' | 'categoryId' | 'body'>

function contentOf(wished: Wished, parts: BodyParts, old: OldArticle, isUndated: boolean): Content {
  const { title, lead, author, tags, categoryId, body } = wished
  return {
    ...emptyContent,
    title,
    slug: slugOf(title) || 'tin',
    lead,
    body,
    author,
    tags,
    categoryId,
    coverPictureId: parts.cover?.id ?? parts.firstPictureId,
    documentIds: parts.documentIds,
    publishAt: isUndated ? null : old.publishedAt,
  }
}
