/** What the asker knows already: names, tags, abbreviations of the agency. */
export type Familiar = {
  hasWord: (word: string) => boolean
  hasPair: (first: string, second: string) => boolean
}

/** A name of several words makes each of them and each two that stand together familiar. */
export function familiarWith(known: ReadonlySet<string> = new Set()): Familiar {
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const name of known) {
    const parts = name.normalize('NFC').toLowerCase().split(/\s+/)
    for (const part of parts) words.add(part)
    parts.slice(1).forEach((part, at) => {
      pairs.add(`${parts[at]} ${part}`)
    })
  }
  return {
    hasWord: (word) => words.has(word.toLowerCase()),
    hasPair: (first, second) => pairs.has(`${first} ${second}`.toLowerCase()),
  }
}
