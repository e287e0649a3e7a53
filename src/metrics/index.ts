import { readFileSync } from 'node:fs'
import type { PageCache } from '../site/page-cache.ts'
import { counter, type Family, gauge, sample } from './family.ts'
import { watchProcess } from './process-figures.ts'
import { createSiteFigures, type SiteFigureTools } from './site-figures.ts'
import { createTraffic, type Traffic } from './traffic.ts'

export { expositionType, writeExposition } from './exposition.ts'
export { type Family, gauge, labelled, merged, sample } from './family.ts'

export type MetricTools = SiteFigureTools & {
  pages: Pick<PageCache, 'counts'>
  /** By name, how much is in hand. */
  queues: Readonly<Record<string, () => number>>
}

export type Metrics = {
  watch: Traffic['watch']
  /** What this process alone knows; costs no query. */
  ofProcess(): Family[]
  /** What is the same in every process. */
  ofSite(): Promise<Family[]>
  close(): void
}

/** Figures for those who keep the portal running. Nothing in them is an address, a name or a secret. */
export function createMetrics(tools: MetricTools): Metrics {
  const { database, pages, queues } = tools
  const traffic = createTraffic()
  const ownProcess = watchProcess()
  const readSite = createSiteFigures(tools)
  const build = buildFigure(database.engine)

  return {
    watch: traffic.watch,
    ofProcess: () => [
      ...traffic.families(pages.counts()),
      ...pageCacheFigures(pages),
      ...ownProcess.families(),
      gauge(
        'cong_tin_queue_length',
        'Pieces of work that are being done or wait.',
        ...Object.entries(queues).map(([queue, count]) => sample(count(), { queue })),
      ),
      contentVersionFigure(database.contentVersion.current()),
    ],
    ofSite: async () => [build, ...(await readSite())],
    close: ownProcess.close,
  }
}

function pageCacheFigures(pages: MetricTools['pages']): Family[] {
  const { sent, unchanged, misses, stale, evictions, pages: kept, bytes } = pages.counts()
  return [
    counter('cong_tin_page_cache_hits_total', 'Pages that lay ready.', sample(sent + unchanged)),
    counter('cong_tin_page_cache_misses_total', 'Pages that had to be made.', sample(misses)),
    counter('cong_tin_page_cache_stale_total', 'Older pages that stood in while none could be made.', sample(stale)),
    counter('cong_tin_page_cache_evictions_total', 'Pages that others pushed out.', sample(evictions)),
    gauge('cong_tin_page_cache_pages', 'Pages that lie ready.', sample(kept)),
    gauge('cong_tin_page_cache_bytes', 'Their size.', sample(bytes)),
  ]
}

/** Two workers that differ for longer than a second do not show the same. */
function contentVersionFigure(version: number | null): Family {
  const samples = version === null ? [] : [sample(version)]
  return gauge('cong_tin_content_version', 'Grows with whatever readers see; absent while unknown.', ...samples)
}

function buildFigure(engine: string): Family {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return gauge('cong_tin_build_info', 'What runs.', sample(1, { version, node: process.versions.node, engine }))
}
