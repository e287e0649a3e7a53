import {
  changeKinds,
  type Deed,
  type DeskArticle,
  type DeskEvent,
  type DeskState,
  deskState,
  hadReaders,
  workStage,
} from '../articles/index.ts'
import { type Field, field, type Issue } from '../site/forms.ts'
import { dateWithTime } from '../text/dates.ts'
import type { ArticleForm } from './article-form.ts'
import * as paths from './paths.ts'
import type { DeskWords } from './wording.ts'

/** Who brought the newest edition where it stands. */
export type Signatures = Record<'submitted' | 'reviewed' | 'returned' | 'unreviewed', DeskEvent | null>

export type GateParts = {
  article: DeskArticle | null
  form: ArticleForm
  /** What she may do with it now. */
  may: ReadonlySet<Deed>
  signatures: Signatures
  /** What somebody without an account said of the newest edition. */
  approval: string | null
  issues: Issue[]
  /** What was typed into a small form that was refused. */
  note: string
  now: string
  timeZone: string
  words: DeskWords
}

/** A button of the article's form. */
export type FormButton = { name: string; action: string; isMain: boolean }

/** A form of its own below the editor, with at most one sentence. */
export type SmallDeed = { action: string; name: string; help: string; isDanger: boolean; note: Field | null }

/** What she must know before she does anything. */
type Alert = { kind: 'warn' | 'bad'; text: string }

export type GatePart = {
  state: { name: string; label: string; notes: string[] }
  alerts: Alert[]
  buttons: FormButton[]
  /** Past the gates; null when she may not, or need not. */
  unreviewed: { action: string; name: string; help: string; reason: Field } | null
  change: ChangePart | null
  deeds: SmallDeed[]
}

/** What readers shall be told of a change; only the fields of the chosen kind are shown. */
export type ChangePart = {
  legend: string
  kinds: { value: string; label: string; isChosen: boolean }[]
  fields: Field[]
}

export function gatePart(parts: GateParts): GatePart {
  const { article, now, words } = parts
  const state = article ? deskState(article, now) : 'draft'
  return {
    state: { name: shapeOf(state), label: words.tabs[state], notes: stateNotes(parts, state) },
    alerts: alerts(parts),
    buttons: buttons(parts, state),
    unreviewed: parts.may.has('publish-unreviewed') && !parts.may.has('publish') ? unreviewedPart(parts) : null,
    change: article && hadReaders(article, now) ? changePart(parts) : null,
    deeds: article ? smallDeeds(article, state, parts) : [],
  }
}

/** The shapes of `public/styles/newsroom.css`. */
export function shapeOf(state: DeskState): string {
  if (state === 'submitted' || state === 'reviewed') return 'review'
  if (state === 'trash') return 'draft'
  return state === 'expired' ? 'withdrawn' : state
}

function stateNotes({ article, signatures, approval, timeZone, words }: GateParts, state: DeskState): string[] {
  if (!article) return []
  const { submitted, reviewed } = signatures
  const stage = workStage(article)
  const isBehind = article.liveEditionId !== null && stage !== null
  return [
    ...(state === 'scheduled' && article.publishedAt
      ? [words.goesLive(dateWithTime(article.publishedAt, timeZone))]
      : []),
    ...(state === 'live' && article.expiresAt ? [words.endsAt(dateWithTime(article.expiresAt, timeZone))] : []),
    ...(isBehind ? [stage === 'draft' ? words.changesWait : words.changeStands(words.tabs[stage])] : []),
    ...(submitted ? [words.submittedBy(submitted.by, dateWithTime(submitted.at, timeZone))] : []),
    ...(approval ? [approval] : []),
    ...(reviewed ? [words.reviewedBy(reviewed.by, dateWithTime(reviewed.at, timeZone))] : []),
  ]
}

