import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createEncodingChoice, type Encoding } from './accepted-encoding.ts'

/** One of the forms in which a page leaves: headers as one flat list, which is the quickest way to write them. */
type Form = { headers: string[]; headersOfNotModified: string[]; body: Buffer }

/** A page as bytes. It is compressed when somebody first wants it so, and never twice. */
export type ReadyPage = {
  readonly plain: Buffer
  readonly hash: string
  readonly headers: OutgoingHttpHeaders
  readonly forms: Map<Encoding, Form>
  readonly compressing: Map<Encoding, Promise<Form>>
}

const smallestWorthCompressing = 1024
/** Of the body that a 304 does not have. All others go with it, so that a page that did not change gets a new policy. */
const ofTheBody = ['content-type', 'content-length']
const chooseEncoding = createEncodingChoice()
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** `headers`: all that the page leaves with, but for those that follow from its bytes. */
export function readyPage(html: string, headers: OutgoingHttpHeaders): ReadyPage {
  const plain = Buffer.from(html)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const page = { plain, hash, headers, forms: new Map(), compressing: new Map() }
  page.forms.set('identity', formOf(page, 'identity', plain, ''))
  return page
}

/** Roughly, in memory, with both compressed forms. */
export const bytesOf = (page: ReadyPage): number => Math.ceil(page.plain.length * 1.5) + 2_048

/** At once when the form is there, as it nearly always is; nothing else of the request is looked at. */
export function sendPage(page: ReadyPage, req: IncomingMessage, res: ServerResponse, status = 200): void {
  const encoding = page.plain.length < smallestWorthCompressing ? 'identity' : chooseEncoding(acceptedBy(req))
  const form = page.forms.get(encoding)
  if (form) sendForm(page, form, req, res, status)
  else void compressOnce(page, encoding).then((made) => sendForm(page, made, req, res, status))
}

function sendForm(page: ReadyPage, form: Form, req: IncomingMessage, res: ServerResponse, status: number) {
  // A page brings all its headers; what was set on the way to it stood there too, or belongs to a page that was not made.
  for (const name of res.getHeaderNames()) res.removeHeader(name)
  const known = req.headers['if-none-match']
  if (known !== undefined && status === 200 && (known.includes(page.hash) || known.trim() === '*')) {
    res.writeHead(304, form.headersOfNotModified).end()
    return
  }
  res.writeHead(status, form.headers)
  if (req.method === 'HEAD') res.end()
  else res.end(form.body)
}

/** Nobody waits for it; whoever comes afterwards gets fewer bytes. */
export async function compressHard(page: ReadyPage): Promise<void> {
  const body = await compressBrotli(page.plain, { params: brotliQuality(11, page.plain.length) })
  page.forms.set('br', formOf(page, 'br', body, '.b11'))
}

async function compressOnce(page: ReadyPage, encoding: Encoding): Promise<Form> {
  const running = page.compressing.get(encoding) ?? compress(page, encoding)
  page.compressing.set(encoding, running)
  const form = await running
  page.forms.set(encoding, form)
  page.compressing.delete(encoding)
  return form
}

async function compress(page: ReadyPage, encoding: Encoding): Promise<Form> {
  if (encoding === 'gzip') return formOf(page, 'gzip', await compressGzip(page.plain, { level: 6 }), '.gz')
  return formOf(page, 'br', await compressBrotli(page.plain, { params: brotliQuality(4, page.plain.length) }), '.b4')
}

const brotliQuality = (quality: number, bytes: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: quality,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
})

/** Bytes that differ have tags that differ, though each begins with what the page itself is known by. */
function formOf({ hash, headers }: ReadyPage, encoding: Encoding, body: Buffer, mark: string): Form {
  const tag = ['ETag', `"${hash}${mark}"`]
  const flat = Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
  const ofNoBody = Object.entries(headers).filter(([name]) => !ofTheBody.includes(name.toLowerCase()))
  return {
    body,
    headers: [
      ...flat,
      ...tag,
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      'Content-Length',
      String(body.length),
    ],
    headersOfNotModified: [...ofNoBody.flatMap(([name, value]) => [name, String(value)]), ...tag],
  }
}

function acceptedBy(req: IncomingMessage): string | undefined {
  const line = req.headers['accept-encoding']
  return Array.isArray(line) ? line.join(',') : line
}
