export type Reading = { name: string; labels: Record<string, string>; value: number }
export type Exposition = {
  types: Map<string, string>
  readings: Reading[]
  /** Of the one line with this name and at least these labels; throws unless there is exactly one. */
  value(name: string, labels?: Record<string, string>): number
  sum(name: string, labels?: Record<string, string>): number
}

const nameForm = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const help = new RegExp(`^# HELP (${nameForm}) ((?:[^\\\\]|\\\\[\\\\n])+)$`)
const type = new RegExp(`^# TYPE (${nameForm}) (counter|gauge|histogram)$`)
const line = new RegExp(`^(${nameForm})(?:\\{(.*)\\})? (NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`)
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)/y

/** The text format 0.0.4 as strictly as its description; throws for whatever a scraper could stumble over. */
export function parseExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const types = new Map<string, string>()
  const readings: Reading[] = []
  const seen = new Set<string>()
  let family = ''
  for (const [place, each] of text.slice(0, -1).split('\n').entries()) {
    const fail = (reason: string): never => {
      throw new Error(`line ${place + 1}, ${reason}: ${each}`)
    }
    const [, helped] = help.exec(each) ?? []
    const [, typed, kind = ''] = type.exec(each) ?? []
    if (helped) {
      if (types.has(helped)) fail('a family stands in two places')
      family = helped
    } else if (typed) {
      if (typed !== family || types.has(typed)) fail('TYPE without its HELP')
      types.set(typed, kind)
    } else {
      const [, name = fail('no sample'), labels = '', value = ''] = line.exec(each) ?? []
      const isOfFamily = namesOf(family, types.get(family)).includes(name)
      if (!isOfFamily) fail('a sample outside its family')
      const reading = { name, labels: labelsOf(labels, fail), value: numberOf(value) }
      const key = `${name} ${JSON.stringify(Object.entries(reading.labels).sort())}`
      if (seen.has(key)) fail('twice the same')
      seen.add(key)
      if (types.get(family) !== 'gauge' && !(reading.value >= 0)) fail('a count below nothing')
      readings.push(reading)
    }
  }
  assertHistograms(types, readings)

  const matching = (name: string, labels: Record<string, string> = {}) =>
    readings.filter(
      (each) => each.name === name && Object.entries(labels).every(([key, value]) => each.labels[key] === value),
    )
  return {
    types,
    readings,
    value(name, labels) {
      const found = matching(name, labels)
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} × ${name} ${JSON.stringify(labels)}`)
      return found[0].value
    },
    sum: (name, labels) => matching(name, labels).reduce((total, { value }) => total + value, 0),
  }
}

const namesOf = (family: string, kind: string | undefined): string[] => {
  if (kind === 'histogram') return ['_bucket', '_sum', '_count'].map((suffix) => family + suffix)
  return kind ? [family] : []
}

function labelsOf(text: string, fail: (reason: string) => never): Record<string, string> {
  const labels: Record<string, string> = {}
  label.lastIndex = 0
  while (label.lastIndex < text.length) {
    const [, name = fail('a broken label'), value = ''] = label.exec(text) ?? []
    if (name in labels) fail('a label twice')
    labels[name] = value
  }
  return labels
}

const numberOf = (text: string) => (/Inf/.test(text) ? Number(text.replace('Inf', 'Infinity')) : Number(text))

/** Buckets grow, the last is of everything and counts as many as `_count`. */
function assertHistograms(types: Map<string, string>, readings: Reading[]) {
  for (const [name] of [...types].filter(([, kind]) => kind === 'histogram')) {
    const own = ({ le: _le, ...labels }: Record<string, string>) => JSON.stringify(labels)
    const series = Map.groupBy(
      readings.filter((each) => each.name === `${name}_bucket`),
      ({ labels }) => own(labels),
    )
    for (const [labels, buckets] of series) {
      const bounds = buckets.map((bucket) => numberOf(bucket.labels['le'] ?? ''))
      const isGrowing = (numbers: number[]) => numbers.every((each, place) => !(each < (numbers[place - 1] ?? 0)))
      const count = readings.find((each) => each.name === `${name}_count` && own(each.labels) === labels)?.value
      if (!isGrowing(bounds) || !isGrowing(buckets.map(({ value }) => value))) throw new Error(`${name} does not grow`)
      if (bounds.at(-1) !== Number.POSITIVE_INFINITY || buckets.at(-1)?.value !== count)
        throw new Error(`${name} does not end with all`)
    }
  }
}
