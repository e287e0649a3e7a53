/** JSON Schema 2020-12 of what `records.ts` declares. */

const integer = { type: 'integer', minimum: 1 }
const text = { type: 'string' }
const url = { type: 'string', format: 'uri' }
const moment = { type: 'string', format: 'date-time' }
const orNull = <S extends { type: string }>(schema: S) => ({ ...schema, type: [schema.type, 'null'] })
const list = (items: object) => ({ type: 'array', items })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const refOrNull = (name: string) => ({ anyOf: [ref(name), { type: 'null' }] })

/** Everything that is named is there; later versions of the portal may send more. */
const record = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

const categoryLink = { id: integer, name: text, url }
const summary = {
  id: integer,
  url,
  title: text,
  summary: text,
  category: refOrNull('CategoryLink'),
  publishedAt: moment,
  updatedAt: orNull(moment),
  expiresAt: orNull(moment),
  picture: refOrNull('Picture'),
}

const page = (name: string) => record({ items: list(ref(name)), next: orNull(url), licence: ref('Licence') })

export const recordSchemas = {
  ArticleList: page('ArticleSummary'),
  CategoryList: page('Category'),
  DocumentList: page('Document'),
  ArticleSummary: record(summary),
  Article: record({
    ...summary,
    html: text,
    author: text,
    unit: text,
    source: { anyOf: [record({ name: text, url: text }), { type: 'null' }] },
    tags: list(text),
    documents: list(ref('Document')),
    updates: list(ref('Update')),
    licence: ref('Licence'),
  }),
  CategoryLink: record(categoryLink),
  Category: record({ ...categoryLink, description: text, parentId: orNull(integer) }),
  Picture: record({
    id: integer,
    url,
    width: integer,
    height: integer,
    alternativeText: text,
    caption: text,
    credit: text,
  }),
  Document: record({
    id: integer,
    url,
    title: text,
    description: text,
    fileName: text,
    type: text,
    bytes: { type: 'integer', minimum: 0 },
    pages: orNull({ type: 'integer', minimum: 0 }),
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    publishedAt: moment,
  }),
  Update: record({
    kind: { type: 'string', enum: ['update', 'correction', 'explanation'] },
    at: moment,
    note: text,
    wrong: text,
    right: text,
  }),
  Licence: record({ text, source: text, url }),
  Problem: {
    type: 'object',
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text, reference: text },
    required: ['type', 'title', 'status'],
  },
}
