import { type Actor, auditWriter } from '../audit/index.ts'
import { buildTree } from '../categories/index.ts'
import { inTransaction } from '../database/index.ts'
import { searchWriter } from '../search/index.ts'
import { conflict } from '../site/faults.ts'
import { articleWriter } from './article-store.ts'
import { type DeskArticle, deskState } from './desk-article.ts'
import { listingWriter } from './listing-store.ts'
import { type DeskTools, getArticle } from './save-article.ts'

const noTree = buildTree([])
const subjectOf = ({ id, content }: DeskArticle) => ({ kind: 'article', id, title: content.title }) as const

/** Readers get 410 from now on; the article stays in the newsroom. */
export async function takeDownArticle({ database, world }: DeskTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const article = await getArticle(transaction, id)
    assertIn(['live', 'scheduled'], article, now)
    await articleWriter(transaction, now).takeDown(id)
    await listingWriter(transaction, noTree).unlist(id)
    await searchWriter(database, transaction, now).follow(id)
    await auditWriter(transaction, now).record(by, 'took-down', subjectOf(article))
  })
}

/** Nothing is erased: the trash gives everything back. */
export async function trashArticle({ database, world }: DeskTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const article = await getArticle(transaction, id)
    assertIn(['draft', 'withdrawn'], article, now)
    await articleWriter(transaction, now).trash(id)
    await auditWriter(transaction, now).record(by, 'trashed', subjectOf(article))
  })
}

export async function restoreArticle({ database, world }: DeskTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const article = await getArticle(transaction, id)
    assertIn(['trash'], article, now)
    await articleWriter(transaction, now).restore(id)
    await auditWriter(transaction, now).record(by, 'restored', subjectOf(article))
  })
}

function assertIn(states: ReturnType<typeof deskState>[], article: DeskArticle, now: string) {
  if (!states.includes(deskState(article, now))) conflict()
}
