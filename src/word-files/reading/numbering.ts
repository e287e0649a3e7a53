/** How a program writes the numbers of one level: `pattern` is `%1.` or `Điều %1.`, `format` its names for 1, I, a. */
export type LevelFormat = { format: string; pattern: string; start: number }

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** Of a number from 1; longer than anybody counts in Roman, it stays Arabic. */
function romanOf(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let [left, written] = [number, '']
  for (const [value, sign] of romans) {
    while (left >= value) {
      written += sign
      left -= value
    }
  }
  return written
}

/** a … z, then aa, bb as Word counts on. */
function letterOf(number: number): string {
  if (number < 1) return String(number)
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(number / 26), 5))
}

const writers: Record<string, (number: number) => string> = {
  upperRoman: (number) => romanOf(number).toUpperCase(),
  lowerRoman: romanOf,
  upperLetter: (number) => letterOf(number).toUpperCase(),
  lowerLetter: letterOf,
  decimalZero: (number) => String(number).padStart(2, '0'),
}

const bullets = ['bullet', 'none', '']

/** Counts the paragraphs of all lists of a file, in reading order. */
export function createCounters() {
  const counts = new Map<string, number[]>()

  /** The label of the next paragraph on this level of that list, null for a bullet. `formats` are of levels 0 to this. */
  function next(list: string, formats: LevelFormat[]): string | null {
    const level = formats.length - 1
    const own = formats[level]
    if (!own || bullets.includes(own.format)) return null
    const numbers = (counts.get(list) ?? []).slice(0, level + 1)
    for (let above = 0; above <= level; above++) numbers[above] ??= startOf(formats[above]) - (above === level ? 1 : 0)
    numbers[level] = (numbers[level] ?? 0) + 1
    counts.set(list, numbers)
    return own.pattern.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1
      return written(formats[at], numbers[at] ?? 1)
    })
  }

  const restart = (list: string) => void counts.delete(list)

  return { next, restart }
}

const startOf = (format: LevelFormat | undefined) => format?.start ?? 1

const written = (format: LevelFormat | undefined, number: number) => (writers[format?.format ?? ''] ?? String)(number)
