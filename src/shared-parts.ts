import { readAgencyParts } from './agency/index.ts'
import { socialCard } from './cards/index.ts'
import { categoryReader, menuOf } from './categories/index.ts'
import type { Config } from './config.ts'
import type { Database } from './database/index.ts'
import { feedLinksAt } from './feeds/index.ts'
import { rulesReader } from './rules/index.ts'
import { searchBox, searchWords } from './search/index.ts'
import type { SharedParts } from './site/layout.ts'
import { oncePerVersion } from './site/once-per-version.ts'

type SharedTools = { config: Pick<Config, 'language' | 'siteUrl'>; database: Database }

/** What public pages of many rooms show, read once for all of them; staff, who change it, read it anew. */
export function createSharedParts({ config, database }: SharedTools) {
  const once = <Value>(read: () => Promise<Value>): (() => Promise<Value>) => {
    const reading = oncePerVersion(database.contentVersion, read)
    return () => reading(undefined)
  }

  const readTree = once(() => categoryReader(database.read).getTree())
  const readAgency = once(() => readAgencyParts(database))
  const readRules = once(() => rulesReader(database.read).get())
  const readShared = once(async (): Promise<SharedParts> => {
    const parts = { ...(await readAgency()), menu: menuOf(await readTree()) }
    return {
      ...parts,
      search: searchBox(searchWords[config.language]),
      feedsAt: feedLinksAt(parts, config.language),
      card: socialCard(null, parts.agency, config.siteUrl),
    }
  })
  return { readTree, readAgency, readRules, readShared }
}
