import type { RequestListener } from 'node:http'
import { resolve } from 'node:path'
import { readAgencyParts } from '../agency/index.ts'
import { guidePath } from '../api/index.ts'
import { archivePath, siteMapPath } from '../archive/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { feedFormats, feedPath } from '../feeds/index.ts'
import { playerOrigins } from '../markdown/index.ts'
import { articlePath, homePath } from '../news/index.ts'
import { searchPath } from '../search/index.ts'
import { type AskPortal, openPortal } from './ask-portal.ts'
import { articleAddresses, type MovedTools, movedAddresses } from './moved-addresses.ts'
import { nginxConfig, redirectFiles, uniqueMoves } from './redirect-files.ts'
import { type LivingKind, type StaticPlan, staticAddresses } from './static-address.ts'
import { openStaticFolder, type StaticFolder } from './static-folder.ts'
import { staticPage } from './static-page.ts'
import { walkPortal } from './walk-portal.ts'
import { exportWords } from './words.ts'

export type ExportSiteTools = Pick<MovedTools, 'now' | 'legacyAddresses'> & {
  config: Pick<Config, 'siteUrl' | 'language'>
  database: Pick<Database, 'read'>
  /** Answers readers as of `now`, whatever happens meanwhile. */
  site: RequestListener
  onProgress: (done: number, known: number) => void
}

/** `dead`: links of ours that lead nowhere on the portal either. With `failed` addresses nothing was removed. */
export type ExportedSite = StaticFolder['counts'] & { dead: string[]; failed: string[] }

/** The whole public site as files that any web server serves. Run again, it writes only what changed. */
export async function exportSite(tools: ExportSiteTools, folderPath: string): Promise<ExportedSite> {
  const { config, database, now } = tools
  const plan = planOf(config.siteUrl)
  const addresses = staticAddresses(plan)
  const folder = await openStaticFolder(resolve(folderPath), config.siteUrl)
  const portal = await openPortal(tools.site)
  try {
    const noteFor = (kind: LivingKind) => noteHtml(config.language, kind)
    const walk = { siteUrl: config.siteUrl, portal, addresses, folder, noteFor, onProgress: tools.onProgress }
    const walked = await walkPortal(walk, seeds(database, now))
    await putErrorPage(portal, folder, (html) => staticPage(html, '/404.html', config.siteUrl, addresses).html)
    await putRedirects(tools, folder, nginxConfig(resolve(folderPath), nginxFacts(plan)))
    await folder.putText('README.txt', await readmeText(tools))
    // What could not be asked for may still be there, and its file is better than none.
    if (walked.failed.length === 0) await folder.removeOthers()
    await folder.writeSums()
    return { ...folder.counts, ...walked }
  } finally {
    await portal.close()
  }
}

const planOf = (siteUrl: string): StaticPlan => ({
  siteUrl,
  searchPath,
  dataPath: guidePath,
  wholeFeedPath: feedPath('rss', homePath),
})

const nginxFacts = ({ siteUrl, wholeFeedPath }: StaticPlan) => ({
  host: new URL(siteUrl).hostname,
  wholeFeedPath,
  players: playerOrigins.join(' '),
})

/** The rest is found by links; pages of what was withdrawn or is over are in no list any more. */
async function* seeds(database: Pick<Database, 'read'>, now: string): AsyncGenerator<string> {
  yield* [homePath, siteMapPath, '/robots.txt', '/favicon.ico', '/manifest.webmanifest']
  yield* feedFormats.map((format) => feedPath(format, homePath))
  for await (const article of articleAddresses(database, now)) yield articlePath(article)
}

async function putErrorPage(portal: AskPortal, folder: StaticFolder, asStatic: (html: string) => string) {
  const answer = await portal.ask('/404')
  await folder.putText('404.html', asStatic(await answer.text()))
}

async function putRedirects(tools: MovedTools, folder: StaticFolder, nginx: string) {
  const files = await Promise.all(
    Object.entries(redirectFiles).map(async ([name, { head, line }]) => {
      const file = await folder.beginText(name)
      await file.add(head)
      return { ...file, line }
    }),
  )
  for await (const move of uniqueMoves(movedAddresses(tools))) for (const { add, line } of files) await add(line(move))
  for (const { end } of files) await end()
  await folder.putText('_xuat/nginx.conf', nginx)
}

async function readmeText({ config, database }: ExportSiteTools): Promise<string> {
  const { agency } = await readAgencyParts(database)
  const portal = `${agency.portalKind} ${agency.shortName}`.trim()
  return exportWords[config.language].readme({ portal, siteUrl: config.siteUrl })
}

function noteHtml(language: Config['language'], kind: LivingKind): string {
  const { notes, siteMap, archive } = exportWords[language]
  const { title, text } = notes[kind]
  const links = `<p><a href="${siteMapPath}">${siteMap}</a> · <a href="${archivePath()}">${archive}</a></p>`
  return `<main class="wrap" id="main"><div class="title"><h1>${title}</h1><p>${text}</p></div><div class="quiet">${links}</div></main>`
}
