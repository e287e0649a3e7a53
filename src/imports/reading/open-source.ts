import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Mapping } from '../mapping.ts'
import type { OldSource, OldThing, Problem } from '../old-article.ts'
import { readCsvRows } from './csv-rows.ts'
import { readFeed } from './feeds.ts'
import { isPageFile, readSavedPages } from './saved-pages.ts'
import type { SourceFile } from './source-file.ts'
import { openTextStream, type TextStream } from './text-stream.ts'
import { readWordPress } from './wordpress.ts'
import { readXmlRecords } from './xml-records.ts'

export type SourceWish = { path: string; mapping: Mapping; timeZone: string }

/** `unknown`: neither a folder of pages, nor an export, a feed or a table. `absent`: nothing is there, or it may not be read. */
export type NoSource = { none: 'unknown' | 'absent' | 'needs-selectors' }

/** What lies there, by how it begins and not by its name. */
export async function openSource(wish: SourceWish): Promise<OldSource | NoSource> {
  const found = await stat(wish.path).catch(() => null)
  if (!found) return { none: 'absent' }
  const hosts = new Set(wish.mapping.site ? [new URL(wish.mapping.site).hostname] : [])
  return found.isDirectory() ? openFolder(wish, hosts) : openFile(wish, hosts)
}

async function openFolder({ path, mapping, timeZone }: SourceWish, hosts: Set<string>): Promise<OldSource | NoSource> {
  if (!mapping.selectors.title || !mapping.selectors.body) return { none: 'needs-selectors' }
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  const files = names
    .filter((each) => each.isFile() && isPageFile(each.name))
    .map((each) => join(each.parentPath, each.name).slice(join(path, '/').length))
    .sort()
  let read = 0
  return {
    hosts,
    problems: [],
    progress: () => (files.length === 0 ? 1 : read / files.length),
    things: () =>
      readSavedPages({ folder: path, files, mapping, timeZone }, (number) => {
        read = number
      }),
  }
}

async function openFile({ path, mapping, timeZone }: SourceWish, hosts: Set<string>): Promise<OldSource | NoSource> {
  const first = await openTextStream(path)
  const name = basename(path)
  const source = (problems: Problem[], things: () => AsyncIterable<OldThing>, text: () => TextStream): OldSource => ({
    hosts,
    problems,
    progress: () => text().progress(),
    things,
  })
  const kind = kindOf(first.start, name)
  if (kind === null) return { none: 'unknown' }
  if (kind === 'csv')
    return source(
      first.problems,
      () => readCsvRows({ name, text: first, mapping, timeZone }),
      () => first,
    )

  let text = first
  const records = async function* () {
    text = await openTextStream(path)
    yield* readXmlRecords(text.chunks())
  }
  const file: SourceFile = { name, timeZone, hosts, records }
  return source(
    first.problems,
    () => (kind === 'wordpress' ? readWordPress(file) : readFeed(file)),
    () => text,
  )
}

function kindOf(start: string, name: string): 'wordpress' | 'feed' | 'csv' | null {
  if (/^\ufeff?\s*</.test(start)) {
    if (/<rss\b[^>]*\sxmlns:wp=/.test(start)) return 'wordpress'
    return /<(?:rss|feed|rdf:RDF)\b/.test(start) ? 'feed' : null
  }
  return /\.(?:csv|tsv|txt)$/i.test(name) ? 'csv' : null
}
