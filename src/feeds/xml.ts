type Attributes = Record<string, string | number>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Text and values of attributes. XML has no way at all to write most control characters and half a surrogate pair
 * (https://www.w3.org/TR/xml/#charsets), so these are left out.
 */
export const xmlText = (text: string): string =>
  text.replace(/[&<>"]|[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (sign) => escapes[sign] ?? '')

/** An element with text, or with nothing. */
export const leaf = (name: string, text: string | null, attributes: Attributes = {}): string =>
  text === null ? `<${opening(name, attributes)}/>\n` : `<${opening(name, attributes)}>${xmlText(text)}</${name}>\n`

/** An element with elements. */
export const branch = (name: string, children: readonly string[], attributes: Attributes = {}): string =>
  `<${opening(name, attributes)}>\n${children.join('')}</${name}>\n`

export const xmlDocument = (root: string): string => `${xmlStart}${root}`

export const xmlStart = '<?xml version="1.0" encoding="UTF-8"?>\n'

const opening = (name: string, attributes: Attributes) =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(' ')
