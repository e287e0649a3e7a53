import { type Field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { CategoryNode, CategoryTree } from './category.ts'
import { categoryFields } from './category-form.ts'
import { type CategoryUse, removalObstacle } from './category-removal.ts'
import { type CategoryWish, mostLevels } from './category-wish.ts'
import * as paths from './paths.ts'
import type { CategoryWords } from './words.ts'

export type CategoryPage = {
  title: string
  words: CategoryWords
  listPath: string
  action: string
  save: string
  fields: Field[]
  summary: IssueSummary
  notice: Notice
  /** Null for a category that does not exist yet. */
  deeds: CategoryDeeds | null
}

export type CategoryDeeds = {
  /** Null on the lowest level. */
  addChildPath: string | null
  visibility: { action: string; name: string; help: string }
  removal: { action: string; question: string; obstacle: string | null }
}

export type CategoryFormState = {
  tree: CategoryTree
  issues: Issue[]
  notice: Notice
  words: CategoryWords
  toFix: (count: number) => string
}

export function newCategoryPage(typed: CategoryWish, state: CategoryFormState): CategoryPage {
  const { issues, notice, words, toFix } = state
  return {
    title: words.newTitle,
    words,
    listPath: paths.categoriesPath,
    action: paths.newCategoryPath,
    save: words.add,
    fields: categoryFields(null, typed, state),
    summary: issueSummary(issues, toFix),
    notice,
    deeds: null,
  }
}

export function categoryPage(
  node: CategoryNode,
  use: CategoryUse,
  typed: CategoryWish,
  state: CategoryFormState,
): CategoryPage {
  const { issues, notice, words, toFix } = state
  return {
    title: words.changeTitle(node.name),
    words,
    listPath: `${paths.categoriesPath}#${paths.categoryAnchor(node.id)}`,
    action: paths.categoryPath(node.id),
    save: words.save,
    fields: categoryFields(node, typed, state),
    summary: issueSummary(issues, toFix),
    notice,
    deeds: categoryDeeds(node, use, words),
  }
}

function categoryDeeds(node: CategoryNode, use: CategoryUse, words: CategoryWords): CategoryDeeds {
  const { id, name, depth, hiddenAt } = node
  const obstacle = removalObstacle(node, use)
  return {
    addChildPath: depth + 1 < mostLevels ? paths.newChildPath(id) : null,
    visibility:
      hiddenAt === null
        ? { action: paths.hideCategoryPath(id), name: words.hide, help: words.hideHelp }
        : { action: paths.showCategoryPath(id), name: words.show, help: words.showHelp },
    removal: {
      action: paths.removeCategoryPath(id),
      question: words.removeQuestion(name),
      obstacle:
        obstacle && words.obstacles[obstacle](formatNumber(obstacle === 'has-staff' ? use.staff : use.articles)),
    },
  }
}
