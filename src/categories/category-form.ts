import {
  atMost,
  type Choice,
  type Field,
  field,
  type Issue,
  readId,
  readLine,
  required,
  type Submitted,
  unbroken,
} from '../site/forms.ts'
import type { CategoryNode, CategoryTree } from './category.ts'
import { type CategoryWish, mostHomePositions, type PlaceFlaw, placeFlaw, possibleParents } from './category-wish.ts'
import type { CategoryWords } from './words.ts'

const mostLettersOfName = 120
const mostLettersOfDescription = 300

export function readCategory(form: Submitted): CategoryWish {
  const homePosition = readLine(form, 'homePosition')
  return {
    name: readLine(form, 'name'),
    slug: readLine(form, 'slug'),
    description: readLine(form, 'description'),
    parentId: readId(form, 'parent'),
    homePosition: homePosition === '' ? null : Number(homePosition),
  }
}

type Standing = { id: number | null; tree: CategoryTree }

export function categoryIssues(
  wish: CategoryWish,
  { id, tree }: Standing,
  words: CategoryWords,
  brokenLetters: string,
): Issue[] {
  const { name, description, homePosition } = wish
  return [
    ...required(name, 'name', words.enterName),
    ...atMost(name, mostLettersOfName, 'name', words.tooLong(mostLettersOfName)),
    ...unbroken(name, 'name', brokenLetters),
    ...placeIssues(wish, { id, tree }, words),
    ...atMost(description, mostLettersOfDescription, 'description', words.tooLong(mostLettersOfDescription)),
    ...unbroken(description, 'description', brokenLetters),
    ...(isHomePosition(homePosition)
      ? []
      : [{ field: 'homePosition', text: words.homePositionForm(mostHomePositions) }]),
  ]
}

const isHomePosition = (position: number | null): boolean =>
  position === null || (Number.isInteger(position) && position >= 1 && position <= mostHomePositions)

const fieldOfFlaw: Record<PlaceFlaw, 'parent' | 'slug'> = {
  'no-such-parent': 'parent',
  'inside-itself': 'parent',
  'too-deep': 'parent',
  'no-address': 'slug',
  reserved: 'slug',
  taken: 'slug',
}

function placeIssues(wish: CategoryWish, { id, tree }: Standing, words: CategoryWords): Issue[] {
  const flaw = placeFlaw(wish, id, tree)
  // Without a name and an address there is one thing to write, not two.
  if (flaw === null || (flaw === 'no-address' && wish.name === '')) return []
  return [{ field: fieldOfFlaw[flaw], text: words.flaws[flaw] }]
}

type FieldState = { tree: CategoryTree; issues: Issue[]; words: CategoryWords }

/** The form of one category; `node` is null for one that does not exist yet. */
export function categoryFields(
  node: CategoryNode | null,
  typed: CategoryWish,
  { tree, issues, words }: FieldState,
): Field[] {
  const slugHelp = node ? `${words.slugNow(node.path)} ${words.slugHelp}` : words.slugHelp
  const parent = { value: textOf(typed.parentId), choices: parentChoices(node, tree, words) }
  const home = { value: textOf(typed.homePosition), choices: homeChoices(words), help: words.homePositionHelp }
  const about = { value: typed.description, help: words.descriptionHelp }
  return [
    field({ name: 'name', label: words.name, value: typed.name }, issues),
    field({ name: 'slug', label: words.slug, value: typed.slug, help: slugHelp }, issues),
    field({ name: 'parent', label: words.parent, control: 'select', ...parent }, issues),
    field({ name: 'description', label: words.description, control: 'textarea', ...about }, issues),
    field({ name: 'homePosition', label: words.homePosition, control: 'select', ...home }, issues),
  ]
}

const textOf = (number: number | null): string => (number === null ? '' : String(number))

/** Each with the way down to it, since the same name may stand in several places. */
function parentChoices(node: CategoryNode | null, tree: CategoryTree, words: CategoryWords): Choice[] {
  const places = possibleParents(node?.id ?? null, tree).map(({ id }) => ({
    value: String(id),
    name: tree
      .lineage(id)
      .map((above) => above.name)
      .join(' › '),
  }))
  return [{ value: '', name: words.top }, ...places]
}

function homeChoices(words: CategoryWords): Choice[] {
  const positions = Array.from({ length: mostHomePositions }, (_, index) => index + 1)
  return [
    { value: '', name: words.notOnHome },
    ...positions.map((position) => ({ value: String(position), name: words.homePositionName(position) })),
  ]
}
