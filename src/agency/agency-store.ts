import type { Reader, Writer } from '../database/index.ts'
import type { Agency, Link } from './agency.ts'

export function agencyReader(database: Reader) {
  return {
    async getAgency(): Promise<Agency> {
      const row = await database.selectFrom('agency').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
      return {
        parent: row.parent,
        unit: row.unit,
        portalKind: row.portal_kind,
        shortName: row.short_name,
        description: row.description,
        contactName: row.contact_name,
        address: row.address,
        phone: row.phone,
        email: row.email,
        fax: row.fax,
      }
    },

    async listLinks(): Promise<Link[]> {
      return database.selectFrom('links').select(['id', 'title', 'address']).orderBy('position').orderBy('id').execute()
    },
  }
}

export function agencyWriter(transaction: Writer, now: string) {
  return {
    async changeAgency(agency: Agency): Promise<void> {
      await transaction
        .updateTable('agency')
        .set({
          parent: agency.parent,
          unit: agency.unit,
          portal_kind: agency.portalKind,
          short_name: agency.shortName,
          description: agency.description,
          contact_name: agency.contactName,
          address: agency.address,
          phone: agency.phone,
          email: agency.email,
          fax: agency.fax,
          changed_at: now,
        })
        .where('id', '=', 1)
        .execute()
    },

    /** The list becomes exactly these, in this order. */
    async replaceLinks(links: Omit<Link, 'id'>[]): Promise<void> {
      await transaction.deleteFrom('links').execute()
      const rows = links.map(({ title, address }, position) => ({ title, address, position }))
      if (rows.length > 0) await transaction.insertInto('links').values(rows).execute()
    },
  }
}
