import type { Generated } from 'kysely'

/** Addresses of earlier portals, and what readers asked for in vain. */

export type LegacyAddressTable = {
  id: Generated<number>
  key: string
  old_address: string
  target_kind: string
  target_id: number | null
  target_path: string
  changed_at: string
}

export type LegacyParameterTable = { path: string; names: string }

export type MissedAddressTable = {
  id: Generated<number>
  key: string
  address: string
  referrer: string
  count: number
  last_at: string
  ignored_at: string | null
}
