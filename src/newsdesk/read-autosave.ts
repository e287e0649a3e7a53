import { autosaveReader, type DeskArticle, slotOf } from '../articles/index.ts'
import type { Visit } from '../site/staff-router.ts'
import { type ArticleForm, readArticle } from './article-form.ts'
import { mostNewForms } from './autosave-article.ts'
import { saysTheSame } from './autosave-form.ts'
import { type AutosavePart, autosavePart } from './autosave-page.ts'
import { autosaveWords } from './autosave-words.ts'
import type { NewsdeskTools } from './index.ts'

type Shown = {
  article: DeskArticle | null
  form: ArticleForm
  /** The form as it stands in the database. */
  stored: ArticleForm
}

/** What she typed before and has not saved, beside the form that the page shows. Where that form has something of its own, it came later. */
export async function readAutosave(
  { database, world, config }: NewsdeskTools,
  { staff, desk }: Visit,
  { article, form, stored }: Shown,
): Promise<AutosavePart> {
  const { timeZone } = config
  const reader = autosaveReader(database.read)
  const kept = await reader.find(staff.id, slotOf(article?.id ?? null, form.formKey ?? ''))
  const isPending = !saysTheSame(form, stored, timeZone)
  return autosavePart({
    articleId: article?.id ?? null,
    staffId: staff.id,
    formToken: desk.formToken,
    accountPath: desk.accountPath,
    kept,
    isPending,
    isFound: !isPending && kept !== null && !saysTheSame(readArticle(kept.form, timeZone), stored, timeZone),
    newForms: article === null && !isPending ? await reader.listNew(staff.id, mostNewForms) : [],
    now: world.clock.now(),
    timeZone,
    words: autosaveWords[config.language],
  })
}
