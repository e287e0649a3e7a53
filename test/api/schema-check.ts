/**
 * What is wrong with a value by this JSON Schema, one line each: `items[0].url: not a uri`. Knows type, properties, required,
 * items, enum, pattern, minimum, maximum, anyOf, `$ref` into the document and the formats uri, date and date-time, and
 * refuses schemas with anything else, so that nothing goes unchecked unseen. A property that no schema names is an error here.
 */
export function schemaFaults(value: unknown, schema: Schema, document: Schema, place = ''): string[] {
  const unknown = Object.keys(schema).filter((name) => !known.includes(name))
  if (unknown.length > 0) return [`${place}: the check does not know ${unknown.join(', ')}`]
  const { $ref, anyOf, ...rest } = schema
  if ($ref) return schemaFaults(value, resolved($ref, document), document, place)
  if (anyOf) {
    const tried = anyOf.map((each) => schemaFaults(value, each, document, place))
    return tried.some((faults) => faults.length === 0) ? [] : (tried[0] ?? [])
  }
  const types = [rest.type ?? []].flat()
  const type = typeOf(value)
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [`${place}: ${type} instead of ${types.join(' or ')}`]
  return [
    ...valueFaults(value, rest).map((text) => `${place}: ${text}`),
    ...(Array.isArray(value) && rest.items
      ? value.flatMap((each, index) => schemaFaults(each, rest.items as Schema, document, `${place}[${index}]`))
      : []),
    ...(type === 'object' ? propertyFaults(value as Record<string, unknown>, rest, document, place) : []),
  ]
}

export type Schema = {
  $ref?: string
  anyOf?: Schema[]
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  default?: unknown
  [name: string]: unknown
}

const known = [
  '$ref',
  'anyOf',
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'pattern',
  'format',
  'minimum',
].concat('maximum', 'default')

export const resolved = (ref: string, document: Schema): Schema =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((node, step) => (node as Record<string, Schema>)[step] ?? missing(ref), document)

function propertyFaults(value: Record<string, unknown>, schema: Schema, document: Schema, place: string): string[] {
  const { properties = {}, required = [] } = schema
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${place}: lacks ${name}`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const own = properties[name]
      return own ? schemaFaults(each, own, document, `${place}.${name}`) : [`${place}: ${name} is in no schema`]
    }),
  ]
}

function valueFaults(value: unknown, { enum: choices, pattern, format, minimum, maximum }: Schema): string[] {
  return [
    ...(choices && !choices.includes(value) ? [`not one of ${choices.join(', ')}`] : []),
    ...(pattern && typeof value === 'string' && !new RegExp(pattern, 'u').test(value) ? [`not like ${pattern}`] : []),
    ...(format && typeof value === 'string' && !isFormat(format, value) ? [`not a ${format}`] : []),
    ...(minimum !== undefined && typeof value === 'number' && value < minimum ? [`less than ${minimum}`] : []),
    ...(maximum !== undefined && typeof value === 'number' && value > maximum ? [`more than ${maximum}`] : []),
  ]
}

function isFormat(format: string, text: string): boolean {
  if (format === 'uri') return URL.canParse(text)
  if (format === 'date') return /^\d{4}-\d\d-\d\d$/.test(text)
  if (format === 'date-time') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
  return missing(format)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const missing = (name: string): never => {
  throw new Error(`the document has no ${name}`)
}
