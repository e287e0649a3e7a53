/** What a likeness is made from: a picture shrunk to grey pixels of this many columns and rows. */
export const likenessSize = { width: 9, height: 8 } as const

const mostDifferingBits = 4
/** Fewer changes of brightness are a blank sheet or a single edge, and those are all alike. */
const fewestTellingBits = 10

/**
 * What a picture looks like, in 16 hexadecimal digits (dHash): a bit for each pixel that is brighter than its right
 * neighbour. Empty when it shows too little to be told from others.
 */
export function likenessOf(grey: Uint8Array): string {
  const { width, height } = likenessSize
  let bits = ''
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width - 1; column++) {
      const place = row * width + column
      bits += (grey[place] ?? 0) > (grey[place + 1] ?? 0) ? '1' : '0'
    }
  }
  const telling = countOnes(bits)
  if (telling < fewestTellingBits || telling > bits.length - fewestTellingBits) return ''
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

export function isAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  return countOnes((BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)) <= mostDifferingBits
}

/** Cut into one piece more than bits may differ, so that two pictures which are alike share a piece at its place. */
export function piecesOf(likeness: string): string[] {
  if (likeness === '') return []
  const bits = BigInt(`0x${likeness}`).toString(2).padStart(64, '0')
  const length = Math.ceil(bits.length / (mostDifferingBits + 1))
  return Array.from({ length: mostDifferingBits + 1 }, (_, place) => bits.slice(place * length, (place + 1) * length))
}

const countOnes = (bits: string) => bits.split('1').length - 1
