import { articlePath } from '../news/index.ts'
import { csvLine, csvStart } from '../site/csv.ts'
import { type Finding, pathOf } from './find-redirect.ts'
import { legacyAddressReader } from './legacy-address-store.ts'
import type { Target } from './target.ts'

const oneBatch = 500

/** A file that can be imported again, here or elsewhere: articles and categories by their present addresses. */
export async function* exportAddresses(finding: Finding): AsyncGenerator<string> {
  yield `${csvStart}${csvLine(['old', 'new'])}`
  for await (const entries of legacyAddressReader(finding.database).walk(oneBatch)) {
    const lines = await Promise.all(
      entries.map(async ({ oldAddress, target }) => csvLine([oldAddress, await writtenTarget(finding, target)])),
    )
    yield lines.join('')
  }
}

/** An article that nobody can read at present is called by its number alone; what is no more has no address. */
async function writtenTarget(finding: Finding, target: Target): Promise<string> {
  const path = await pathOf(finding, target)
  return path ?? (target.kind === 'article' ? articlePath({ slug: '', id: target.id }) : '')
}