function alerts({ article, signatures, timeZone, words }: GateParts): Alert[] {
  const { returned, unreviewed } = signatures
  const stage = article && workStage(article)
  const warn = (text: string): Alert => ({ kind: 'warn', text })
  if (article?.deletedAt) return [warn(words.inTrash)]
  return [
    ...(unreviewed
      ? [{ kind: 'bad' as const, text: words.isUnreviewed(unreviewed.by, dateWithTime(unreviewed.at, timeZone)) }]
      : []),
    ...(returned ? [warn(words.returnedBecause(returned.by, returned.note))] : []),
    ...(stage === 'submitted' || stage === 'reviewed' ? [warn(words.waits)] : []),
  ]
}

/** The last thing that she may do is what she is here for. */
function buttons({ article, may, words }: GateParts, state: DeskState): FormButton[] {
  const id = article?.id ?? null
  const stage = article && workStage(article)
  const isPassing = stage === 'submitted' || stage === 'reviewed'
  const publishWord = isPassing ? words.approve : state === 'live' ? words.publishChanges : words.publish
  const all = [
    { deed: 'save', name: words.saveDraft, action: id === null ? paths.articlesPath : paths.articlePath(id) },
    { deed: 'submit', name: words.submit, action: paths.submitPath(id) },
    { deed: 'review', name: words.review, action: paths.reviewPath(id) },
    { deed: 'publish', name: publishWord, action: paths.publishPath(id) },
  ] as const
  // Who may publish has nobody to ask.
  const open = all.filter(({ deed }) => may.has(deed) && !(deed === 'submit' && may.has('publish')))
  return open.map(({ name, action }, place) => ({ name, action, isMain: place > 0 && place === open.length - 1 }))
}

function unreviewedPart({ article, form, issues, words }: GateParts): GatePart['unreviewed'] {
  return {
    action: paths.publishUnreviewedPath(article?.id ?? null),
    name: words.unreviewed,
    help: words.unreviewedHelp,
    reason: field({ name: 'reason', label: words.reason, value: form.reason, control: 'textarea', rows: 2 }, issues),
  }
}

function changePart({ form, issues, words }: GateParts): ChangePart {
  const { change } = form.content
  const area = (name: 'changeNote' | 'wrongText' | 'rightText', value: string, help: string | null) =>
    field({ name, label: words[name], value, control: 'textarea', rows: 2, help }, issues)
  return {
    legend: words.change,
    kinds: changeKinds.map((kind) => ({ value: kind, label: words.changes[kind], isChosen: kind === change.kind })),
    fields: [
      area('wrongText', change.wrong, words.wrongTextHelp),
      area('rightText', change.right, null),
      area('changeNote', change.note, words.changeNoteHelp),
    ],
  }
}

function smallDeeds(article: DeskArticle, state: DeskState, { may, note, issues, words }: GateParts): SmallDeed[] {
  const plain = { note: null, isDanger: false }
  const asked = (name: string, label: string) =>
    field({ name, label, value: note, control: 'textarea', rows: 2 }, issues)
  const isPlanned = state === 'scheduled'
  const { id } = article
  const all: [Deed, SmallDeed][] = [
    [
      'send-back',
      {
        action: paths.sendBackPath(id),
        name: words.sendBack,
        help: words.sendBackHelp,
        isDanger: false,
        note: asked('note', words.sendBackNote),
      },
    ],
    ['take-back', { ...plain, action: paths.takeBackPath(id), name: words.takeBack, help: words.takeBackHelp }],
    [
      'countersign',
      { ...plain, action: paths.countersignPath(id), name: words.countersign, help: words.countersignHelp },
    ],
    [
      'withdraw',
      {
        action: paths.withdrawPath(id),
        name: isPlanned ? words.unschedule : words.withdraw,
        help: isPlanned ? words.unscheduleHelp : words.withdrawHelp,
        isDanger: true,
        note: isPlanned ? null : asked('withdrawReason', words.withdrawReason),
      },
    ],
    ['trash', { ...plain, action: paths.trashPath(id), name: words.trash, help: words.trashHelp, isDanger: true }],
    ['restore', { ...plain, action: paths.restorePath(id), name: words.restore, help: words.restoreHelp }],
  ]
  return all.filter(([deed]) => may.has(deed)).map(([, part]) => part)
}
