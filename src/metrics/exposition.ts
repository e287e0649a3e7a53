import type { Family, Labels, Sample } from './family.ts'

/** The text format of Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

export const writeExposition = (families: readonly Family[]): string => families.map(writeFamily).join('')

function writeFamily({ name, type, help, samples }: Family): string {
  const head = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`
  return head + samples.map((each) => writeSample(name, each)).join('')
}

const writeSample = (name: string, { suffix, labels, value }: Sample): string =>
  `${name}${suffix}${writeLabels(labels)} ${value}\n`

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const escapeValue = (text: string): string => escapeHelp(text).replaceAll('"', '\\"')
