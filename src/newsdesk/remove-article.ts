import { type Actor, auditWriter } from '../audit/index.ts'
import { buildTree } from '../categories/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { searchWriter } from '../search/index.ts'
import { conflict } from '../site/faults.ts'
import { articleWriter } from './article-store.ts'
import { type DeskArticle, type DeskState, deskState } from './desk-article.ts'
import { listingWriter } from './listing-store.ts'
import { type DeskTools, getArticle } from './save-article.ts'

const noTree = buildTree([])
const subjectOf = ({ id, content }: DeskArticle) => ({ kind: 'article', id, title: content.title }) as const

/** Readers get 410 from now on; the article stays in the newsroom. */
export async function takeDownArticle({ database, world }: DeskTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const article = await claimIn(['live', 'scheduled'], transaction, id, now)
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
    const article = await claimIn(['draft', 'withdrawn'], transaction, id, now)
    await articleWriter(transaction, now).trash(id)
    await auditWriter(transaction, now).record(by, 'trashed', subjectOf(article))
  })
}

export async function restoreArticle({ database, world }: DeskTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const article = await claimIn(['trash'], transaction, id, now)
    await articleWriter(transaction, now).restore(id)
    await auditWriter(transaction, now).record(by, 'restored', subjectOf(article))
  })
}

/** The article in one of these states, for this transaction alone; a conflict when it is not, or no longer. */
async function claimIn(states: DeskState[], transaction: Writer, id: number, now: string): Promise<DeskArticle> {
  const article = await getArticle(transaction, id)
  const isClaimed =
    states.includes(deskState(article, now)) && (await articleWriter(transaction, now).claim(id, article.version))
  return isClaimed ? article : conflict()
}
