import type { Notice } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { CategoryNode, CategoryTree } from './category.ts'
import { categoryAnchor, categoryPath, moveDownPath, moveUpPath, newCategoryPath } from './paths.ts'
import type { CategoryWords } from './words.ts'

export type CategoryTreePage = {
  title: string
  words: CategoryWords
  addPath: string
  notice: Notice
  rows: CategoryRow[]
}

export type CategoryRow = {
  anchor: string
  name: string
  path: string
  address: string
  articles: string
  /** Why readers do not see it in menus; null when they do. */
  standing: string | null
  moves: { action: string; name: string; label: string; isPossible: boolean }[]
  children: CategoryRow[]
}

/** One list of the tree, as `part('categories/branch', branch)` shows it. */
export type CategoryBranch = { rows: CategoryRow[]; words: CategoryWords; formToken: string }

type TreeParts = {
  tree: CategoryTree
  counts: ReadonlyMap<number, number>
  /** What was just done, from the address. */
  done: string
  words: CategoryWords
}

export function categoryTreePage({ tree, counts, done, words }: TreeParts): CategoryTreePage {
  return {
    title: words.title,
    words,
    addPath: newCategoryPath,
    notice: doneNotice(done, words),
    rows: rowsOf(tree.roots, false, { counts, words }),
  }
}

function doneNotice(done: string, words: CategoryWords): Notice {
  if (done === 'them') return { kind: 'ok', text: words.added }
  return done === 'xoa' ? { kind: 'ok', text: words.removed } : null
}

type RowTools = Pick<TreeParts, 'counts' | 'words'>

function rowsOf(siblings: CategoryNode[], isHiddenAbove: boolean, tools: RowTools): CategoryRow[] {
  const { counts, words } = tools
  return siblings.map((node, place) => ({
    anchor: categoryAnchor(node.id),
    name: node.name,
    path: categoryPath(node.id),
    address: node.path,
    articles: articlesText(counts.get(node.id) ?? 0, words),
    standing: standing(node, isHiddenAbove, words),
    moves: [
      { action: moveUpPath(node.id), name: words.up, label: words.moveUp(node.name), isPossible: place > 0 },
      {
        action: moveDownPath(node.id),
        name: words.down,
        label: words.moveDown(node.name),
        isPossible: place < siblings.length - 1,
      },
    ],
    children: rowsOf(node.children, isHiddenAbove || node.hiddenAt !== null, tools),
  }))
}

const articlesText = (count: number, words: CategoryWords): string =>
  count === 0 ? words.noArticles : words.articles(formatNumber(count))

function standing(node: CategoryNode, isHiddenAbove: boolean, words: CategoryWords): string | null {
  if (node.hiddenAt !== null) return words.hidden
  return isHiddenAbove ? words.hiddenAbove : null
}
