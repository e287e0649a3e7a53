import { readAgencyParts } from '../agency/index.ts'
import {
  completeArticle,
  documentRecord,
  pictureRecord,
  type ReadTools,
  readCategories,
  readLicence,
  shownReader,
} from '../api/index.ts'
import { documentReader } from '../documents/index.ts'
import { pictureReader } from '../media/index.ts'
import { articleReader } from '../news/index.ts'
import { zonedIso } from '../text/dates.ts'
import { lineReader } from './line-store.ts'

/** Raised when a name goes or means something else; others may join at any time. */
const version = 1
const oneBatch = 100

/**
 * Everything that readers can see, one JSON object a line, named by its `kind`: `export` first, then `agency`, every
 * `category`, `document`, `picture` and `article`, and behind each article its `update`s. The fields are those of the read
 * API (`/api/v1/openapi.json`); an article also has `markdown` and the numbers of its pictures. Holds a hundred rows at a time.
 */
export async function* exportLines(tools: ReadTools, now: string): AsyncGenerator<string> {
  for await (const record of records(tools, now)) yield `${JSON.stringify(record)}\n`
}

async function* records(tools: ReadTools, now: string): AsyncGenerator<object> {
  const { config, database } = tools
  const { siteUrl, timeZone } = config
  const licence = await readLicence(tools)
  yield { kind: 'export', version, siteUrl, timeZone, exportedAt: zonedIso(now, timeZone), licence }
  yield { kind: 'agency', ...(await readAgencyParts(database)).agency }
  for (const category of (await readCategories(tools)).items) yield { kind: 'category', ...category }
  yield* documentLines(tools, now)
  yield* pictureLines(tools, now)
  yield* articleLines(tools, now)
}

async function* documentLines({ config, database: { read } }: ReadTools, now: string): AsyncGenerator<object> {
  for (let after = 0; ; ) {
    const ids = await shownReader(read).listDocumentIds({ after, most: oneBatch, first: 'oldest' }, now)
    const last = ids.at(-1)
    if (last === undefined) return
    const documents = await documentReader(read).listByIds(ids)
    yield* documents.map((document) => ({ kind: 'document', ...documentRecord(document, config) }))
    after = last
  }
}

async function* pictureLines({ config, database: { read } }: ReadTools, now: string): AsyncGenerator<object> {
  for (let after = 0; ; ) {
    const ids = await shownReader(read).listPictureIds({ after, most: oneBatch, first: 'oldest' }, now)
    const last = ids.at(-1)
    if (last === undefined) return
    const pictures = await pictureReader(read).listByIds(ids)
    yield* ids
      .flatMap((id) => pictures.get(id) ?? [])
      .map((picture) => ({ kind: 'picture', ...pictureRecord(picture, config) }))
    after = last
  }
}

async function* articleLines(tools: ReadTools, now: string): AsyncGenerator<object> {
  const { read } = tools.database
  for (let after = 0; ; ) {
    const batch = await lineReader(read).listArticlesAfter(after, oneBatch, now)
    const last = batch.at(-1)
    if (!last) return
    for (const { id, body, pictureIds } of batch) {
      const article = await articleReader(read).findPublished(id, now)
      // Withdrawn while others were written.
      if (!article) continue
      const { updates, ...record } = await completeArticle(tools, article)
      yield { kind: 'article', ...record, pictureIds, markdown: body }
      yield* updates.map((update) => ({ ...update, kind: 'update', articleId: id, about: update.kind }))
    }
    after = last.id
  }
}
