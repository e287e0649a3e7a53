import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { categoryReader } from '../categories/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { createWorkshop as createDocumentWorkshop } from '../documents/index.ts'
import { createMarkdown } from '../markdown/index.ts'
import { createWorkshop as createPictureWorkshop } from '../media/index.ts'
import type { World } from '../site/world.ts'
import { importSource, type Told } from './import-source.ts'
import { emptyMapping, type Mapping, readMapping } from './mapping.ts'
import { openMediaFolder } from './media-folder.ts'
import type { OldSource } from './old-article.ts'
import { createCategoryPlacer, findByPath } from './place-category.ts'
import { openSource } from './reading/open-source.ts'
import { isSelector } from './reading/saved-pages.ts'
import {
  addTo,
  emptySummary,
  type LineFile,
  openLineFile,
  redirectLines,
  redirectsHead,
  reportHead,
  reportLine,
  type Summary,
} from './report.ts'
import { type ImportWords, importWords } from './words.ts'

export type RunTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
}

/** What an operator asks for at the shell. */
export type RunWish = {
  path: string
  /** The same at every run: with the key of an item it says which article is meant. */
  name: string
  mapping: string | null
  media: string | null
  category: string | null
  makesCategories: boolean
  asDrafts: boolean
  isTrial: boolean
  allowedHosts: string[]
  report: string | null
  redirects: string | null
}

export type OnProgress = (share: number, count: number) => void

/** Everything of a source, or a sentence that says why it cannot begin. */
export async function runImport(
  tools: RunTools,
  wish: RunWish,
  onProgress: OnProgress,
): Promise<Summary | { issue: string }> {
  const words = importWords[tools.config.language]
  const mapping = await openMapping(wish.mapping, words)
  if ('issue' in mapping) return mapping
  const issue = await findIssue(tools, wish, words)
  if (issue) return { issue }
  const source = await openSource({ path: wish.path, mapping, timeZone: tools.config.timeZone })
  if ('none' in source) return { issue: `${words.noSource[source.none]}: ${wish.path}` }

  const scratch = await mkdtemp(join(tmpdir(), 'cong-tin-nhap-'))
  const [markdown, pictures, documents] = [
    createMarkdown(),
    createPictureWorkshop(),
    createDocumentWorkshop(tools.world),
  ]
  try {
    const { categories } = mapping
    const placing = { categories, fallback: wish.category, makesMissing: wish.makesCategories, isTrial: wish.isTrial }
    const isFolder = (await stat(wish.path)).isDirectory()
    const whole = {
      ...tools,
      markdown,
      pictures,
      documents,
      scratch,
      media: await openMediaFolder(wish.media ?? (isFolder ? wish.path : null)),
      allowedHosts: new Set(wish.allowedHosts),
      categories: await createCategoryPlacer(tools, placing),
      hosts: source.hosts,
      asDrafts: wish.asDrafts,
      isTrial: wish.isTrial,
    }
    const said = [categories, wish.category, wish.makesCategories, wish.asDrafts]
    return await tellAll(importSource(whole, source, { name: wish.name, said }), source, wish, words, onProgress)
  } finally {
    await Promise.all([markdown.close(), pictures.close(), documents.close()])
    await rm(scratch, { recursive: true, force: true })
  }
}

async function openMapping(path: string | null, words: ImportWords): Promise<Mapping | { issue: string }> {
  if (path === null) return emptyMapping
  const json = await readFile(path, 'utf8').catch(() => null)
  const mapping = json === null ? { flaw: path } : readMapping(json)
  if ('flaw' in mapping) return { issue: words.mappingFlaw(mapping.flaw) }
  const wrong = [...Object.values(mapping.selectors), ...mapping.leaveOut].find((selector) => !isSelector(selector))
  return wrong === undefined ? mapping : { issue: words.mappingFlaw(wrong) }
}

/** What would otherwise be noticed at the first article, or at every one. */
async function findIssue(
  { database }: RunTools,
  { category, media }: RunWish,
  words: ImportWords,
): Promise<string | null> {
  const tree = await categoryReader(database.write).getTree()
  if (category !== null && !findByPath(category, tree)) return words.noCategory(category)
  const folder = media === null ? null : await stat(media).catch(() => null)
  return media !== null && !folder?.isDirectory() ? words.notAFolder(media) : null
}

async function tellAll(
  told: AsyncIterable<Told>,
  source: OldSource,
  { report, redirects }: RunWish,
  words: ImportWords,
  onProgress: OnProgress,
): Promise<Summary> {
  const summary = emptySummary(source.problems)
  const files: LineFile[] = []
  const begin = async (path: string | null, head: string) => {
    if (path === null) return null
    const file = await openLineFile(path)
    files.push(file)
    await file.write(head)
    return file
  }
  try {
    const reportFile = await begin(report, reportHead(report ?? '', words))
    const redirectFile = await begin(redirects, redirectsHead)
    let count = 0
    for await (const item of told) {
      // What holds for the whole source stands with its first item.
      const each = count === 0 ? { ...item, problems: [...source.problems, ...item.problems] } : item
      addTo(summary, each)
      await reportFile?.write(reportLine(report ?? '', each, words))
      await redirectFile?.write(redirectLines(each))
      onProgress(source.progress(), ++count)
    }
    return summary
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
}
