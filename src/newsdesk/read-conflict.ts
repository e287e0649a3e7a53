import { type DeskArticle, deskArticleReader, emptyContent, eventReader } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import { pictureReader } from '../media/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { type ConflictPage, conflictPage } from './conflict-page.ts'
import { formOf } from './editor-form.ts'
import { type FormValues, valuesOf } from './form-values.ts'
import type { NewsdeskTools } from './index.ts'
import { mergeForms } from './merge-forms.ts'
import { wordingIn } from './wording.ts'

export type Meeting = {
  newest: DeskArticle
  /** The edition that she had opened; null when there was none. */
  baseEditionId: number | null
  mine: FormValues
}

/** What both made of the edition that they began with. */
export async function readMeeting({ database, config }: NewsdeskTools, { newest, baseEditionId, mine }: Meeting) {
  const reader = deskArticleReader(database.read)
  const content = baseEditionId === null ? null : await reader.findContent(newest.id, baseEditionId)
  const coverId = newest.content.coverPictureId
  const cover = coverId === null ? null : await pictureReader(database.read).find(coverId)
  const theirs = valuesOf(formOf(newest, cover, config.timeZone))
  const began = formOf({ ...newest, content: content ?? emptyContent }, cover, config.timeZone)
  // Descriptions of pictures have no editions: where she has the same picture, hers is a wish of its own.
  const isSameCover = mine.coverPictureId === theirs.coverPictureId
  const base = { ...valuesOf(began), ...(isSameCover ? {} : { coverAlternative: '', coverDecorative: '' }) }
  return { base, theirs, merged: mergeForms(base, mine, theirs) }
}

/** Both texts, what is agreed, and what she must decide. */
export async function readConflict(
  tools: NewsdeskTools,
  meeting: Meeting,
  staff: Pick<StaffMember, 'id'>,
): Promise<ConflictPage> {
  const { database, config, world } = tools
  const change = await eventReader(database.read).findNewest(meeting.newest.id)
  return conflictPage({
    ...meeting,
    isHers: change?.staffId === staff.id,
    ...(await readMeeting(tools, meeting)),
    formKey: world.random(18).toString('base64url'),
    tree: await categoryReader(database.read).getTree(),
    timeZone: config.timeZone,
    language: config.language,
    words: wordingIn(config.language),
  })
}
