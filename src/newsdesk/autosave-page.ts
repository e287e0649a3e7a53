import type { Autosave } from '../articles/index.ts'
import { clockTime, dateWithTime, isSameDay } from '../text/dates.ts'
import type { AutosaveOutcome } from './autosave-article.ts'
import { titleOf, windowOf } from './autosave-form.ts'
import type { AutosaveWords } from './autosave-words.ts'
import { autosavePath, dropAutosavePath, restoreAutosavePath } from './paths.ts'

/** What was kept while somebody typed, for the editor; `public/scripts/autosave.js` reads the rest of its words here. */
export type AutosavePart = {
  words: AutosaveWords
  formToken: string
  savePath: string
  sessionPath: string
  /** Null for an article that is not there yet. */
  articleId: number | null
  staffId: number
  /** The moment of what stands in the slot, when this page shows it or what followed it. */
  seen: string
  /** The page shows what is stored nowhere but in a slot, or nowhere at all. */
  isPending: boolean
  timeZone: string
  /** What she may take back. */
  found: FoundAutosave[]
  /** Above a list; null above a single one. */
  foundTitle: string | null
  isFew: boolean
  /** What the script says of a copy in this browser; it puts time and title there. */
  copySentences: { article: string; form: string }
  troubles: Trouble[]
}

type FoundAutosave = {
  /** Of its sentence in the page. */
  id: string
  sentence: string
  restorePath: string
  dropPath: string
  formKey: string
  savedAt: string
  windowKey: string
}

/** What the script says when it cannot keep what is typed; an empty text is the answer's own sentence. */
type Trouble = { name: string; kind: 'bad' | 'warn'; text: string; link: Link | null; act: Act | null }
type Link = { name: string; path: string }
type Act = { name: string; does: 'retry' | 'take-over' }

export type AutosaveParts = {
  articleId: number | null
  staffId: number
  formToken: string
  accountPath: string
  kept: Autosave | null
  isPending: boolean
  /** Whether what was kept is something else than what the page shows. */
  isFound: boolean
  newForms: (Autosave & { formKey: string })[]
  now: string
  timeZone: string
  words: AutosaveWords
}

/** A longer list stands closed: she came to write. */
const mostOpen = 3

export function autosavePart(parts: AutosaveParts): AutosavePart {
  const { articleId, staffId, formToken, kept, isFound, isPending, newForms, timeZone, words } = parts
  return {
    words,
    formToken,
    savePath: autosavePath(articleId),
    sessionPath: autosavePath(null),
    articleId,
    staffId,
    seen: kept && !isFound ? kept.savedAt : '',
    isPending,
    timeZone,
    found:
      kept && isFound
        ? [foundAutosave(articleId, '', kept, words.found(momentText(kept.savedAt, parts)))]
        : newForms.map((one) => foundAutosave(null, one.formKey, one, formSentence(one, parts))),
    foundTitle: newForms.length > 0 ? words.unsavedForms(newForms.length) : null,
    isFew: newForms.length <= mostOpen,
    copySentences: { article: words.copy(itsTime), form: words.copyOfForm(itsTitle, itsTime) },
    troubles: troubles(parts),
  }
}

const foundAutosave = (
  articleId: number | null,
  formKey: string,
  { form, savedAt }: Autosave,
  sentence: string,
): FoundAutosave => ({
  id: `unsaved-${articleId ?? formKey}`,
  sentence,
  restorePath: restoreAutosavePath(articleId, formKey),
  dropPath: dropAutosavePath(articleId),
  formKey,
  savedAt,
  windowKey: windowOf(form),
})

const formSentence = ({ form, savedAt }: Autosave, parts: AutosaveParts): string =>
  parts.words.foundForm(titleOf(form, parts.timeZone) || parts.words.noTitle, momentText(savedAt, parts))

/** The script puts a time of its own clock there: it knows since when nobody answers. */
const itsTime = '{time}'
const itsTitle = '{title}'

function troubles({ articleId, accountPath, words }: AutosaveParts): Trouble[] {
  const signIn = { name: words.signInElsewhere, path: accountPath }
  const retry: Act = { name: words.tryAgain, does: 'retry' }
  const plain = { kind: 'bad', link: null, act: retry } as const
  return [
    { ...plain, name: 'down', text: words.down(itsTime) },
    { ...plain, name: 'down-unkept', text: words.downUnkept(itsTime) },
    { ...plain, name: 'refused', text: words.refused(itsTime) },
    { ...plain, name: 'signed-out', text: words.signedOut, link: signIn },
    { ...plain, name: 'other-person', text: words.otherPerson, link: signIn },
    { ...plain, name: 'too-large', text: words.tooLarge, act: null },
    { ...plain, name: 'too-many', text: '', act: null },
    { ...plain, name: 'newer-version', kind: 'warn', text: '', act: null },
    {
      name: 'other-window',
      kind: 'warn',
      text: '',
      link: articleId === null ? null : { name: words.openOther, path: restoreAutosavePath(articleId, '') },
      act: { name: words.takeOver, does: 'take-over' },
    },
  ]
}

export type AutosaveAnswer = { kind: AutosaveOutcome['kind'] | 'too-large'; at: string | null; sentence: string }

type AnswerParts = {
  mostNewForms: number
  staffId: number
  now: string
  timeZone: string
  words: AutosaveWords
}

export const autosaveAnswer = (outcome: AutosaveOutcome, parts: AnswerParts): AutosaveAnswer => ({
  kind: outcome.kind,
  at: outcome.at,
  sentence: answerSentence(outcome, parts),
})

function answerSentence(outcome: AutosaveOutcome, parts: AnswerParts): string {
  const { words, staffId } = parts
  if (outcome.kind === 'nothing-new') return words.nothingNew
  if (outcome.kind === 'too-many') return words.tooMany(parts.mostNewForms)
  if (outcome.kind === 'kept') return words.kept(momentText(outcome.at, parts))
  if (outcome.kind === 'other-window') return words.otherWindow(momentText(outcome.at, parts))
  const { by = '', at = outcome.at, staffId: changedBy = null } = outcome.change ?? {}
  const time = momentText(at, parts)
  return changedBy === staffId ? words.newerByHerself(time) : words.newer(by || words.somebody, time)
}

/** The hour of today, any other day with its date. */
const momentText = (at: string, { now, timeZone }: Pick<AnswerParts, 'now' | 'timeZone'>): string =>
  isSameDay(at, now, timeZone) ? clockTime(at, timeZone) : dateWithTime(at, timeZone)
