import {
  actFor,
  type DoctorWords,
  examineFields,
  type FieldFinding,
  inOrderOfWeight,
  sentenceFor,
} from '../text/doctor/index.ts'

/** What the editor's script shows of the doctor's findings. */
export type Examination = {
  /** How much was found, in words; empty where nothing is written yet. */
  told: string
  findings: ShownFinding[]
}

/** Positions are UTF-16 units of the field's text; `proposed` and `write` are null where only the author knows. */
export type ShownFinding = {
  field: string
  group: string
  start: number
  end: number
  found: string
  proposed: string | null
  sentence: string
  write: string | null
}

/** Some ten thousand words; what follows waits until the beginning is mended, so that readers never wait. */
const mostLetters = 60_000
/** More than anybody looks at before mending some of it. */
const mostFindings = 200

/** Of the texts of fields, which are read in the order given. Bounded, whatever they hold. */
export function examination(texts: Record<string, string>, words: DoctorWords): Examination {
  const beginnings = Object.entries(texts).map(([field, text]) => [field, beginningOf(text)])
  const found = inOrderOfWeight(examineFields(Object.fromEntries(beginnings)))
  return {
    told: told(texts, found.length, words),
    findings: found.slice(0, mostFindings).map((finding) => shownFinding(finding, words)),
  }
}

/** Ends with a line, or at least with a word: half a word would be found wrong for being half. */
function beginningOf(text: string): string {
  if (text.length <= mostLetters) return text
  const head = text.slice(0, mostLetters)
  const [line, word] = [head.lastIndexOf('\n'), head.lastIndexOf(' ')]
  return head.slice(0, line > mostLetters / 2 ? line : Math.max(line, word, 0))
}

function told(texts: Record<string, string>, places: number, words: DoctorWords): string {
  const all = Object.values(texts)
  if (all.every((text) => text.trim() === '')) return ''
  return [
    places === 0 ? words.nothingFound : words.found(places),
    ...(places > mostFindings ? [words.firstOnes(mostFindings)] : []),
    ...(all.some((text) => text.length > mostLetters) ? [words.onlyBeginning(mostLetters)] : []),
  ].join(' ')
}

function shownFinding(finding: FieldFinding, words: DoctorWords): ShownFinding {
  const { field, kind, start, end, found, proposed } = finding
  return {
    field,
    group: words.kinds[kind],
    start,
    end,
    found,
    proposed,
    sentence: sentenceFor(finding, words),
    write: actFor(finding, words),
  }
}
