import type { KyselyPlugin } from 'kysely'
import type { Database } from '../../src/database/index.ts'
import type { Person } from '../support/people.ts'

const dayBefore = '2017-02-16T02:00:00.000Z'

type Employed = Omit<Person, 'password'> & { id: number }

/** Her account, made on first use. Gives its id. */
export async function employed({ write }: Database, { name, email, role }: Person): Promise<number> {
  const known = await write.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst()
  if (known) return known.id
  const added = { name, email, role, created_at: dayBefore }
  return (await write.insertInto('staff').values(added).returning('id').executeTakeFirstOrThrow()).id
}

export async function dismissed({ write }: Database, { email }: Person): Promise<void> {
  await write.updateTable('staff').set({ closed_at: dayBefore }).where('email', '=', email).execute()
}

/** Those whose accounts are open. */
export async function listEmployed({ write }: Database): Promise<Employed[]> {
  const rows = await write
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role'])
    .where('closed_at', 'is', null)
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Person['role'] }))
}

/** A draft of this person's. Gives its id. */
export async function draft(database: Database, writtenBy: Person, title: string): Promise<number> {
  const staffId = await employed(database, writtenBy)
  const article = await database.write
    .insertInto('articles')
    .values({ slug: 'tin', version: 1, created_at: dayBefore, created_by: staffId, changed_at: dayBefore })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saved(database, article.id, writtenBy, title, dayBefore)
  return article.id
}

/** Somebody saves it: one version more. */
export async function saved(database: Database, articleId: number, by: Person, title: string, at: string) {
  const edition = await database.write
    .insertInto('editions')
    .values({
      ...{ article_id: articleId, slug: 'tin', title, lead: '', body: '', body_html: '', renderer: '1' },
      ...{ author: '', unit: '', source_name: '', source_address: '', tags: '[]' },
      ...{ saved_at: at, saved_by: await employed(database, by) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.write
    .updateTable('articles')
    .set((e) => ({ draft_edition_id: edition.id, version: e('version', '+', 1), changed_at: at }))
    .where('id', '=', articleId)
    .execute()
}

export async function findArticle({ write }: Database, id: number) {
  const row = await write
    .selectFrom('articles')
    .innerJoin('editions', 'editions.id', 'draft_edition_id')
    .innerJoin('staff', 'staff.id', 'saved_by')
    .select(['articles.id', 'title', 'version', 'created_by', 'changed_at', 'staff.name'])
    .where('articles.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { title, version } = row
  return { id, title, version, createdBy: row.created_by, changedAt: row.changed_at, changedByName: row.name }
}

/** The same database, whose queries can be counted. */
export function countingDatabase(database: Database) {
  let queries = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const counted: Database = {
    ...database,
    read: database.read.withPlugin(counter),
    write: database.write.withPlugin(counter),
  }
  const countQueries = async (work: () => Promise<unknown>) => {
    const before = queries
    await work()
    return queries - before
  }
  return { database: counted, countQueries }
}
