import { deskArticleReader, saveArticle } from '../articles/index.ts'
import { mediaWords } from '../media/index.ts'
import { judgeArticle, readArticle } from '../newsdesk/index.ts'
import { conflict } from '../site/faults.ts'
import type { Issue } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { formOfFile, nothingReceived, type Received } from './article-of-file.ts'
import type { WordDraftTools } from './index.ts'
import { type OpeningForm, openingIssues } from './opening-form.ts'
import { countUndescribed, receiveParts } from './receive-parts.ts'
import type { WaitingFile } from './waiting-file.ts'
import { waitingFiles } from './waiting-files.ts'
import { wordDraftWords } from './words.ts'

/** `hasReceived`: pictures lie in the library already, although no draft was made. */
export type Opened = { articleId: number } | { issues: Issue[]; hasReceived: boolean }

/** A file becomes one draft, however often it is asked for. Pictures come first: saving is one transaction at the end. */
export async function openDraft(
  tools: WordDraftTools,
  staff: StaffMember,
  file: WaitingFile,
  typed: OpeningForm,
): Promise<Opened> {
  const known = await findOpened(tools, file.key)
  if (known !== null) return { articleId: known }
  const judged = await judge(tools, staff, file, typed, nothingReceived)
  if (judged.issues.length > 0) return { issues: judged.issues, hasReceived: false }

  const intake = await receiveParts(tools, staff, file, typed)
  const { issues, body, form } = await judge(tools, staff, file, typed, intake)
  if (issues.length > 0) return { issues, hasReceived: intake.pictures.size > 0 }
  const { content, formKey } = form
  const origin = wordDraftWords[tools.config.language].origin(file.name)
  const outcome = await saveArticle(tools, staff, { articleId: null, version: 0, formKey, content, body, origin })
  // Pressed twice, with other words the second time: what was first stands.
  if (!('article' in outcome)) return { articleId: 'conflict' in outcome ? outcome.conflict.id : conflict() }

  const { id: articleId } = outcome.article
  await waitingFiles(tools.config.uploads).noteOpening(
    { staffId: staff.id, key: file.key },
    {
      articleId,
      lacksLead: content.lead === '',
      lacksCategory: content.categoryId === null,
      undescribed: countUndescribed(typed, intake),
      missing: intake.missing,
      originalIssue: intake.originalIssue,
    },
  )
  return { articleId }
}

/** The article that this file has become already. */
export async function findOpened({ database }: Pick<WordDraftTools, 'database'>, key: string): Promise<number | null> {
  return (await deskArticleReader(database.write).findByFormKey(key))?.id ?? null
}

async function judge(
  tools: WordDraftTools,
  staff: StaffMember,
  file: WaitingFile,
  typed: OpeningForm,
  received: Received,
) {
  const { language, timeZone } = tools.config
  const form = readArticle(formOfFile(file, typed, received), timeZone)
  // A replica may not have the pictures of a moment ago yet.
  const fresh = { ...tools, database: { ...tools.database, read: tools.database.write } }
  const { issues, body } = await judgeArticle(fresh, form, null, 'save', tools.world.clock.now(), staff)
  const own = openingIssues(typed, file, mediaWords[language], siteWords[language].brokenLetters)
  return { form, body, issues: [...issues, ...own] }
}
