import { mostItems, usualItems } from './list-request.ts'
import { articlesPath, categoriesPath, documentParameters, documentsPath, listParameters } from './paths.ts'
import { recordSchemas } from './schemas.ts'
import type { ApiWords } from './words.ts'

type Described = { siteUrl: string; source: string; words: ApiWords }
type ParameterName = (typeof listParameters)[number]

/** https://spec.openapis.org/oas/v3.1.1.html; a test holds it against the answers. */
export const openApi = ({ siteUrl, source, words }: Described) => ({
  openapi: '3.1.0',
  info: {
    title: `${source}: ${words.title}`,
    description: words.intro,
    version: '1.0.0',
    license: { name: words.licence(source), url: siteUrl },
  },
  servers: [{ url: siteUrl }],
  paths: {
    [articlesPath]: get('listArticles', words.articles, 'ArticleList', words, listParameters),
    [`${articlesPath}/{id}`]: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
      ...get('getArticle', words.article, 'Article', words, [], [404, 410]),
    },
    [categoriesPath]: get('listCategories', words.categories, 'CategoryList', words),
    [documentsPath]: get('listDocuments', words.documents, 'DocumentList', words, documentParameters),
  },
  components: { schemas: recordSchemas },
})

type Refusal = 400 | 404 | 410

function get(
  operationId: string,
  summary: string,
  schema: keyof typeof recordSchemas,
  words: ApiWords,
  names: readonly ParameterName[] = [],
  refusals: readonly Refusal[] = names.length > 0 ? [400, 404] : [],
) {
  const answers = refusals.map((status) => [
    status,
    answer(words.problems[status], 'application/problem+json', 'Problem'),
  ])
  return {
    get: {
      operationId,
      summary,
      parameters: names.map((name) => parameter(name, words)),
      responses: {
        200: answer(summary, 'application/json', schema),
        304: { description: 'Not Modified' },
        ...Object.fromEntries(answers),
      },
    },
  }
}

const answer = (description: string, type: string, schema: string) => ({
  description,
  headers: { ETag: { schema: { type: 'string' } } },
  content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } },
})

const parameter = (name: ParameterName, words: ApiWords) => ({
  name,
  in: 'query',
  description: words.parameters[name],
  schema: parameterSchemas[name],
})

const parameterSchemas: Record<ParameterName, object> = {
  after: { type: 'integer', minimum: 1 },
  limit: { type: 'integer', minimum: 1, maximum: mostItems, default: usualItems },
  category: { type: 'string', pattern: '^[a-z0-9-]+(/[a-z0-9-]+)*$' },
  tag: { type: 'string', pattern: '^[a-z0-9-]+$' },
  since: {
    anyOf: [
      { type: 'string', format: 'date' },
      { type: 'string', format: 'date-time' },
    ],
  },
}
