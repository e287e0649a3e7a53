import { isDateFormat } from './old-date.ts'

/** What the operator says of an old site, in a file of JSON; every part may be missing. */
export type Mapping = {
  /** Where the old site stood, such as `http://dakpo.gialai.gov.vn`: its own links lead to this portal. */
  site: string | null
  /** CSS selectors of saved pages; `h1@title` takes an attribute. */
  selectors: Partial<Record<Field, string>>
  dateFormat: string | null
  /** Selectors of what stands inside the text and is none of it. */
  leaveOut: string[]
  /** Columns of a CSV file, by the names in its first line. */
  columns: Partial<Record<Field, string>>
  /** From the old name, slug or path of a category to the address of one here: `"Tin huyện": "tin-tuc/trong-huyen"`. */
  categories: Record<string, string>
}

export const fields = [
  'key',
  'address',
  'title',
  'lead',
  'body',
  'date',
  'author',
  'category',
  'tags',
  'cover',
  'attachments',
] as const
export type Field = (typeof fields)[number]

export const emptyMapping: Mapping = {
  site: null,
  selectors: {},
  dateFormat: null,
  leaveOut: [],
  columns: {},
  categories: {},
}

/** The name of the entry that is wrong. */
export type MappingFlaw = { flaw: string }

/** Reads the file strictly: an entry that nobody would look at was meant to do something. */
export function readMapping(json: string): Mapping | MappingFlaw {
  const parsed = parse(json)
  if (!isRecord(parsed)) return { flaw: 'JSON' }
  const unknown = Object.keys(parsed).find((name) => !(name in emptyMapping))
  if (unknown !== undefined) return { flaw: unknown }
  const flaw = [
    isSite(parsed['site']) ? null : 'site',
    isFormat(parsed['dateFormat']) ? null : 'dateFormat',
    isTexts(parsed['leaveOut']) ? null : 'leaveOut',
    isTextRecord(parsed['categories']) ? null : 'categories',
    fieldFlaw('selectors', parsed['selectors']),
    fieldFlaw('columns', parsed['columns']),
  ].find((each) => each !== null)
  return flaw ? { flaw } : { ...emptyMapping, ...(parsed as Partial<Mapping>) }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isTexts = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText))
const isTextRecord = (value: unknown) => value === undefined || (isRecord(value) && Object.values(value).every(isText))
const isSite = (value: unknown) =>
  value === undefined || (isText(value) && /^https?:/.test(value) && URL.canParse(value))
const isFormat = (value: unknown) => value === undefined || (isText(value) && isDateFormat(value))

function fieldFlaw(name: string, value: unknown): string | null {
  if (value === undefined) return null
  if (!isRecord(value)) return name
  const wrong = Object.entries(value).find(
    ([field, text]) => !(fields as readonly string[]).includes(field) || !isText(text),
  )
  return wrong ? `${name}.${wrong[0]}` : null
}
