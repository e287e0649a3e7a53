import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { notFound } from './faults.ts'
import { readStyleSheet } from './style-sheet.ts'

export type Assets = {
  /** Address of a file in `public/`, such as `styles/site.css`; it changes with the content of the folder. */
  address(file: string): string
  answer(req: Request, res: Response): void
  /** For the few files that browsers ask for at an address of their own. */
  answerFile(req: Request, res: Response, file: string): void
}

export const assetsPath = '/tep-tinh'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.css', '.js', '.svg'])

type Encoding = 'br' | 'gzip'
type ReadyFile = { type: string; plain: Buffer; compressed: ((encoding: Encoding) => Buffer) | null }

/** Holds `public/` in memory, each file compressed once, when first asked for. One fingerprint stands for all files, so styles may name fonts relatively. */
export function readAssets(folder: string): Assets {
  const files = readFiles(folder)
  const fingerprint = fingerprintOf(files)
  const address = (file: string) => `${assetsPath}/${fingerprint}/${file}`

  function answer(req: Request, res: Response) {
    const path = req.params['path']
    const isCurrent = req.params['fingerprint'] === fingerprint
    res.set('Cache-Control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
    sendReady(req, res, files.get(Array.isArray(path) ? path.join('/') : '') ?? notFound())
  }

  function answerFile(req: Request, res: Response, file: string) {
    res.set('Cache-Control', 'public, max-age=86400')
    sendReady(req, res, files.get(file) ?? notFound())
  }

  return { address: (file) => (files.has(file) ? address(file) : missing(file)), answer, answerFile }
}

function sendReady(req: Request, res: Response, { type, plain, compressed }: ReadyFile) {
  res.set('Content-Type', type)
  if (!compressed) return void res.end(plain)
  res.vary('Accept-Encoding')
  const encoding = req.acceptsEncodings('br', 'gzip')
  if (encoding) res.set('Content-Encoding', encoding)
  res.end(encoding ? compressed(encoding as Encoding) : plain)
}

function readFiles(folder: string): Map<string, ReadyFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => extname(name) in types)
    .sort()
  return new Map(names.map((name) => [name, prepare(name, contentOf(join(folder, name)))]))
}

function contentOf(path: string): Buffer {
  return path.endsWith('.css') ? Buffer.from(readStyleSheet(path)) : readFileSync(path)
}

function prepare(name: string, plain: Buffer): ReadyFile {
  const type = types[extname(name)] ?? 'application/octet-stream'
  return { type, plain, compressed: compressible.has(extname(name)) ? compressOnce(plain) : null }
}

function compressOnce(plain: Buffer): (encoding: Encoding) => Buffer {
  const done = new Map<Encoding, Buffer>()
  return (encoding) => {
    const bytes = done.get(encoding) ?? compress(plain, encoding)
    done.set(encoding, bytes)
    return bytes
  }
}

function compress(plain: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(plain, { level: 9 })
  return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}

function fingerprintOf(files: Map<string, ReadyFile>): string {
  const hash = createHash('sha256')
  for (const [name, { plain }] of files) hash.update(name).update(plain)
  return hash.digest('hex').slice(0, 12)
}

function missing(file: string): never {
  throw new Error(`no file public/${file}`)
}
