import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { idFrom, type Notice, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { addCategory } from './add-category.ts'
import { hideCategory, moveCategory, removeCategory, showCategory } from './arrange-categories.ts'
import type { CategoryNode, CategoryTree } from './category.ts'
import { categoryIssues, readCategory } from './category-form.ts'
import type { Direction } from './category-order.ts'
import { type CategoryFormState, categoryPage, newCategoryPage } from './category-page.ts'
import { categoryReader } from './category-store.ts'
import { categoryTreePage } from './category-tree-page.ts'
import type { CategoryWish } from './category-wish.ts'
import { changeCategory } from './change-category.ts'
import type { CategoryTools } from './index.ts'
import * as paths from './paths.ts'
import { categoryWords } from './words.ts'

export function categoryStaffRoutes(tools: CategoryTools): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const words = categoryWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = categoryReader(database.read)
  const routes = createStaffRouter()
  routes.get(paths.categoriesPath, 'manage-categories', showTree)
  routes.get(paths.newCategoryPath, 'manage-categories', showNew)
  routes.post(paths.newCategoryPath, 'manage-categories', add)
  routes.get(paths.categoryPath(':id'), 'manage-categories', showOne)
  routes.post(paths.categoryPath(':id'), 'manage-categories', save)
  routes.post(paths.moveUpPath(':id'), 'manage-categories', (req, res, visit) => move(req, res, visit, 'up'))
  routes.post(paths.moveDownPath(':id'), 'manage-categories', (req, res, visit) => move(req, res, visit, 'down'))
  routes.post(paths.hideCategoryPath(':id'), 'manage-categories', hide)
  routes.post(paths.showCategoryPath(':id'), 'manage-categories', showAgain)
  routes.post(paths.removeCategoryPath(':id'), 'manage-categories', remove)

  async function showTree(req: Request, res: Response, { desk }: Visit) {
    const tree = await reader.getTree()
    const counts = await reader.countListed(world.clock.now())
    const done = String(req.query['xong'] ?? '')
    await showNewsroom(res, 'categories/tree', categoryTreePage({ tree, counts, done, words }), desk)
  }

  async function showNew(req: Request, res: Response, { desk }: Visit) {
    const tree = await reader.getTree()
    const parentId = tree.find(idFrom(req.query[paths.parentParameter]))?.id ?? null
    const wish = { name: '', slug: '', description: '', parentId, homePosition: null }
    await showNewsroom(res, 'categories/category', newCategoryPage(wish, state(tree, {})), desk)
  }

  async function add(req: Request, res: Response, { staff, desk }: Visit) {
    const tree = await reader.getTree()
    const wish = readCategory(req.body as Submitted)
    const issues = categoryIssues(wish, { id: null, tree }, words, brokenLetters)
    if (issues.length > 0) {
      return showNewsroom(res, 'categories/category', newCategoryPage(wish, state(tree, { issues })), desk, 422)
    }
    const id = await addCategory(tools, staff, wish)
    res.redirect(303, `${paths.categoriesPath}?xong=them#${paths.categoryAnchor(id)}`)
  }

  async function showOne(req: Request, res: Response, visit: Visit) {
    const { node, tree } = await categoryIn(req)
    const notice: Notice = 'xong' in req.query ? { kind: 'ok', text: words.saved } : null
    await showForm(res, visit, node, node, state(tree, { notice }))
  }

  async function save(req: Request, res: Response, visit: Visit) {
    const { node, tree } = await categoryIn(req)
    const wish = readCategory(req.body as Submitted)
    const issues = categoryIssues(wish, { id: node.id, tree }, words, brokenLetters)
    if (issues.length > 0) return showForm(res, visit, node, wish, state(tree, { issues }), 422)
    await changeCategory(tools, visit.staff, node.id, wish)
    res.redirect(303, `${paths.categoryPath(node.id)}?xong`)
  }

  /** Back to the same row, so that the next press needs no search. */
  async function move(req: Request, res: Response, { staff }: Visit, direction: Direction) {
    const id = idIn(req)
    await moveCategory(tools, staff, id, direction)
    res.redirect(303, `${paths.categoriesPath}#${paths.categoryAnchor(id)}`)
  }

  async function hide(req: Request, res: Response, { staff }: Visit) {
    const id = idIn(req)
    await hideCategory(tools, staff, id)
    res.redirect(303, `${paths.categoryPath(id)}?xong`)
  }

  async function showAgain(req: Request, res: Response, { staff }: Visit) {
    const id = idIn(req)
    await showCategory(tools, staff, id)
    res.redirect(303, `${paths.categoryPath(id)}?xong`)
  }

  async function remove(req: Request, res: Response, visit: Visit) {
    const outcome = await removeCategory(tools, visit.staff, idIn(req))
    if (outcome === 'removed') return res.redirect(303, `${paths.categoriesPath}?xong=xoa`)
    const { node, tree } = await categoryIn(req)
    await showForm(res, visit, node, node, state(tree, { notice: { kind: 'warn', text: words.notRemoved } }), 422)
  }

  async function showForm(
    res: Response,
    { desk }: Visit,
    node: CategoryNode,
    typed: CategoryWish,
    form: CategoryFormState,
    status = 200,
  ) {
    const use = await reader.countUse(node.id)
    await showNewsroom(res, 'categories/category', categoryPage(node, use, typed, form), desk, status)
  }

  const state = (tree: CategoryTree, parts: Partial<CategoryFormState>): CategoryFormState => ({
    tree,
    issues: [],
    notice: null,
    words,
    toFix,
    ...parts,
  })

  async function categoryIn(req: Request): Promise<{ node: CategoryNode; tree: CategoryTree }> {
    const tree = await reader.getTree()
    return { node: tree.find(idIn(req)) ?? notFound(), tree }
  }

  return routes
}

const idIn = (req: Request): number => idFrom(req.params['id']) ?? notFound()
