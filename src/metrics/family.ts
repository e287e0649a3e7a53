export type Labels = Readonly<Record<string, string>>
/** One line: `suffix` goes behind the name of its family. */
export type Sample = { suffix: string; labels: Labels; value: number }
/** What Prometheus calls a metric family: all lines under one name. */
export type Family = { name: string; type: 'counter' | 'gauge' | 'histogram'; help: string; samples: Sample[] }

export const sample = (value: number, labels: Labels = {}, suffix = ''): Sample => ({ suffix, labels, value })

/** Only grows, until the process ends. */
export const counter = (name: string, help: string, ...samples: Sample[]): Family => ({
  name,
  type: 'counter',
  help,
  samples,
})

export const gauge = (name: string, help: string, ...samples: Sample[]): Family => ({
  name,
  type: 'gauge',
  help,
  samples,
})

export const labelled = (families: readonly Family[], label: Labels): Family[] =>
  families.map((family) => ({
    ...family,
    samples: family.samples.map((each) => ({ ...each, labels: { ...label, ...each.labels } })),
  }))

/** A name stands once in an answer, whoever tells of it. */
export function merged(families: readonly Family[]): Family[] {
  const byName = new Map<string, Family>()
  for (const family of families) {
    const known = byName.get(family.name)
    byName.set(family.name, { ...family, samples: [...(known?.samples ?? []), ...family.samples] })
  }
  return [...byName.values()]
}
