/**
 * The `tel:` address (RFC 3966) of the first number in a text, null when none can be dialled. Landlines and mobiles become
 * international; 113, 1022, 1800… and 1900… are dialled as they are, because they exist only inside the country.
 */
export function telephoneLink(text: string): string | null {
  for (const piece of text.split(/[/,;\n]/)) {
    const link = firstLink([piece, ...piece.split(/ [-–] /)])
    if (link !== null) return link
  }
  return null
}

function firstLink(pieces: string[]): string | null {
  const numbers = pieces.flatMap((piece) => piece.match(/[+(]?\d[\d\s().–-]*/g) ?? [])
  return numbers.map(linkOf).find((link) => link !== null) ?? null
}

function linkOf(written: string): string | null {
  // Many write "+84 (0)269": the 0 is dialled only inside the country.
  const digits = written.replace(/\D/g, '').replace(/^840/, '84')
  if (written.startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) ? `tel:+${digits}` : null
  if (/^1\d{2,3}$|^1[89]00\d{4,6}$/.test(digits)) return `tel:${digits}`

  // With its area code a number has ten or eleven digits, the 0 included; some type 84 or 0084 for the 0.
  const national = /^(?:0|84|0084)([1-9]\d{8,9})$/.exec(digits)?.[1]
  return national ? `tel:+84${national}` : null
}
