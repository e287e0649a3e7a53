import {
  type ArticleChange,
  type Autosave,
  autosaveReader,
  autosaveWriter,
  type DeskArticle,
  type DeskTools,
  eventReader,
  slotOf,
} from '../articles/index.ts'
import type { Config } from '../config.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { pictureReader } from '../media/index.ts'
import { type ArticleForm, readArticle } from './article-form.ts'
import { saysTheSame, type TypedForm, type TypingWindow, windowOf } from './autosave-form.ts'
import { formOf } from './editor-form.ts'

/** Forms that have made no article yet, of one person. */
export const mostNewForms = 30

export type AutosaveTools = DeskTools & { config: Pick<Config, 'timeZone'> }

export type AutosaveWish = {
  /** Null for a form that has made no article yet, which its key names. */
  article: DeskArticle | null
  formKey: string
  form: TypedForm
  window: TypingWindow
}

/** `at` is the moment of what stands in the slot now. */
export type AutosaveOutcome =
  | { kind: 'kept'; at: string }
  /** It says what the article says, so the slot is empty. */
  | { kind: 'nothing-new'; at: string }
  /** Kept, although the article went on without it: what was typed would be lost otherwise. */
  | { kind: 'newer-version'; at: string; change: ArticleChange | null }
  /** Not kept: the slot has something that this window never showed. */
  | { kind: 'other-window'; at: string }
  | { kind: 'too-many'; at: null }

/** Writes the slot and nothing else: no edition, no history, no audit line. */
export async function autosaveArticle(
  { database, world, config }: AutosaveTools,
  staffId: number,
  { article, formKey, form, window }: AutosaveWish,
): Promise<AutosaveOutcome> {
  const now = world.clock.now()
  const typed = readArticle(form, config.timeZone)
  const slot = slotOf(article?.id ?? null, formKey)
  return inTransaction(database, async (transaction) => {
    const [reader, writer] = [autosaveReader(transaction), autosaveWriter(transaction, now)]
    const kept = await reader.find(staffId, slot)
    if (kept && !isKnownTo(window, kept)) return { kind: 'other-window', at: kept.savedAt }
    if (saysTheSame(typed, await storedForm(transaction, article, config.timeZone), config.timeZone)) {
      await writer.clear(staffId, [slot])
      return { kind: 'nothing-new', at: now }
    }
    if (article === null && kept === null && (await reader.listNew(staffId, mostNewForms)).length === mostNewForms)
      return { kind: 'too-many', at: null }
    await writer.put(staffId, slot, article?.id ?? null, form)
    if (article === null || !isBehind(typed, article)) return { kind: 'kept', at: now }
    return { kind: 'newer-version', at: now, change: await eventReader(transaction).findNewest(article.id) }
  })
}

/** Another window's text is nobody's to replace unseen: she may have closed that window because it was kept. */
const isKnownTo = ({ key, seen }: TypingWindow, { form, savedAt }: Autosave): boolean =>
  key === windowOf(form) || seen === savedAt || (seen !== '' && seen === windowOf(form))

async function storedForm(transaction: Writer, article: DeskArticle | null, timeZone: string): Promise<ArticleForm> {
  const coverId = article?.content.coverPictureId ?? null
  return formOf(article, coverId === null ? null : await pictureReader(transaction).find(coverId), timeZone)
}

/** The form of a new article, typed in after it made one, was opened on the first version. */
const isBehind = ({ version, formKey }: ArticleForm, article: DeskArticle): boolean =>
  article.version > (version === 0 && formKey !== null ? 1 : version)
