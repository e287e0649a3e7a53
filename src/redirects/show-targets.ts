import { categoryReader } from '../categories/index.ts'
import { type Finding, pathOf } from './find-redirect.ts'
import type { Entry } from './legacy-address-store.ts'
import type { Shown } from './list-page.ts'
import { ownPageReader } from './own-page-store.ts'
import type { Target } from './target.ts'
import type { RedirectWords } from './words.ts'

type ShownEntry = Entry & { shown: Shown }

/** Where entries lead, by the names that staff know. */
export async function showTargets(
  finding: Finding,
  entries: readonly Entry[],
  words: RedirectWords,
): Promise<ShownEntry[]> {
  const ids = entries.flatMap(({ target }) => (target.kind === 'article' ? target.id : []))
  const titles = await ownPageReader(finding.database).listTitles(ids)
  const tree = await categoryReader(finding.database).getTree()
  const nameOf = (target: Target) => {
    if (target.kind === 'article') return titles.get(target.id) ?? words.article(target.id)
    return target.kind === 'category' ? (tree.find(target.id)?.name ?? words.category) : target.path
  }
  return Promise.all(
    entries.map(async (entry) => ({
      ...entry,
      shown: { name: nameOf(entry.target), path: await pathOf(finding, entry.target) },
    })),
  )
}
