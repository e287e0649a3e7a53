import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { Agency, Link } from './agency.ts'
import { agencyWriter } from './agency-store.ts'

type ChangeTools = { database: Database; now: string }

export async function changeAgency({ database, now }: ChangeTools, by: Actor, agency: Agency): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await agencyWriter(transaction, now).changeAgency(agency)
    await auditWriter(transaction, now).record(by, 'changed', { kind: 'agency', id: null, title: agency.shortName })
  })
}

export async function changeLinks({ database, now }: ChangeTools, by: Actor, links: Omit<Link, 'id'>[]): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await agencyWriter(transaction, now).replaceLinks(links)
    const titles = links.map((link) => link.title).join(', ')
    await auditWriter(transaction, now).record(by, 'changed', { kind: 'link', id: null, title: titles })
  })
}
