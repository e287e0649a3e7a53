import type { DeskArticle, Genre } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import { compareWords, lineSides, type SidesPart, textSides } from '../compare/index.ts'
import { clockTime } from '../text/dates.ts'
import { type FormFieldName, type FormValues, formFields } from './form-values.ts'
import { type Choice, choiceName, type Disagreement, type MergedForms } from './merge-forms.ts'
import * as paths from './paths.ts'
import type { DeskWords } from './wording.ts'

export type ConflictPage = {
  title: string
  words: DeskWords
  sentence: string
  action: string
  newestPath: string
  saveAsNew: string
  /** What she typed, whole; sent along so that nothing is lost. */
  hidden: { name: string; value: string }[]
  fields: { label: string; sides: SidesPart; name: string; choices: ChoicePart[] }[]
  places: { label: string; sides: SidesPart; name: string; choices: ChoicePart[] }[]
  /** Fields that only one of them changed. */
  agreed: string[]
}

type ChoicePart = { value: Choice; label: string; isChosen: boolean }

export type ConflictParts = {
  newest: DeskArticle
  /** She changed it herself, in another window. */
  isHers: boolean
  baseEditionId: number | null
  formKey: string
  mine: FormValues
  base: FormValues
  theirs: FormValues
  merged: MergedForms
  tree: CategoryTree
  timeZone: string
  language: 'vi' | 'en'
  words: DeskWords
}

export function conflictPage(parts: ConflictParts): ConflictPage {
  const { newest, isHers, merged, words, timeZone } = parts
  const by = isHers ? words.otherWindow : newest.changedByName || words.somebody
  const time = clockTime(newest.changedAt, timeZone)
  const names = { before: words.sideMine, after: words.sideTheirs(by) }
  // Neither text is what came or went.
  const marks = { ...compareWords[parts.language], added: words.differs, removed: words.differs }
  const conflicts = merged.body.filter((part) => part.kind === 'conflict')
  return {
    title: isHers ? words.conflictWithHerselfTitle : words.conflictTitle,
    words,
    sentence: isHers ? words.conflictWithHerself(time) : words.conflict(by, time),
    action: paths.mergePath(newest.id),
    newestPath: paths.articlePath(newest.id),
    saveAsNew: paths.articlesPath,
    hidden: hiddenFields(parts),
    fields: merged.disagreements.map((one) => ({
      label: labelOf(one.name, words),
      sides: lineSides({ ...shown(one, parts), names, words: marks }),
      name: choiceName(one.name),
      choices: choiceParts(['mine', 'theirs'], by, words),
    })),
    places: conflicts.map(({ mine, theirs }, place) => ({
      label: words.conflictPlace(place + 1, conflicts.length),
      sides: textSides({ before: mine, after: theirs, names, words: marks }),
      name: choiceName(place),
      choices: choiceParts(['mine', 'theirs', 'both'], by, words),
    })),
    agreed: agreedFields(parts),
  }
}

function hiddenFields({ newest, baseEditionId, formKey, mine }: ConflictParts): ConflictPage['hidden'] {
  return [
    { name: 'formKey', value: formKey },
    { name: 'version', value: '0' },
    { name: 'baseEditionId', value: String(baseEditionId ?? '') },
    { name: 'theirEditionId', value: String(newest.editionId) },
    ...formFields.map((name) => ({ name, value: mine[name] })),
  ]
}

const choiceParts = (values: Choice[], by: string, words: DeskWords): ChoicePart[] =>
  values.map((value) => ({ value, label: words.choices[value](by), isChosen: value === 'mine' }))

function agreedFields({ base, mine, theirs, merged, words }: ConflictParts): string[] {
  const isBodyOpen = merged.body.some(({ kind }) => kind === 'conflict')
  const isOpen = (name: FormFieldName) =>
    (name === 'body' && isBodyOpen) || merged.disagreements.some((one) => one.name === name)
  const names = formFields.filter((name) => !isOpen(name) && (mine[name] !== base[name] || theirs[name] !== base[name]))
  return names.map((name) => labelOf(name, words))
}

/** What stands behind a number, or behind a word of the code. */
function shown({ name, mine, theirs }: Disagreement, { tree, words }: ConflictParts) {
  const text = (value: string) => {
    if (name === 'categoryId') return tree.find(Number(value))?.name ?? words.noCategory
    if (name === 'genre') return words.genres[value as Genre]
    return value
  }
  return { before: text(mine), after: text(theirs) }
}

function labelOf(name: FormFieldName, words: DeskWords): string {
  const labels: Record<FormFieldName, string> = {
    title: words.title,
    lead: words.lead,
    body: words.body,
    coverPictureId: words.cover,
    coverAlternative: words.coverAlternative,
    coverDecorative: words.decorative,
    documents: words.attachments,
    categoryId: words.category,
    genre: words.genre,
    author: words.author,
    unit: words.unit,
    publishAt: words.publishAt,
    expireAt: words.expireAt,
    pinUntil: words.pinUntil,
    tags: words.tags,
    sourceName: words.sourceName,
    sourceAddress: words.sourceAddress,
    slug: words.slug,
    changeKind: words.change,
    changeNote: words.changeNote,
    wrongText: words.wrongText,
    rightText: words.rightText,
  }
  return labels[name]
}
