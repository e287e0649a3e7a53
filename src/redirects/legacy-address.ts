/** A parameter of a query that says which page is meant. */
export type Parameter = { name: string; value: string }

/** An address that is no longer ours, in the one spelling that all its spellings come to. */
export type LegacyAddress = {
  /** Decoded, composed, in small letters, without a slash at its end: `/tin-tuc/huyện đak pơ.aspx`. */
  path: string
  /** By name; what counts visits or turns pages is left out. */
  parameters: Parameter[]
}

/** More is no address that anybody printed, and no key that an index of PostgreSQL takes. */
const mostBytes = 1_500
const mostParameters = 30

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Windows-1258 has the letters of Latin-1 that our old portals used, and Đ where Latin-1 has Ð. */
const windows1258 = new TextDecoder('windows-1258')

/** What a person or a file says: a path, or a whole address of any host. Null for what is neither. */
export function addressFromText(text: string): LegacyAddress | null {
  const path = text.trim().replace(/^https?:\/\/[^/?#\\]*/i, '')
  const isWhole = path.length < text.trim().length
  if (!isWhole && !path.startsWith('/')) return null
  return addressFromBytes(Buffer.from(path))
}

/** `req.url`, in which each letter stands for a byte. */
export const addressFromRequest = (url: string): LegacyAddress | null => addressFromBytes(Buffer.from(url, 'latin1'))

function addressFromBytes(bytes: Buffer): LegacyAddress | null {
  const [whole = ''] = bytes.toString('latin1').split('#')
  const [path = '', ...query] = whole.split('?')
  const address = { path: foldPath(Buffer.from(path, 'latin1')), parameters: parametersOf(query.join('?')) }
  return isTooLong(address) ? null : address
}

const isTooLong = ({ path, parameters }: LegacyAddress) =>
  Buffer.byteLength(path) > mostBytes || parameters.length > mostParameters

/** The path alone, in its one spelling; folding it again changes nothing. */
export function foldPath(path: Uint8Array): string {
  const steps = smallLetters(textOf(decodeAll(path)))
    .replaceAll('\\', '/')
    .replace(/;jsessionid=[^/]*/g, '')
    .replace(/\s*\/[\s/]*/g, '/')
    .trim()
    .replace(/\/$/, '')
  return steps.startsWith('/') ? steps : `/${steps}`
}

/** For the whole of an address: what it is found by. */
export const keyOf = ({ path, parameters }: LegacyAddress): string =>
  parameters.length === 0 ? path : `${path}?${parameters.map(written).join('&')}`

export const namesOf = ({ parameters }: LegacyAddress): string => parameters.map(({ name }) => name).join('&')

/** Longer ones can neither be kept nor found. */
export const isKey = (key: string): boolean => Buffer.byteLength(key) <= mostBytes

/** The keys by which an entry may be found: with the parameters that entries at its path name, and without any. */
export function keysOf({ path, parameters }: LegacyAddress, shapes: readonly string[]): string[] {
  const named = shapes
    .map((names) => names.split('&'))
    .map((names) => parameters.filter(({ name }) => names.includes(name)))
    .filter((chosen, place) => chosen.length > 0 && chosen.length === shapes[place]?.split('&').length)
  return [...named.map((chosen) => keyOf({ path, parameters: chosen })), path].filter(isKey)
}

const written = ({ name, value }: Parameter) => `${name}=${encodeURIComponent(value)}`

function parametersOf(query: string): Parameter[] {
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .slice(0, mostParameters + 1)
    .map(parameterOf)
    .filter((parameter) => parameter.name !== '' && !isBeside(parameter))
  const byName = new Map(pairs.map((parameter) => [parameter.name, parameter]))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function parameterOf(pair: string): Parameter {
  const [name = '', ...value] = pair.split('=')
  const plain = (part: string) => textOf(decodeAll(Buffer.from(part, 'latin1'))).normalize('NFC')
  // The signs that part names from values have no place in a name.
  return { name: smallLetters(plain(name)).replace(/[=&\s]/g, ''), value: plain(value.join('=')).trim() }
}

/** What follows readers around, and the page of a list: it names no page of its own. */
const isBeside = ({ name, value }: Parameter) =>
  /^(utm_\w+|fbclid|gclid|zarsrc)$/.test(name) || (/^(page|trang|pageindex)$/.test(name) && /^\d*$/.test(value))

const smallLetters = (text: string) => text.normalize('NFC').toLowerCase().normalize('NFC').replace(/[ðɖ]/g, 'đ')

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1258.decode(bytes)
  }
}

/** Until nothing is encoded any more, since old links were encoded twice. A plus is a space; control signs are nothing. */
function decodeAll(bytes: Uint8Array): Uint8Array {
  const plain = Buffer.alloc(bytes.length)
  let length = 0
  for (const byte of bytes) length = put(plain, length, byte)
  return plain.subarray(0, length)
}

function put(plain: Buffer, length: number, byte: number): number {
  if (byte < 0x20 || byte === 0x7f) return length
  plain[length] = byte === 0x2b ? 0x20 : byte
  const code =
    length >= 2 && plain[length - 2] === 0x25 ? hexOf(plain.toString('latin1', length - 1, length + 1)) : null
  // What was decoded may complete another code.
  return code === null ? length + 1 : put(plain, length - 2, code)
}

const hexOf = (digits: string): number | null => (/^[\da-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null)
