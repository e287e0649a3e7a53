export type Encoding = 'br' | 'gzip' | 'identity'

/** Browsers send a handful of lines; a stranger may send any number, so what is remembered of them is bounded. */
const mostRemembered = 200
const longestLine = 200

/** Which of our forms a request wants, by its `Accept-Encoding` (RFC 9110, 12.5.3); each line is read once. */
export function createEncodingChoice(): (line: string | undefined) => Encoding {
  const known = new Map<string, Encoding>()

  return (line) => {
    if (line === undefined) return 'identity'
    const remembered = known.get(line)
    if (remembered) return remembered
    const choice = chooseEncoding(line)
    if (known.size >= mostRemembered) known.clear()
    if (line.length <= longestLine) known.set(line, choice)
    return choice
  }
}

/** The one it likes best; of equals the smaller. Whoever wants none of them gets the page as it is. */
export function chooseEncoding(line: string): Encoding {
  const weights = new Map(line.split(',').map(readWish))
  const weightOf = (name: Encoding): number =>
    weights.get(name) ?? weights.get('*') ?? (name === 'identity' ? 0.001 : 0)
  const [best = 'identity'] = (['br', 'gzip', 'identity'] as const).toSorted((a, b) => weightOf(b) - weightOf(a))
  return weightOf(best) > 0 ? best : 'identity'
}

/** `gzip;q=0.8` */
function readWish(text: string): [name: string, weight: number] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  const number = weight === undefined ? 1 : Number(weight)
  return [name, number >= 0 && number <= 1 ? number : 0]
}
