import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { Description } from './document.ts'
import { documentReader, documentWriter } from './document-store.ts'
import type { ReplaceTools } from './replace-file.ts'

type DescribeTools = Pick<ReplaceTools, 'database' | 'world' | 'reindex'>

/** Readers of every article that carries it see the new words at once. Judge them with `descriptionIssues` first. */
export async function describeDocument(
  { database, world, reindex }: DescribeTools,
  by: Actor,
  id: number,
  description: Description,
): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const [reader, writer] = [documentReader(transaction), documentWriter(transaction, now)]
    if (!(await writer.hold(id))) notFound()
    const { file } = (await reader.find(id)) ?? notFound()
    await writer.describe(id, description, file)
    const articleIds = (await reader.listUses(id)).map(({ articleId }) => articleId)
    await reindex(transaction, articleIds)
    await auditWriter(transaction, now).record(by, 'described', { kind: 'document', id, title: description.title })
  })
}
