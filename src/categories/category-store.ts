import type { Reader, Writer } from '../database/index.ts'
import type { Category, CategoryTree } from './category.ts'
import { buildTree } from './category.ts'
import type { CategoryUse } from './category-removal.ts'

export function categoryReader(database: Reader) {
  return {
    async getTree(): Promise<CategoryTree> {
      const rows = await database
        .selectFrom('categories')
        .select(['id', 'parent_id', 'slug', 'name', 'description', 'position', 'home_position', 'hidden_at'])
        .execute()
      return buildTree(
        rows.map((row) => ({
          id: row.id,
          parentId: row.parent_id,
          slug: row.slug,
          name: row.name,
          description: row.description,
          position: row.position,
          homePosition: row.home_position,
          hiddenAt: row.hidden_at,
        })),
      )
    },

    /** The category that has, or once had, this address. */
    async findIdByPath(path: string): Promise<number | null> {
      const row = await database
        .selectFrom('category_paths')
        .select('category_id')
        .where('path', '=', path)
        .executeTakeFirst()
      return row?.category_id ?? null
    },

    /** Articles that readers find in each category and below it; a category without any is absent. */
    async countListed(now: string): Promise<Map<number, number>> {
      const rows = await database
        .selectFrom('category_listings')
        .select((e) => ['category_id', e.fn.countAll<number>().as('count')])
        .where('published_at', '<=', now)
        .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)]))
        .groupBy('category_id')
        .execute()
      return new Map(rows.map((row) => [row.category_id, row.count]))
    },

    /** Articles, live or not, that have an edition in one of these categories. */
    async countArticlesIn(ids: number[]): Promise<number> {
      if (ids.length === 0) return 0
      const row = await database
        .selectFrom('editions')
        .select((e) => e.fn.count<number>('article_id').distinct().as('count'))
        .where('category_id', 'in', ids)
        .executeTakeFirstOrThrow()
      return row.count
    },

    /** What keeps the category from being removed. */
    async countUse(id: number): Promise<CategoryUse> {
      const row = await database
        .selectFrom('staff_categories')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('category_id', '=', id)
        .executeTakeFirstOrThrow()
      return { articles: await this.countArticlesIn([id]), staff: row.count }
    },
  }
}

export type CategoryWriter = ReturnType<typeof categoryWriter>

export function categoryWriter(transaction: Writer, now: string) {
  return {
    /**
     * The tree, which nobody else can arrange until this transaction ends. Two people could otherwise each put one
     * category below the other's, and a circle hangs on no root: both would vanish. (PostgreSQL; SQLite has one writer.)
     */
    async holdTree(): Promise<CategoryTree> {
      await transaction
        .updateTable('categories')
        .set((e) => ({ position: e.ref('position') }))
        .execute()
      return categoryReader(transaction).getTree()
    },

    async add(category: Omit<Category, 'id' | 'hiddenAt'>): Promise<number> {
      const row = await transaction
        .insertInto('categories')
        .values({
          parent_id: category.parentId,
          slug: category.slug,
          name: category.name,
          description: category.description,
          position: category.position,
          home_position: category.homePosition,
          created_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    async change(category: Omit<Category, 'hiddenAt'>): Promise<void> {
      await transaction
        .updateTable('categories')
        .set({
          parent_id: category.parentId,
          slug: category.slug,
          name: category.name,
          description: category.description,
          position: category.position,
          home_position: category.homePosition,
        })
        .where('id', '=', category.id)
        .execute()
    },

    async setPosition(id: number, position: number): Promise<void> {
      await transaction.updateTable('categories').set({ position }).where('id', '=', id).execute()
    },

    async hide(id: number): Promise<void> {
      await transaction.updateTable('categories').set({ hidden_at: now }).where('id', '=', id).execute()
    },

    async show(id: number): Promise<void> {
      await transaction.updateTable('categories').set({ hidden_at: null }).where('id', '=', id).execute()
    },

    async remove(id: number): Promise<void> {
      await transaction.deleteFrom('category_paths').where('category_id', '=', id).execute()
      await transaction.deleteFrom('categories').where('id', '=', id).execute()
    },

    /** Remembers the present address of every category; a newer owner takes an address over. */
    async rememberPaths(tree: CategoryTree): Promise<void> {
      for (const { path, id } of tree.all) {
        await transaction
          .insertInto('category_paths')
          .values({ path, category_id: id })
          .onConflict((conflict) => conflict.column('path').doUpdateSet({ category_id: id }))
          .execute()
      }
    },
  }
}
