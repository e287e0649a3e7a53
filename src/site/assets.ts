import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { notFound } from './faults.ts'

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
const compressed = new Set(['.css', '.js', '.svg'])

type ReadyFile = { type: string; plain: Buffer; brotli: Buffer | null; gzip: Buffer | null }

/** Holds `public/` in memory, compressed once. One fingerprint stands for all files, so styles may name fonts relatively. */
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

function sendReady(req: Request, res: Response, file: ReadyFile) {
  res.set('Content-Type', file.type)
  if (file.brotli) res.vary('Accept-Encoding')
  const encoding = file.brotli ? req.acceptsEncodings('br', 'gzip') : false
  const bytes = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : null
  if (bytes) res.set('Content-Encoding', encoding as string)
  res.end(bytes ?? file.plain)
}

function readFiles(folder: string): Map<string, ReadyFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => extname(name) in types)
    .sort()
  return new Map(names.map((name) => [name, prepare(name, readFileSync(join(folder, name)))]))
}

function prepare(name: string, plain: Buffer): ReadyFile {
  const type = types[extname(name)] ?? 'application/octet-stream'
  if (!compressed.has(extname(name))) return { type, plain, brotli: null, gzip: null }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return { type, plain, brotli: brotliCompressSync(plain, quality), gzip: gzipSync(plain, { level: 9 }) }
}

function fingerprintOf(files: Map<string, ReadyFile>): string {
  const hash = createHash('sha256')
  for (const [name, { plain }] of files) hash.update(name).update(plain)
  return hash.digest('hex').slice(0, 12)
}

function missing(file: string): never {
  throw new Error(`no file public/${file}`)
}
