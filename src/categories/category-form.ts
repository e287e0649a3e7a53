import { atMost, type Issue, readId, readLine, required, type Submitted, unbroken } from '../site/forms.ts'
import type { CategoryTree } from './category.ts'
import { type CategoryWish, mostHomePositions, type PlaceFlaw, placeFlaw } from './category-wish.ts'
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
